#include "app/widgets/train_layer_words.hpp"

#include "app/widgets/number_text.hpp"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr std::size_t kMostPiecesNamed = 6, kMostDeadNamed = 8, kMostUnitsNamed = 5;
constexpr auto kDead = "dead", kSaturated = "saturated";

struct LayerWords {
    Q_DECLARE_TR_FUNCTIONS(TrainLayerPlot)
};

QString percent(double share)
{
    const double hundredths = 100 * share;
    const bool isSmall = hundredths > 0 && hundredths < 0.5;
    return isSmall ? QStringLiteral("<1 %") : QStringLiteral("%1 %").arg(std::round(hundredths));
}

QString placeOf(const nn::LayerUse::Piece& piece)
{
    if (std::isinf(piece.from))
        return LayerWords::tr("below %1").arg(numberText(piece.to, 3));
    if (std::isinf(piece.to))
        return LayerWords::tr("above %1").arg(numberText(piece.from, 3));
    return LayerWords::tr("from %1 to %2").arg(numberText(piece.from, 3), numberText(piece.to, 3));
}

/// By their numbers, as the network's picture counts them.
QString deadWords(const nn::LayerUse& use)
{
    QStringList numbers;
    for (const std::size_t unit : use.deadUnits)
        if (static_cast<std::size_t>(numbers.size()) < kMostDeadNamed)
            numbers.append(QString::number(unit + 1));
    const auto dead = static_cast<int>(use.deadUnits.size());
    if (use.deadUnits.size() > kMostDeadNamed)
        return LayerWords::tr("Dead, for no row moves them: %1 of %2 units, among them %3")
            .arg(dead)
            .arg(use.units)
            .arg(numbers.join(QStringLiteral(", ")));
    return LayerWords::tr("Dead, for no row moves them: units %1 of %2", nullptr, dead)
        .arg(numbers.join(QStringLiteral(", ")))
        .arg(use.units);
}

LayerRegion deadRegion(const nn::LayerUse& use)
{
    LayerRegion region{kDead, LayerWords::tr("dead"), deadWords(use), {}};
    for (const std::size_t unit : use.deadUnits)
        region.units.push_back({unit, 1});
    return region;
}

QString linkTo(const LayerRegion& region, const QString& chosen)
{
    const QString words = region.words.toHtmlEscaped();
    return QStringLiteral("<a href='%1' style='text-decoration:none'>%2</a>")
        .arg(region.key, region.key == chosen ? QStringLiteral("<b>%1</b>").arg(words) : words);
}

}  // namespace

QString keyOfPiece(std::size_t piece)
{
    return QStringLiteral("piece-%1").arg(piece);
}

std::vector<LayerRegion> regionsOf(const nn::LayerUse& use)
{
    std::vector<LayerRegion> regions;
    if (!use.deadUnits.empty())
        regions.push_back(deadRegion(use));
    const QString saturated = LayerWords::tr("saturated");
    regions.push_back({kSaturated, saturated, percent(use.saturated) + ' ' + saturated,
                       nn::unitsMostlyThere(use.saturatedOfUnits)});
    for (std::size_t i = 0; use.pieces.size() > 1 && i < use.pieces.size(); ++i) {
        const nn::LayerUse::Piece& piece = use.pieces[i];
        const QString name = placeOf(piece);
        regions.push_back(
            {keyOfPiece(i), name, percent(piece.share) + ' ' + name, nn::unitsMostlyThere(piece.shareOfUnits)});
    }
    return regions;
}

QString wordsFor(const nn::LayerUse& use, const std::vector<LayerRegion>& regions, const QString& chosen)
{
    QStringList sentences, pieces;
    if (use.deadUnits.empty())
        sentences.append(use.units == 1
                             ? LayerWords::tr("1 unit, not dead.")
                             : LayerWords::tr("%n units, none dead.", nullptr, static_cast<int>(use.units)));
    for (const LayerRegion& region : regions) {
        const bool isPiece = region.key != kDead && region.key != kSaturated;
        if (!isPiece)
            sentences.append(linkTo(region, chosen) + '.');
        else if (static_cast<std::size_t>(pieces.size()) < kMostPiecesNamed)
            pieces.append(linkTo(region, chosen));
    }
    if (!pieces.isEmpty())
        sentences.append(pieces.join(QStringLiteral(", ")) +
                         (use.pieces.size() > kMostPiecesNamed ? QStringLiteral(", …") : QStringLiteral(".")));
    return sentences.join(' ');
}

QString unitsWords(const LayerRegion& region, std::size_t units)
{
    if (region.units.empty())
        return LayerWords::tr("No unit is mostly %1.").arg(region.name);
    QStringList named;
    for (const nn::UnitShare& each : region.units)
        if (static_cast<std::size_t>(named.size()) < kMostUnitsNamed)
            named.append(QStringLiteral("%1 (%2)").arg(each.unit + 1).arg(percent(each.share)));
    if (region.units.size() > kMostUnitsNamed)
        named.append(QStringLiteral("…"));
    return LayerWords::tr("Mostly %1: units %2; %3 of %4.")
        .arg(region.name, named.join(QStringLiteral(", ")))
        .arg(region.units.size())
        .arg(units);
}

}  // namespace actlab::widgets
