#pragma once

#include "app/widgets/train_network_drawing.hpp"

namespace actlab::widgets {

/// "Layer 1, neuron 3"; of an input or an output, its name or number.
QString neuronName(const TrainNetworkDrawing& drawing, std::size_t column, std::size_t neuron);
/// "Layer 1, neuron 3 → layer 2, neuron 1".
QString linkName(const TrainNetworkDrawing& drawing, const TrainNetworkGeometry::Spot& link);

/// The one or the other.
QString spotName(const TrainNetworkDrawing& drawing, const TrainNetworkGeometry::Spot& spot);

/// Of a neuron its bias, of a link its weight; nullopt where it has none or it is not known.
std::optional<double> valueAt(const TrainNetworkDrawing& drawing, const TrainNetworkGeometry::Spot& spot);
/// Which of the network's parameters that is.
std::size_t parameterAt(const TrainNetworkDrawing& drawing, const TrainNetworkGeometry::Spot& spot);

/// What the picture of a neuron says, in a line.
QString pictureWords(const nn::ColumnPictures& column, std::size_t neuron);

}  // namespace actlab::widgets
