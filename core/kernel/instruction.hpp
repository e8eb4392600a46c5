#pragma once

#include <array>
#include <cstdint>

#include "core/expr/builtins.hpp"

namespace actlab::kernel {

enum class Op : std::uint8_t {
    Constant,
    Input,
    Parameter,  // sources: `a` is the index in its table
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    And,
    Or,
    Not,     // 1 or 0
    Select,  // a != 0 ? b : c
    Call,    // builtin `function` of a, b, c
};

/// One step of the tape: writes the value of instruction number i into slot i.
struct Instruction {
    Op op;
    expr::BuiltinId function{};
    std::array<std::uint32_t, 3> operands{};
};

}  // namespace actlab::kernel
