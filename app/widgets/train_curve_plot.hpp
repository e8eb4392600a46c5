#pragma once

#include <span>

#include "app/widgets/train_epoch_plot.hpp"
#include "core/nn/train.hpp"

namespace actlab::widgets {

/// One measure of a run against its epochs: training solid, test dashed.
class TrainCurvePlot : public TrainEpochPlot {
    Q_OBJECT

public:
    enum class Measure { Loss, Accuracy, Determination };

    explicit TrainCurvePlot(Measure measure, QWidget* parent = nullptr);

    /// Accuracy in per cent for classes, R² for values.
    void setMeasure(Measure measure);
    void setLogarithmic(bool logarithmic);

    void clear();
    /// The run so far; what is already known is not read again. At most `epochs` are to come.
    void show(std::span<const nn::EpochMetrics> history, std::size_t epochs);
    using QWidget::show;

protected:
    const models::TrainingCurve* leadingCurve() const override { return &m_train; }
    void drawCurves(double first, double last, std::size_t columns) override;
    void recolourCurves(const Theme& theme, double width) override;
    QString readout() const override;

private:
    void fitLosses(const ValueExtent& extent);
    QString valueText(const models::TrainingCurve& curve) const;

    Measure m_measure;
    bool m_logarithmic = false;
    models::TrainingCurve m_train, m_test;
    QCPGraph* m_trainGraph;
    QCPGraph* m_testGraph;
};

}  // namespace actlab::widgets
