#pragma once

#include <cmath>
#include <limits>
#include <span>

#include "core/analysis/scalar_function.hpp"
#include "core/kernel/program.hpp"

namespace actlab::analysis {

/// The value of one instruction of a program at one x, from the slots before it.
template <std::floating_point T>
T stepValue(const kernel::Program& program, const kernel::Instruction& step, std::span<const T> slots,
            std::span<const T> parameters, T x)
{
    using kernel::Op;
    const auto operand = [&](std::size_t i) { return slots[step.operands[i]]; };
    switch (step.op) {
    case Op::Constant: return static_cast<T>(program.constants()[step.operands[0]]);
    case Op::Input: return x;
    case Op::Parameter: return parameters[step.operands[0]];
    case Op::Negate: return -operand(0);
    case Op::Add: return operand(0) + operand(1);
    case Op::Subtract: return operand(0) - operand(1);
    case Op::Multiply: return operand(0) * operand(1);
    case Op::Divide: return operand(0) / operand(1);
    case Op::Power: return std::pow(operand(0), operand(1));
    case Op::Less: return operand(0) < operand(1);
    case Op::LessEqual: return operand(0) <= operand(1);
    case Op::Greater: return operand(0) > operand(1);
    case Op::GreaterEqual: return operand(0) >= operand(1);
    case Op::Equal: return operand(0) == operand(1);
    case Op::NotEqual: return operand(0) != operand(1);
    case Op::And: return operand(0) != 0 && operand(1) != 0;
    case Op::Or: return operand(0) != 0 || operand(1) != 0;
    case Op::Not: return operand(0) == 0;
    case Op::Select: return operand(0) != 0 ? operand(1) : operand(2);
    case Op::Call: return scalarFunction(step.function, operand(0), operand(1), operand(2));
    }
    return std::numeric_limits<T>::quiet_NaN();
}

}  // namespace actlab::analysis
