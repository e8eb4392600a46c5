#pragma once

#include <QPixmap>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

#include "core/nn/spec.hpp"

namespace actlab::widgets {

/// One column of the network's picture: the inputs, a hidden layer or the outputs.
struct TrainNetworkColumn {
    QString above, below;
    activation::ActivationPtr activation;  ///< of a hidden layer
    std::size_t neurons = 0;
};
std::vector<TrainNetworkColumn> networkColumns(const nn::TrainingSpec& spec, const data::Dataset& data);

/// Where the neurons of the columns stand in a rectangle. Of many neurons the first ones are shown.
class TrainNetworkGeometry {
public:
    TrainNetworkGeometry(const std::vector<TrainNetworkColumn>& columns, QRectF area);

    double columnWidth() const { return m_columnWidth; }
    double columnX(std::size_t column) const;
    std::size_t shown(std::size_t column) const;
    bool isCut(std::size_t column) const { return shown(column) < m_neurons[column]; }
    double radius() const { return m_pitch * 0.36; }
    QPointF neuron(std::size_t column, std::size_t number) const;
    /// Of the first of the three dots that stand for the neurons not shown.
    QPointF dots(std::size_t column) const;

private:
    QRectF m_area;
    std::vector<std::size_t> m_neurons;
    double m_columnWidth;
    double m_pitch;
    std::size_t m_most;  ///< neurons that fit into a column
};

}  // namespace actlab::widgets
