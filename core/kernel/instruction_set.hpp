#pragma once

#include <span>
#include <string_view>

#include "core/kernel/step.hpp"

namespace actlab::kernel {

/// The same steps compiled for one kind of processor. + - * /, sqrt, comparisons and whole numbers are right to the
/// last bit. Of the others these are the greatest errors that tests find anywhere in their ranges, in units of the
/// last place of float and of double, with vectors of 16 and of 32 bytes:
///   exp      1.1  1.1    expm1    1.3  2      log      0.8  0.8
///   log1p    0.8  0.8    log2     0.51 0.51   log10    0.51 0.51
///   sqrt     0.5  0.5    cbrt     0.51 0.51   sin      2    0.8
///   cos      2.3  0.8    tan      0.7  2      asin     0.8  1.1
///   acos     0.8  0.8    atan     1.5  1.3    sinh     1.9  2.1
///   cosh     1.4  1.3    tanh     2.1  1.8    asinh    1.5  1.4
///   acosh    1.5  1.4    atanh    1.5  1.7    erf      2.7  1.9
///   erfc     3.8  3.5    sigmoid  2.5  2.3    pow      0.51 1.1
/// sinc is sin divided by its argument. Angles beyond 2^19 are the C library's.
struct InstructionSet {
    std::string_view name;  ///< "baseline", "avx2", "avx512"
    RunSteps<float> runFloat;
    RunSteps<double> runDouble;
};

/// Those that this machine can run, the fastest last.
std::span<const InstructionSet> instructionSets();

/// The one that evaluates: the fastest, or the one that the environment variable ACTLAB_INSTRUCTION_SET names if this
/// machine has it. Decided once.
const InstructionSet& instructionSet();

inline RunSteps<float> machineFor(float)
{
    return instructionSet().runFloat;
}
inline RunSteps<double> machineFor(double)
{
    return instructionSet().runDouble;
}

}  // namespace actlab::kernel
