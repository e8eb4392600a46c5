#include "app/widgets/train_boundary.hpp"

#include <QPointF>
#include <array>
#include <cmath>

namespace actlab::widgets {

namespace {

struct Corner {
    QPointF at;
    double value;
};

QPointF crossing(const Corner& a, const Corner& b)
{
    return a.at + (b.at - a.at) * (a.value / (a.value - b.value));
}

/// The corners go round the cell.
void appendCell(std::vector<QLineF>& lines, const std::array<Corner, 4>& corners)
{
    std::array<QPointF, 4> crossings;
    std::size_t count = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Corner &a = corners[i], &b = corners[(i + 1) % corners.size()];
        if (!std::isfinite(a.value))
            return;
        if ((a.value < 0) != (b.value < 0))
            crossings[count++] = crossing(a, b);
    }
    for (std::size_t i = 0; i + 1 < count; i += 2)
        lines.emplace_back(crossings[i], crossings[i + 1]);
}

}  // namespace

std::vector<QLineF> zeroLine(const nn::Picture& picture)
{
    std::vector<QLineF> lines;
    const double step = (picture.high - picture.low) / std::max(1.0, static_cast<double>(picture.width) - 1);
    const auto corner = [&](std::size_t x, std::size_t y) {
        return Corner{{picture.low + step * static_cast<double>(x), picture.low + step * static_cast<double>(y)},
                      picture.values[y * picture.width + x]};
    };
    for (std::size_t y = 0; y + 1 < picture.height; ++y)
        for (std::size_t x = 0; x + 1 < picture.width; ++x)
            appendCell(lines, {corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)});
    return lines;
}

}  // namespace actlab::widgets
