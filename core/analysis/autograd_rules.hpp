#pragma once

#include <array>
#include <concepts>

#include "core/kernel/program.hpp"

namespace actlab::analysis {

/// The derivative of one instruction by each of its operands a, b, c, spelled as PyTorch's autograd spells it, so
/// that it overflows and cancels where that does. `value` is what the instruction gave. Conditionals are not here.
template <std::floating_point T>
std::array<T, 3> autogradFactors(const kernel::Instruction& step, T a, T b, T c, T value);

}  // namespace actlab::analysis
