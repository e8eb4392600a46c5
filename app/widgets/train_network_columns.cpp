#include "app/widgets/train_network_columns.hpp"

#include "app/models/network_portrait.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_form.hpp"
#include "core/nn/engine.hpp"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLineF>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr double kLeastPitch = 20;
constexpr double kGreatestPitch = 40;
constexpr double kPitchOfWidth = 0.65;  // leaves room for the links between two columns
constexpr int kLeastEndWidth = 80, kLeastHiddenWidth = 34;
constexpr std::size_t kMostShown = models::NetworkPortrait::kMostNeurons;
constexpr double kNearLink = 4;  // pixels

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrainNetworkPicture)
};

TrainNetworkColumn inputColumn(const data::Dataset& data)
{
    const std::size_t features = data.train.features;
    QString below = data.imageWidth > 0 ? Words::tr("%1 pixels").arg(features) : Words::tr("%1 inputs").arg(features);
    if (features == 1)
        below = Words::tr("1 input");
    QStringList names;
    if (features <= kMostShown)
        for (const std::string& name : data.featureNames)
            names << QString::fromStdString(name);
    return {Words::tr("input"), below, nullptr, features, names};
}

TrainNetworkColumn outputColumn(std::size_t outputs, const data::Dataset& data)
{
    QStringList names;
    if (outputs == data.classNames.size())
        for (const std::string& name : data.classNames)
            names << QString::fromStdString(name).replace('-', QStringLiteral("−"));
    return {Words::tr("answer"), outputs == 1 ? Words::tr("1 output") : Words::tr("%1 outputs").arg(outputs), nullptr,
            outputs, names};
}

double distanceToLine(QPointF place, QLineF line)
{
    const QPointF along = line.p2() - line.p1(), to = place - line.p1();
    return std::abs(along.x() * to.y() - along.y() * to.x()) / line.length();
}

}  // namespace

std::vector<TrainNetworkColumn> networkColumns(const nn::TrainingSpec& spec, const data::Dataset& data)
{
    std::vector<TrainNetworkColumn> columns{inputColumn(data)};
    for (const nn::Layer& layer : spec.hidden)
        columns.push_back({layer.activation ? QString::fromStdString(layer.activation->name()) : QStringLiteral("?"),
                           QString::number(layer.width),
                           layer.activation,
                           layer.width,
                           {},
                           layer.batchNorm,
                           layer.residual});
    columns.push_back(outputColumn(nn::outputCount(spec.loss, data), data));
    return columns;
}

int leastNetworkWidth(const std::vector<TrainNetworkColumn>& columns)
{
    const auto hidden = static_cast<int>(columns.size() < 2 ? 0 : columns.size() - 2);
    return 2 * scaledToType(kLeastEndWidth) + hidden * scaledToType(kLeastHiddenWidth);
}

TrainNetworkGeometry::TrainNetworkGeometry(const std::vector<TrainNetworkColumn>& columns, QRectF area) : m_area(area)
{
    const double evenly = area.width() / static_cast<double>(columns.size());
    m_endWidth = std::max<double>(evenly, std::min<double>(scaledToType(kLeastEndWidth), area.width() / 4));
    m_hiddenWidth =
        columns.size() > 2 ? (area.width() - 2 * m_endWidth) / static_cast<double>(columns.size() - 2) : 0;
    std::size_t tallest = 1;
    for (const TrainNetworkColumn& column : columns) {
        m_neurons.push_back(column.neurons);
        tallest = std::max(tallest, column.neurons);
    }
    const auto fitting = static_cast<std::size_t>(std::max(2.0, area.height() / kLeastPitch));
    m_most = std::min(fitting, kMostShown);
    m_pitch = std::min(kGreatestPitch, area.height() / static_cast<double>(std::min(tallest, m_most)));
    if (m_hiddenWidth > 0)
        m_pitch = std::min(m_pitch, kPitchOfWidth * m_hiddenWidth);
    m_firstInwards = inwardsFor(columns.front().names, 0);
    m_lastInwards = inwardsFor(columns.back().names, columns.size() - 1);
}

double TrainNetworkGeometry::inwardsFor(const QStringList& names, std::size_t column) const
{
    constexpr double kMostOfWidth = 0.25;
    const QFontMetrics metrics(scaledFont(1));
    double wanted = 0;
    for (const QString& name : names)
        wanted = std::max(wanted, metrics.horizontalAdvance(name) - nameRoom(column));
    return std::min(wanted, kMostOfWidth * m_endWidth);
}

double TrainNetworkGeometry::nameRoom(std::size_t column) const
{
    const double inwards = column == 0 ? m_firstInwards : m_lastInwards;
    return m_endWidth / 2 + inwards - square(column, 0).width() / 2 - kBesideNeuron;
}

double TrainNetworkGeometry::columnWidth(std::size_t column) const
{
    return column == 0 || column + 1 == m_neurons.size() ? m_endWidth : m_hiddenWidth;
}

double TrainNetworkGeometry::columnX(std::size_t column) const
{
    if (column == 0)
        return m_area.left() + m_endWidth / 2 + m_firstInwards;
    if (column + 1 == m_neurons.size())
        return m_area.right() - m_endWidth / 2 - m_lastInwards;
    return m_area.left() + m_endWidth + (static_cast<double>(column) - 0.5) * m_hiddenWidth;
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

QRectF TrainNetworkGeometry::square(std::size_t column, std::size_t number) const
{
    const double side = std::round(m_pitch * 0.84);
    return {neuron(column, number) - QPointF(side, side) / 2, QSizeF(side, side)};
}

std::optional<TrainNetworkGeometry::Spot> TrainNetworkGeometry::spotAt(QPointF place) const
{
    const auto neuron = neuronAt(place);
    return neuron ? neuron : linkAt(place);
}

std::optional<TrainNetworkGeometry::Spot> TrainNetworkGeometry::neuronAt(QPointF place) const
{
    for (std::size_t column = 0; column < m_neurons.size(); ++column)
        for (std::size_t number = 0; number < shown(column); ++number)
            if (square(column, number).contains(place))
                return Spot{column, number};
    return std::nullopt;
}

std::optional<TrainNetworkGeometry::Spot> TrainNetworkGeometry::linkAt(QPointF place) const
{
    std::optional<Spot> found;
    double least = kNearLink;
    for (std::size_t column = 1; column < m_neurons.size(); ++column) {
        if (place.x() <= columnX(column - 1) || place.x() >= columnX(column))
            continue;
        for (std::size_t to = 0; to < shown(column); ++to)
            for (std::size_t from = 0; from < shown(column - 1); ++from) {
                const double distance = distanceToLine(place, {neuron(column - 1, from), neuron(column, to)});
                if (distance < least) {
                    least = distance;
                    found = Spot{column, to, from};
                }
            }
    }
    return found;
}

}  // namespace actlab::widgets
