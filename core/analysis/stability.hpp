#pragma once

#include <string>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"
#include "core/analysis/precision.hpp"

namespace actlab::analysis {

/// What was calculated: f and the gradient used in training as our kernels calculate them, after simplifying; and the
/// value and autograd's gradient of the formula as its author typed it, as PyTorch would run it, `where` and all.
enum class Quantity { Value, Gradient, TypedValue, Autograd };

enum class Trouble {
    NotANumber,
    Infinite,   ///< while the true number fits
    TooLarge,   ///< infinite, and so is the true number in this format
    Inaccurate  ///< wrong by more than 1 %
};

/// A stretch of inputs for which a format does not serve.
struct Instability {
    Precision precision = Precision::Float64;
    Quantity quantity = Quantity::Value;
    Trouble trouble = Trouble::NotANumber;
    Interval x;              ///< the outermost inputs of the format that fail; infinite where it goes on to the last
    std::string node;        ///< the part of the formula that causes it, in the author's words
    expr::Span span;         ///< where that stands; empty where it is derived
    std::string suggestion;  ///< the whole formula in a spelling that does not fail there, or empty
};

/// Looks at about a thousand inputs from 0 to ± the largest number of each format, then for the very number where a
/// failure begins. Formats are told apart by rounding every single operation to them.
///
/// The truth is the formula, in its stable spelling where there is one that provably agrees, in the widest arithmetic
/// of the machine (64 binary digits and 15 of exponent on x86). An error is one when it exceeds 1 %, or eight
/// roundings of the format where that is more (bfloat16: 6 %), and what a change of the input in its last two digits
/// would explain: nobody can tell sin(30x) in float32 at a million. Of autograd only NaN and infinity are told. What
/// PyTorch would calculate is told only where ours does not fail in the same way.
std::vector<Instability> findInstabilities(const activation::Activation& activation);

/// "value is NaN", "gradient is wrong by more than 1 %", …
std::string sentenceOf(const Instability& instability);

}  // namespace actlab::analysis
