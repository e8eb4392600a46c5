#pragma once

#include "core/kernel/instruction_set.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace actlab::kernel::testing {

inline void runOn(const InstructionSet& set, const Step<float>& step, std::size_t n)
{
    set.runFloat(&step, 1, n);
}
inline void runOn(const InstructionSet& set, const Step<double>& step, std::size_t n)
{
    set.runDouble(&step, 1, n);
}

/// The vectors of AVX-512 spelled for any processor: what can be tested of that set on a machine without it.
namespace wide {
void runSteps(const Step<float>* steps, std::size_t count, std::size_t n);
void runSteps(const Step<double>* steps, std::size_t count, std::size_t n);
}  // namespace wide

/// Every set this machine can run.
inline std::vector<InstructionSet> allSets()
{
    const auto real = instructionSets();
    std::vector<InstructionSet> sets(real.begin(), real.end());
    sets.push_back({"wide", wide::runSteps, wide::runSteps});
    return sets;
}

/// One step over arrays of the same length, which are made a whole padding by repeating their last element.
template <class T>
std::vector<T> resultOf(const InstructionSet& set, Code code, std::vector<std::vector<T>> operands)
{
    const std::size_t n = operands.front().size();
    const std::size_t padded = (n + kStepPadding - 1) / kStepPadding * kStepPadding;
    std::vector<T> out(padded);
    Step<T> step{.code = code, .out = out.data()};
    for (std::size_t i = 0; i < operands.size(); ++i) {
        operands[i].resize(padded, operands[i].back());
        step.in[i] = operands[i].data();
    }
    runOn(set, step, padded);
    out.resize(n);
    return out;
}

}  // namespace actlab::kernel::testing
