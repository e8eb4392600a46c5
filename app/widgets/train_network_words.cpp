#include "app/widgets/train_network_words.hpp"

#include "app/widgets/number_text.hpp"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

struct NetworkWords {
    Q_DECLARE_TR_FUNCTIONS(TrainNetworkPicture)
};

}  // namespace

QString neuronName(const TrainNetworkDrawing& drawing, std::size_t column, std::size_t neuron)
{
    const QStringList& names = drawing.columns[column].names;
    const QString name = names.value(static_cast<qsizetype>(neuron), QString::number(neuron + 1));
    if (column == 0)
        return NetworkWords::tr("Input %1").arg(name);
    if (column + 1 < drawing.columns.size())
        return NetworkWords::tr("Layer %1, neuron %2").arg(column).arg(neuron + 1);
    return names.isEmpty() ? NetworkWords::tr("Answer") : NetworkWords::tr("Answer for class %1").arg(name);
}

QString linkName(const TrainNetworkDrawing& drawing, const TrainNetworkGeometry::Spot& link)
{
    const QString to = neuronName(drawing, link.column, link.neuron);
    return neuronName(drawing, link.column - 1, link.from.value_or(0)) + QStringLiteral(" → ") +
           to.left(1).toLower() + to.mid(1);
}

QString spotName(const TrainNetworkDrawing& drawing, const TrainNetworkGeometry::Spot& spot)
{
    return spot.from ? linkName(drawing, spot) : neuronName(drawing, spot.column, spot.neuron);
}

std::optional<double> valueAt(const TrainNetworkDrawing& drawing, const TrainNetworkGeometry::Spot& spot)
{
    if (spot.column == 0 || drawing.links.empty())
        return std::nullopt;
    const TrainNetworkLinks& links = drawing.links[spot.column - 1];
    return spot.from ? links.weight(spot.neuron, *spot.from) : links.biases[spot.neuron];
}

std::size_t parameterAt(const TrainNetworkDrawing& drawing, const TrainNetworkGeometry::Spot& spot)
{
    const TrainNetworkLinks& links = drawing.links[spot.column - 1];
    return spot.from ? links.firstWeight + spot.neuron * links.from + *spot.from : links.firstBias + spot.neuron;
}

QString pictureWords(const nn::ColumnPictures& column, std::size_t neuron)
{
    if (column.areWeights)
        return NetworkWords::tr("its weights, orange below 0, blue above");
    const auto [least, greatest] = std::ranges::minmax(column.neurons[neuron]);
    if (!std::isfinite(least) || !std::isfinite(greatest))
        return NetworkWords::tr("some answers are no numbers");
    if (least == greatest)
        return NetworkWords::tr("answers %1 everywhere").arg(numberText(least));
    return NetworkWords::tr("answers from %1 to %2").arg(numberText(least), numberText(greatest));
}

}  // namespace actlab::widgets
