#pragma once

#include <optional>
#include <string_view>

#include "core/analysis/breakpoints.hpp"

namespace actlab::analysis {

/// How well a formula holds together.
struct Smoothness {
    Join worst = Join::Smooth;
    std::vector<Breakpoint> points;  ///< ascending; C1 and C2 joins included
    /// Whether these are all there are. False where there are more than can be listed, and beyond ±50 where
    /// something that oscillates decides: nobody can follow it to the end of the line. False, too, where something
    /// decides beyond ±1e9, and where a kink was left out because it is so slight that it may be the rounding of a
    /// condition that only touches 0.
    bool complete = true;
    /// Where value or slope differ from side to side by less than one part in 2e-10 and 1e-8 and yet by more than
    /// rounding: the seam of an approximation, such as softplus has at its threshold, or a kink next to nothing.
    std::vector<double> seams;
};

/// Over an interval, or as far as numbers of everyday size reach (±1e9). The places are roots of what the formula's
/// conditions compare, to the last digits, not samples.
Smoothness smoothnessOf(const activation::Activation& activation, std::optional<Interval> interval = std::nullopt);

/// "jump", "C0", "C1", "C2" or "smooth": what a function with such a join is.
std::string_view continuityOf(Join worst);

/// "jump", "kink", "C1" or "C2"; "removable" where both sides meet and only the value at the place itself is missing
/// or another one, as in sin(x)/x.
std::string_view kindOf(const Breakpoint& point);

}  // namespace actlab::analysis
