#include "app/widgets/part_curves.hpp"

namespace actlab::widgets {

namespace {

constexpr int kColour = 1;  // of curveColour; the whole has 0
constexpr qsizetype kLongestName = 32;

QString shortened(const QString& name)
{
    return name.size() <= kLongestName ? name : name.left(kLongestName - 1) + QChar(u'…');
}

}  // namespace

std::vector<PlottedCurve> withPart(std::vector<PlottedCurve> curves, const models::ComposePart* part,
                                   analysis::Interval x, int pixels)
{
    if (!part || !part->part())
        return curves;
    const QString name = shortened(QString::fromStdString(part->part()->formula).simplified());
    PlottedCurve curve{
        .name = name, .colour = kColour, .set = part->curve(x, pixels), .visible = {true, false, false}};
    if (auto chosen = part->chosenCurve(x, pixels)) {
        curve.isAside = true;
        curves.push_back(curve);
        curve.isAside = false;
        curve.set = *std::move(chosen);
    }
    curves.push_back(std::move(curve));
    return curves;
}

}  // namespace actlab::widgets
