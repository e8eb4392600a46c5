#pragma once

#include <QString>
#include <vector>

#include "core/nn/layer_use.hpp"

namespace actlab::widgets {

/// A part of what a layer meets that can be pointed at: its dead units, where it is saturated, a piece.
struct LayerRegion {
    QString key;                       ///< "dead", "saturated", "piece-0"
    QString name;                      ///< "dead", "saturated", "below 0"
    QString words;                     ///< as it stands in wordsFor()
    std::vector<nn::UnitShare> units;  ///< that are mostly there, the greatest share first
};
/// A layer without pieces has the first two alone; one without dead units not the first.
std::vector<LayerRegion> regionsOf(const nn::LayerUse& use);
QString keyOfPiece(std::size_t piece);

/// "Dead, for no row moves them: units 3, 7 of 16. 12 % saturated. 61 % below 0, 39 % above." As rich text, in which
/// every region is a link to its key; the chosen one is bold.
QString wordsFor(const nn::LayerUse& use, const std::vector<LayerRegion>& regions, const QString& chosen = {});
/// "Mostly below 0: units 3 (100 %), 7 (98 %). 2 of 16."
QString unitsWords(const LayerRegion& region, std::size_t units);

}  // namespace actlab::widgets
