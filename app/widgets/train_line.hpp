#pragma once

#include <QPen>
#include <limits>

#include "app/models/curve_view.hpp"
#include "app/models/smoothing.hpp"
#include "app/models/training_curve.hpp"

class QCPGraph;
class QCustomPlot;

namespace actlab::widgets {

/// The range of values of curves.
struct ValueExtent {
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
    void include(const std::vector<models::TrainingCurve::Point>& points);
    bool isEmpty() const { return !(low <= high); }
};

/// The one that goes furthest; nullptr of none.
const models::TrainingCurve* furthest(const std::vector<const models::TrainingCurve*>& curves);

/// The part of a plot that is seen.
struct CurveReach {
    double first = 0, last = 1;
    std::size_t columns = 100;
    models::TrainingCurve::Spacing spacing = models::TrainingCurve::Spacing::Even;
};

/// What a graph shows of a curve; values below `least` are shown there, and what is not finite is a gap.
void setCurvePoints(QCPGraph& graph, const std::vector<models::TrainingCurve::Point>& points,
                    double least = -std::numeric_limits<double>::infinity());

/// One measure of one run in a plot. Where it is smoothed, it stays faint behind its mean; where many epochs share a
/// column, from the least to the greatest of them; and what is not finite is a cross at the upper edge.
class TrainLine {
public:
    /// The plot outlives it.
    TrainLine(QCustomPlot& plot, const QString& name);
    ~TrainLine();
    TrainLine(const TrainLine&) = delete;
    TrainLine& operator=(const TrainLine&) = delete;

    /// Forgets what it has, and goes on in this view.
    void begin(const models::CurveView& view);
    /// What has no place in the view is left out.
    void append(const nn::EpochMetrics& at, double value);
    void draw(const CurveReach& reach, ValueExtent& extent, double least = -std::numeric_limits<double>::infinity());
    void setPen(const QPen& pen);
    void setName(const QString& name);
    QPen pen() const;
    /// As it is, not smoothed.
    const models::TrainingCurve& curve() const { return m_curve; }

private:
    QCPGraph* addFaint() const;
    void drawRaw(const std::vector<models::TrainingCurve::Point>& points, double least);
    void drawWild(const CurveReach& reach);
    void recolourCompanions();

    QCustomPlot& m_plot;
    models::CurveView m_view;
    models::Smoothing m_smoothing;
    models::TrainingCurve m_curve, m_smooth;
    QCPGraph* m_line;
    QCPGraph* m_raw = nullptr;   ///< these two are made when they are first wanted
    QCPGraph* m_wild = nullptr;  ///< against an axis of its own from 0 to 1
};

}  // namespace actlab::widgets
