#pragma once

#include "core/kernel/instruction.hpp"
#include "core/kernel/step.hpp"

namespace actlab::kernel {

/// The machine step of an operation of the tape that is neither a source nor a call. Greater has none: it is Less
/// with its operands exchanged.
Code codeOf(Op op);
Code codeOf(expr::BuiltinId function);

/// How many operands an instruction of the tape reads.
std::uint8_t operandCount(const Instruction& instruction);

}  // namespace actlab::kernel
