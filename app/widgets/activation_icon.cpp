#include "app/widgets/activation_icon.hpp"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

std::vector<double> iconAbscissae()
{
    constexpr int kPoints = 57;
    constexpr double kReach = 3.5;
    std::vector<double> x;
    for (int i = 0; i < kPoints; ++i)
        x.push_back(kReach * (2.0 * i / (kPoints - 1) - 1));
    return x;
}

struct Extent {
    double low = -1, high = 1;  // at least this much, so that a constant is a flat line
};

Extent extentOf(const std::vector<double>& y)
{
    constexpr double kFarthest = 3.5;
    Extent extent;
    for (const double value : y) {
        if (std::isfinite(value)) {
            extent.low = std::max(std::min(extent.low, value), -kFarthest);
            extent.high = std::min(std::max(extent.high, value), kFarthest);
        }
    }
    return extent;
}

QPainterPath curvePath(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto [low, high] = extentOf(y);
    const double width = kActivationIconSize.width() - 4, height = kActivationIconSize.height() - 6;
    QPainterPath path;
    bool drawing = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const bool visible = std::isfinite(y[i]) && y[i] <= high + 0.5 && y[i] >= low - 0.5;
        const QPointF point(2 + (x[i] / x.back() + 1) / 2 * width, 3 + (high - y[i]) / (high - low) * height);
        if (visible && drawing)
            path.lineTo(point);
        else if (visible)
            path.moveTo(point);
        drawing = visible;
    }
    return path;
}

}  // namespace

QPixmap activationIcon(const activation::Activation& activation, const QColor& colour, double devicePixelRatio)
{
    const std::vector<double> x = iconAbscissae();
    const auto outputs = activation.evaluate<double>(x, 0);
    QPixmap pixmap(kActivationIconSize * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    painter.drawPath(curvePath(x, outputs.front()));
    return pixmap;
}

}  // namespace actlab::widgets
