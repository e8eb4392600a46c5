#include "app/widgets/train_colours.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

// The Okabe–Ito pair at the ends of a diverging scale.
QColor orange(const Theme& theme)
{
    return theme.dark ? QColor(0xf0, 0xa0, 0x30) : QColor(0xd5, 0x6a, 0x00);
}

QColor blue(const Theme& theme)
{
    return theme.dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x5f, 0xa8);
}

}  // namespace

QColor classColour(std::size_t number, std::size_t classes, const Theme& theme)
{
    if (classes > 2 && number > 1)
        return curveColour(static_cast<int>(number), theme);
    return number == 0 ? orange(theme) : blue(theme);
}

QColor answerColour(double answer, const Theme& theme, double strongest)
{
    const double strength = std::clamp(std::abs(answer), 0.0, 1.0) * strongest;
    return mixed(answer < 0 ? orange(theme) : blue(theme), theme.surface, strength);
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](double from, double to) { return static_cast<float>(to + (from - to) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

}  // namespace actlab::widgets
