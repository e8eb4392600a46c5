#pragma once

#include <QObject>
#include <QPen>
#include <optional>
#include <vector>

#include "core/nn/layer_use.hpp"

class QCPItemRect;
class QCPItemStraightLine;
class QCustomPlot;

namespace actlab::widgets {

struct Theme;

/// The pieces of an activation as bands over a plot: a line at every border, the chosen one filled. A click on a band
/// says which one it is.
class TrainPieceBands : public QObject {
    Q_OBJECT

public:
    explicit TrainPieceBands(QCustomPlot& plot);

    /// One piece alone is no band.
    void show(const std::vector<nn::LayerUse::Piece>& pieces, std::optional<std::size_t> chosen);
    void recolour(const Theme& theme);

Q_SIGNALS:
    void clicked(std::size_t piece);

private:
    bool isOver(QPoint place) const;
    void press(QPoint place);

    QCustomPlot& m_plot;
    QPen m_pen;  ///< of the borders
    QCPItemRect* m_band;
    std::vector<QCPItemStraightLine*> m_borders;  ///< as many as there ever were
    std::vector<double> m_places;                 ///< where the pieces meet
};

}  // namespace actlab::widgets
