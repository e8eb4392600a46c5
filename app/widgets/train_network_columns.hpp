#pragma once

#include <QPixmap>
#include <QPointF>
#include <QRectF>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/nn/spec.hpp"

namespace actlab::widgets {

/// One column of the network's picture: the inputs, a hidden layer or the outputs.
struct TrainNetworkColumn {
    QString above, below;
    activation::ActivationPtr activation;  ///< of a hidden layer
    std::size_t neurons = 0;
    QStringList names = {};                       ///< of the neurons, where they have any
    bool isNormalised = false, isLinked = false;  ///< over the batch; past itself
};
std::vector<TrainNetworkColumn> networkColumns(const nn::TrainingSpec& spec, const data::Dataset& data);

/// Below it the words of so many layers would run into each other; in pixels.
int leastNetworkWidth(const std::vector<TrainNetworkColumn>& columns);

inline constexpr double kBesideNeuron = 6;  ///< pixels between a neuron and its name

/// Where the neurons of the columns stand in a rectangle. Of many neurons the first ones are shown.
class TrainNetworkGeometry {
public:
    TrainNetworkGeometry(const std::vector<TrainNetworkColumn>& columns, QRectF area);

    /// The first and the last column are wider where there are many: they have names beside them.
    double columnWidth(std::size_t column) const;
    double columnX(std::size_t column) const;
    /// Pixels beside the neurons of the first or the last column; long names move these inwards.
    double nameRoom(std::size_t column) const;
    std::size_t shown(std::size_t column) const;
    bool isCut(std::size_t column) const { return shown(column) < m_neurons[column]; }
    double radius() const { return m_pitch * 0.36; }              ///< of a neuron's circle
    QRectF square(std::size_t column, std::size_t number) const;  ///< of a neuron's picture
    QPointF neuron(std::size_t column, std::size_t number) const;
    /// Of the first of the three dots that stand for the neurons not shown.
    QPointF dots(std::size_t column) const;

    /// A neuron, or the link that leads to it.
    struct Spot {
        std::size_t column = 0, neuron = 0;
        std::optional<std::size_t> from = {};  ///< a neuron of the column before
        bool operator==(const Spot&) const = default;
    };
    /// What lies under the mouse.
    std::optional<Spot> spotAt(QPointF place) const;

private:
    double inwardsFor(const QStringList& names, std::size_t column) const;
    std::optional<Spot> neuronAt(QPointF place) const;
    std::optional<Spot> linkAt(QPointF place) const;

    QRectF m_area;
    std::vector<std::size_t> m_neurons;
    double m_endWidth, m_hiddenWidth;              ///< of the columns
    double m_firstInwards = 0, m_lastInwards = 0;  ///< of their middles
    double m_pitch;
    std::size_t m_most;  ///< neurons that fit into a column
};

}  // namespace actlab::widgets
