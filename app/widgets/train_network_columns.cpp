#include "app/widgets/train_network_columns.hpp"

#include "core/nn/engine.hpp"

#include <QCoreApplication>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr double kLeastPitch = 11;
constexpr double kGreatestPitch = 22;
constexpr std::size_t kMostShown = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrainNetworkPicture)
};

TrainNetworkColumn inputColumn(const data::Dataset& data)
{
    const std::size_t features = data.train.features;
    QString below = data.imageWidth > 0 ? Words::tr("%1 pixels").arg(features) : Words::tr("%1 inputs").arg(features);
    if (features == 1)
        below = Words::tr("1 input");
    return {Words::tr("input"), below, nullptr, features};
}

}  // namespace

std::vector<TrainNetworkColumn> networkColumns(const nn::TrainingSpec& spec, const data::Dataset& data)
{
    std::vector<TrainNetworkColumn> columns{inputColumn(data)};
    for (const nn::Layer& layer : spec.hidden)
        columns.push_back({layer.activation ? QString::fromStdString(layer.activation->name()) : QStringLiteral("?"),
                           QString::number(layer.width), layer.activation, layer.width});
    const std::size_t outputs = nn::outputCount(spec.loss, data);
    columns.push_back({Words::tr("answer"),
                       outputs == 1 ? Words::tr("1 output") : Words::tr("%1 outputs").arg(outputs), nullptr,
                       outputs});
    return columns;
}

TrainNetworkGeometry::TrainNetworkGeometry(const std::vector<TrainNetworkColumn>& columns, QRectF area)
    : m_area(area), m_columnWidth(area.width() / static_cast<double>(columns.size()))
{
    std::size_t tallest = 1;
    for (const TrainNetworkColumn& column : columns) {
        m_neurons.push_back(column.neurons);
        tallest = std::max(tallest, column.neurons);
    }
    const auto fitting = static_cast<std::size_t>(std::max(2.0, area.height() / kLeastPitch));
    m_most = std::min(fitting, kMostShown);
    m_pitch = std::min(kGreatestPitch, area.height() / static_cast<double>(std::min(tallest, m_most)));
}

double TrainNetworkGeometry::columnX(std::size_t column) const
{
    return m_area.left() + (static_cast<double>(column) + 0.5) * m_columnWidth;
}

std::size_t TrainNetworkGeometry::shown(std::size_t column) const
{
    const std::size_t all = m_neurons[column];
    return all <= m_most ? all : m_most - 1;  // the last place is for the dots
}

QPointF TrainNetworkGeometry::neuron(std::size_t column, std::size_t number) const
{
    const auto places = static_cast<double>(std::min(m_neurons[column], m_most));
    return {columnX(column), m_area.center().y() + (static_cast<double>(number) - (places - 1) / 2) * m_pitch};
}

QPointF TrainNetworkGeometry::dots(std::size_t column) const
{
    return neuron(column, m_most - 1) - QPointF(0, m_pitch * 0.25);
}

}  // namespace actlab::widgets
