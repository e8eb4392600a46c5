#pragma once

#include <QWidget>
#include <memory>

#include "core/data/dataset.hpp"
#include "core/nn/train.hpp"

class QCPGraph;
class QCPPainter;
class QCustomPlot;

namespace actlab::widgets {

struct Theme;

/// One input against its value: the points, and the curve the network draws through them.
class TrainFitPlot : public QWidget {
    Q_OBJECT

public:
    explicit TrainFitPlot(QWidget* parent = nullptr);

    void showData(std::shared_ptr<const data::Dataset> data);
    void showPicture(const nn::Picture& picture);
    void clearPicture();
    /// In the light theme, whatever the window's is.
    void paintFigure(QCPPainter& painter, QSize size);

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour(const Theme& theme);
    void fitAxes();

    std::shared_ptr<const data::Dataset> m_data;
    QCustomPlot* m_plot;
    QCPGraph* m_test;
    QCPGraph* m_train;
    QCPGraph* m_curve;
};

}  // namespace actlab::widgets
