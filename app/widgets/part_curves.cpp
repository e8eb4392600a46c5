#include "app/widgets/part_curves.hpp"

#include "app/widgets/theme.hpp"

namespace actlab::widgets {

namespace {

constexpr int kColour = 1;  // of curveColour; the whole has 0
constexpr qsizetype kLongestLabel = 40;

QString nameOf(const activation::FormulaPart& part)
{
    const QString name = QString::fromStdString(part.formula).simplified();
    return name.size() <= kLongestLabel ? name : name.left(kLongestLabel - 1) + QChar(u'…');
}

void addPart(std::vector<PlottedCurve>& curves, const models::ComposePart& part, analysis::Interval x, int pixels)
{
    PlottedCurve curve{.name = nameOf(*part.part()),
                       .colour = kColour,
                       .set = part.curve(x, pixels),
                       .visible = {true, false, false},
                       .isGuest = true};
    if (auto chosen = part.chosenCurve(x, pixels)) {
        curve.isAside = true;
        curves.push_back(curve);
        curve.isAside = false;
        curve.set = *std::move(chosen);
    }
    curves.push_back(std::move(curve));
}

}  // namespace

std::vector<PlottedCurve> withParts(std::vector<PlottedCurve> curves,
                                    const std::vector<const models::ComposePart*>& parts, analysis::Interval x,
                                    int pixels)
{
    for (const models::ComposePart* part : parts)
        if (part->part())
            addPart(curves, *part, x, pixels);
    return curves;
}

PartChip::PartChip(const models::ComposePart& part, QWidget* parent) : QLabel(parent), m_part(part)
{
    setObjectName("compose-part");
    setTextFormat(Qt::RichText);
    connect(&part, &models::ComposePart::changed, this, &PartChip::follow);
}

void PartChip::follow()
{
    if (!m_part.part())
        return clear();
    setFont(scaledFont(1));
    setText(QStringLiteral("<span style='color:%1'>\u2501\u2501</span>&nbsp; <code>%2</code>")
                .arg(curveColour(kColour, themeOf(palette())).name(), nameOf(*m_part.part()).toHtmlEscaped()));
}

}  // namespace actlab::widgets
