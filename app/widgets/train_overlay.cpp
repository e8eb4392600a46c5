#include "app/widgets/train_overlay.hpp"

#include "app/widgets/theme.hpp"

namespace actlab::widgets {

QString overlayName(const workspace::Run& run)
{
    constexpr qsizetype kLongest = 18;
    const QString name = QString::fromStdString(run.name);
    const QString shortened = name.size() <= kLongest ? name : name.left(kLongest - 1) + QStringLiteral("…");
    return shortened.toHtmlEscaped().replace(' ', "&nbsp;") + "&nbsp;";
}

QColor overlayColour(const workspace::Run& run, const Theme& theme)
{
    return curveColour(static_cast<int>(run.colour.value_or(1)), theme);
}

}  // namespace actlab::widgets
