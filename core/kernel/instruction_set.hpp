#pragma once

#include <span>
#include <string_view>

#include "core/kernel/step.hpp"

namespace actlab::kernel {

/// The same steps compiled for one kind of processor.
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

}  // namespace actlab::kernel
