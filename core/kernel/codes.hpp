#pragma once

#include "core/kernel/instruction.hpp"
#include "core/kernel/step.hpp"

#include <span>

namespace actlab::kernel {

/// The machine step of an operation of the tape that is neither a source nor a call. Greater has none: it is Less
/// with its operands exchanged.
Code codeOf(Op op);
Code codeOf(expr::BuiltinId function);
/// The step that does the same and writes what is calculated on the way to it, or from it, into `out2`. There is one
/// for Sigmoid, Erf, Erfc, Tanh and TanhSoftplus.
Code withSecondResult(Code code);

/// The slots that an instruction of the tape reads. Those of a source are none: they are indices in a table.
std::span<const std::uint32_t> operandsOf(const Instruction& instruction);

}  // namespace actlab::kernel
