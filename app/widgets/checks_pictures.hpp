#pragma once

#include <QRectF>
#include <QWidget>
#include <functional>

#include "core/analysis/report.hpp"

class QPainter;

namespace actlab::widgets {

struct Theme;

/// The variances of signal and gradient layer by layer, predicted as lines and measured as dots, on a logarithmic
/// axis.
void paintDeepNetwork(QPainter& painter, const QRectF& rect, const analysis::DeepNetwork& deep, const Theme& theme);

/// One bar a format over ± its largest number, marked where value or gradient fails: full where it is NaN or
/// infinite, hatched where it is only inaccurate or too large.
void paintStability(QPainter& painter, const QRectF& rect, const std::vector<analysis::Instability>& found,
                    const Theme& theme);

/// A picture in a column, painted by a function.
class ChecksPicture : public QWidget {
    Q_OBJECT

public:
    using Paint = std::function<void(QPainter& painter, const QRectF& rect, const Theme& theme)>;

    explicit ChecksPicture(double linesHigh, QWidget* parent = nullptr);
    void show(Paint paint);
    using QWidget::show;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Paint m_paint;
    double m_linesHigh;
};

}  // namespace actlab::widgets
