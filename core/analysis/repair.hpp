#pragma once

#include "core/analysis/piece_edit.hpp"

namespace actlab::analysis {

enum class Repair {
    MeetInValue,  ///< one piece is moved up or down until it meets the other
    MeetInSlope,  ///< value and slope meet: C¹
    BlendCubic,   ///< a cubic piece over `width` that meets both in value and slope: C¹, and nothing else changes
    BlendSoft     ///< one smooth formula for both: softplus where lines meet, else a sigmoid from one to the other
};

struct RepairOrder {
    double knot = 0;
    Repair repair = Repair::MeetInValue;
    /// The piece that gives way. By default the one that is joined to nobody else, or has a number to change; else
    /// the right one.
    std::optional<Side> adjusted{};
    std::optional<double> width{};  ///< of a blend: by default 1, or half of the room where that is less
};

/// The definition with its join repaired. A correction is written in the parameters, so that it holds for every
/// value of them, as long as it stays short; else in numbers, for the values they have. An error says why it cannot
/// be done: a side without a finite value, a width that reaches beyond another knot, …
Edited repaired(const PieceMap& pieces, const RepairOrder& order);

/// The width that a cubic blend may have: it ends at the nearer of the neighbouring knots. Infinite where there are
/// none.
double widestBlend(const PieceMap& pieces, double knot);

}  // namespace actlab::analysis
