#pragma once

#include <QImage>
#include <QPixmap>
#include <optional>
#include <vector>

#include "app/widgets/theme.hpp"
#include "app/widgets/train_network_columns.hpp"
#include "core/nn/neuron_pictures.hpp"

class QPainter;

namespace actlab::widgets {

/// The weights between a column and the next: of the neurons that can be shown, row-major, to × from.
struct TrainNetworkLinks {
    std::size_t from = 0, to = 0;  ///< all neurons
    std::size_t fromShown = 0;
    std::vector<float> weights;
    std::vector<float> biases;                   ///< of the neurons they lead to
    std::size_t firstWeight = 0, firstBias = 0;  ///< their places among the network's parameters
    double largest = 0;                          ///< weight, without its sign
    double weight(std::size_t toNeuron, std::size_t fromNeuron) const
    {
        return weights[toNeuron * fromShown + fromNeuron];
    }
};
/// One entry less than there are columns; empty where the parameters are not the network's.
std::vector<TrainNetworkLinks> networkLinks(const nn::TrainingSpec& spec, const data::Dataset& data,
                                            const std::vector<float>& parameters);

/// What a neuron answers, or the weights it has: orange below 0, blue above, no colour at 0; over a line as a curve.
QImage neuronImage(const nn::ColumnPictures& column, std::size_t neuron, const Theme& theme);

/// What is drawn of a network, in the colours of one theme.
struct TrainNetworkDrawing {
    std::vector<TrainNetworkColumn> columns;
    std::vector<TrainNetworkLinks> links;            ///< empty where they are not known
    std::vector<std::vector<QImage>> pictures;       ///< by column; of no neuron where there are none
    std::vector<QPixmap> curves;                     ///< of the columns' activations; null where there is none
    std::optional<TrainNetworkGeometry::Spot> spot;  ///< under the mouse
    std::size_t pointedColumn = 0;                   ///< of the neurons that are pointed at
    std::vector<std::size_t> pointed;                ///< its neurons, from 0
    Theme theme;

    int bowRoom() const;  ///< what the bows of residual links want between the words above and the neurons
    void takeCurves(double devicePixelRatio);  ///< from the columns
    void takePictures(const std::vector<nn::ColumnPictures>& ofColumns);
    /// Room for the words is kept `above` and `below` the geometry's area.
    void paint(QPainter& painter, const TrainNetworkGeometry& at, QSize size, int above, int below) const;

private:
    void paintLinks(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column) const;
    void paintNeurons(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column) const;
    void paintNames(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column) const;
    void paintWiring(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column) const;
    void paintPointed(QPainter& painter, const TrainNetworkGeometry& at) const;
    void paintNeuron(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column, std::size_t number) const;
    void paintWords(QPainter& painter, const TrainNetworkGeometry& at, std::size_t column, QSize size, int above,
                    int below) const;
};

}  // namespace actlab::widgets
