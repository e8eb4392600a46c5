#pragma once

#include <functional>

#include "app/widgets/train_line.hpp"
#include "core/nn/learned.hpp"

namespace actlab::widgets {

/// One learned parameter of one run in a plot: the mean of its channels, with a band from the least to the greatest
/// of them behind it.
class TrainParameterLine {
public:
    /// The plot outlives it.
    TrainParameterLine(QCustomPlot& plot, const nn::LearnedParameter& learned, const QString& name);
    ~TrainParameterLine();
    TrainParameterLine(const TrainParameterLine&) = delete;
    TrainParameterLine& operator=(const TrainParameterLine&) = delete;

    /// Forgets what it has, and goes on in this view.
    void begin(const models::CurveView& view);
    /// Of the parameters that were learned at the end of that epoch, this is the one at `index`.
    void append(const nn::EpochMetrics& at, std::size_t index);
    void draw(const CurveReach& reach, ValueExtent& extent);
    void setPen(const QPen& pen);
    QPen pen() const { return m_mean.pen(); }
    const models::TrainingCurve& curve() const { return m_mean.curve(); }
    /// "0.250 (0.100…0.400)"; `valueOf` says what a curve has at the cursor.
    QString text(const std::function<double(const models::TrainingCurve&)>& valueOf) const;

private:
    /// Of the channels; none where there are none.
    struct Edge {
        QCPGraph* graph = nullptr;
        models::TrainingCurve curve = {};
    };
    void drawEdge(const Edge& edge, const CurveReach& reach, ValueExtent& extent) const;

    QCustomPlot& m_plot;
    models::CurveView m_view;
    Edge m_low, m_high;
    TrainLine m_mean;
};

}  // namespace actlab::widgets
