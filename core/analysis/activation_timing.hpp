#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace actlab::analysis {

/// Of some rounds; a median of an even number is the upper one.
struct Spread {
    double median = 0, least = 0, greatest = 0;
};
/// `numbers` may not be empty.
inline Spread spreadOf(std::vector<double> numbers)
{
    std::ranges::sort(numbers);
    return {numbers[numbers.size() / 2], numbers.front(), numbers.back()};
}

/// What one pass costs, in nanoseconds a call, and the ratios of our kernel's time to the others', round by round.
/// Without PyTorch's own function of the same name its entries are empty.
struct PassTiming {
    Spread kernel, composed, overComposed;
    std::optional<Spread> builtin, overBuiltin;
};
struct ActivationTiming {
    std::size_t size = 0;  ///< elements, float32
    PassTiming forward;    ///< without a record for autograd
    PassTiming both;       ///< forwards and backwards through autograd
};

}  // namespace actlab::analysis
