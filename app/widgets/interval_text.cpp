#include "app/widgets/interval_text.hpp"

#include "app/widgets/number_text.hpp"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

struct IntervalWords {
    Q_DECLARE_TR_FUNCTIONS(IntervalText)
};

}  // namespace

QString stretchText(const analysis::Interval& stretch)
{
    const bool fromAfar = std::isinf(stretch.low), toAfar = std::isinf(stretch.high);
    if (fromAfar && toAfar)
        return IntervalWords::tr("everywhere");
    if (fromAfar)
        return "x < " + numberText(stretch.high);
    if (toAfar)
        return "x > " + numberText(stretch.low);
    return numberText(stretch.low) + " < x < " + numberText(stretch.high);
}

QString stretchesText(std::span<const analysis::Interval> stretches)
{
    constexpr std::size_t kMostInWords = 3;
    QStringList words;
    for (const analysis::Interval& stretch : stretches.first(std::min(stretches.size(), kMostInWords)))
        words.append(stretchText(stretch));
    if (stretches.size() > kMostInWords)
        words.append(IntervalWords::tr("%1 more").arg(stretches.size() - kMostInWords));
    if (words.size() < 2)
        return words.join(QString());
    const QString last = words.takeLast();
    return IntervalWords::tr("%1 and %2").arg(words.join(QStringLiteral(", ")), last);
}

}  // namespace actlab::widgets
