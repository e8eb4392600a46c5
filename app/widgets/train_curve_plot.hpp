#pragma once

#include <QWidget>
#include <optional>
#include <span>

#include "app/models/training_curve.hpp"
#include "core/nn/train.hpp"

class QCPGraph;
class QCPItemLine;
class QCustomPlot;
class QLabel;

namespace actlab::widgets {

/// One measure of a run against its epochs: training solid, test dashed. The heading names the newest values,
/// or those under the mouse. Grows its axes in steps, so that the picture stands still between them.
class TrainCurvePlot : public QWidget {
    Q_OBJECT

public:
    enum class Measure { Loss, Accuracy, Determination };

    explicit TrainCurvePlot(Measure measure, QWidget* parent = nullptr);

    /// Accuracy in per cent for classes, R² for values.
    void setMeasure(Measure measure);
    void setLogarithmic(bool logarithmic);
    /// At the right end of the heading.
    void addToHeading(QWidget* control);

    void clear();
    /// The run so far; what is already known is not read again. At most `epochs` are to come.
    void show(std::span<const nn::EpochMetrics> history, std::size_t epochs);
    using QWidget::show;

    /// Shows the values at this epoch in the heading; nullopt: the newest.
    void setCursorAt(std::optional<double> epoch);

Q_SIGNALS:
    void hovered(std::optional<double> epoch);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createHeading();
    void createGraphs();
    void connectMouse();
    void recolour();
    void fit();
    void fitValues();
    void redraw();
    void showReadout();
    QString valueText(const models::TrainingCurve& curve) const;

    Measure m_measure;
    bool m_logarithmic = false;
    bool m_following = true;  // until the person zooms or drags; again after a double click
    std::size_t m_epochs = 0;
    std::optional<double> m_cursor;
    models::TrainingCurve m_train, m_test;
    QCustomPlot* m_plot;
    QWidget* m_heading = nullptr;
    QLabel* m_title;
    QLabel* m_readout;
    QCPGraph* m_trainGraph = nullptr;
    QCPGraph* m_testGraph = nullptr;
    QCPItemLine* m_cursorLine = nullptr;
};

}  // namespace actlab::widgets
