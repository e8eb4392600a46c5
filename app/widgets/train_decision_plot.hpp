#pragma once

#include <QWidget>
#include <memory>
#include <span>

#include "core/data/dataset.hpp"
#include "core/nn/train.hpp"

class QCPColorMap;
class QCPCurve;
class QCPPainter;
class QCustomPlot;

namespace actlab::widgets {

struct Theme;
class TrainPaintSurface;

/// The plane of two inputs: what the network answers as ground, and the points on it. Always square.
class TrainDecisionPlot : public QWidget {
    Q_OBJECT

public:
    explicit TrainDecisionPlot(QWidget* parent = nullptr);

    void showData(std::shared_ptr<const data::Dataset> data);
    void showPicture(const nn::Picture& picture);
    void clearPicture();
    bool hasPicture() const;
    /// Over the plane; hidden until somebody paints.
    TrainPaintSurface& paintSurface() const { return *m_surface; }
    /// In the light theme, whatever the window's is.
    void paintFigure(QCPPainter& painter, QSize size);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createMap();
    void recolour(const Theme& theme);
    void placeSquare(QSize room);
    void drawBoundary(const nn::Picture& picture);
    void drawPoints(const Theme& theme);
    void drawPoints(std::span<const float> places, std::span<const float> targets, bool training, const Theme& theme);
    QColor colourOf(float target, const Theme& theme) const;

    std::shared_ptr<const data::Dataset> m_data;
    double m_largestTarget = 1;
    QCustomPlot* m_plot;
    QCPColorMap* m_map = nullptr;
    QCPCurve* m_boundary = nullptr;
    TrainPaintSurface* m_surface;
};

}  // namespace actlab::widgets
