#pragma once

#include <optional>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"

namespace actlab::analysis {

/// How a spelling fails where another one of the same function does not.
enum class Failure {
    Value,     ///< it is not finite
    Gradient,  ///< it is finite, its derivative is not
    Digits,    ///< fewer than three digits are right
};

struct Breakdown {
    Failure failure = Failure::Value;
    Interval x;  ///< the stretch nearest 0 where it fails; its ends may be infinite
};

/// Two spellings of one function, laid side by side on a grid.
struct Agreement {
    static constexpr std::size_t kEnough = 100;

    std::size_t compared = 0;                  ///< places where `before` is sound, so that they can be compared
    std::size_t places = 0;                    ///< of the whole grid
    double largestDifference = 0;              ///< relative, in double precision, over those compared
    std::optional<Breakdown> single, twofold;  ///< where `before` fails in float32 and in float64, `after` not

    /// Whether they are one function: sound in many places, and the same there.
    bool isGood() const { return compared >= kEnough && largestDifference < 1e-9; }
};

/// Compares the formulas as they are spelled, nothing simplified, at the parameters of each, which must be the same.
Agreement compareSpellings(const activation::Activation& before, const activation::Activation& after);

}  // namespace actlab::analysis
