// Functions that share an exponential, and tanh and Mish, which are quotients of one, as their derivatives are.

#include "core/kernel/plan_writer.hpp"

namespace actlab::kernel {

using expr::BuiltinId;

PlanWriter::Number PlanWriter::call(const Instruction& instruction)
{
    const Number argument = instruction.operands[0];
    switch (instruction.function) {
    case BuiltinId::Sigmoid: return sigmoid(instruction);
    case BuiltinId::Erf:
    case BuiltinId::Erfc: remember(m_errorFunctions, argument); return stepOf(instruction);
    case BuiltinId::Exp: return exponential(instruction);
    case BuiltinId::Log1p:
        if (isCallOf(argument, BuiltinId::Exp))
            return step(Code::Softplus, {at(m_tape[argument].operands[0])});
        return stepOf(instruction);
    case BuiltinId::Tanh:
        if (const auto u = argumentOfSoftplus(argument)) {
            remember(m_tanhSoftplus, argument);
            return step(Code::TanhSoftplus, {at(*u)});
        }
        remember(m_tanhs, argument);
        return stepOf(instruction);
    default: return stepOf(instruction);
    }
}

/// exp(-u²) is calculated on the way to erf(u), which it is the derivative of.
PlanWriter::Number PlanWriter::exponential(const Instruction& instruction)
{
    const auto u = argumentOfBell(instruction.operands[0]);
    const auto bell = secondResultOf(m_errorFunctions, [&](const Written& w) { return w.slot == u; });
    return bell ? *bell : stepOf(instruction);
}

PlanWriter::Number PlanWriter::product(const Instruction& instruction)
{
    const auto [a, b, unused] = instruction.operands;
    const auto isOfTanh = [&, left = a, right = b](const Written& w) { return isSlopeOfTanh(left, right, w.slot); };
    const auto isOfTanhSoftplus = [&, left = a, right = b](const Written& w) {
        return isSlopeOfTanhSoftplus(left, right, w.slot) || isSlopeOfTanhSoftplus(right, left, w.slot);
    };
    if (const auto slope = secondResultOf(m_tanhs, isOfTanh))
        return *slope;
    const auto slope = secondResultOf(m_tanhSoftplus, isOfTanhSoftplus);
    return slope ? *slope : stepOf(instruction);
}

bool PlanWriter::isCallOf(Number slot, BuiltinId function) const
{
    return m_tape[slot].op == Op::Call && m_tape[slot].function == function;
}

std::optional<PlanWriter::Number> PlanWriter::argumentOfSoftplus(Number slot) const
{
    // from there on log(1 + exp(u)) is u, and exp is finite before it
    constexpr double kLeast = 40, kMost = 80;
    const Instruction& i = m_tape[slot];
    if (isCallOf(slot, BuiltinId::Log1p) && isCallOf(i.operands[0], BuiltinId::Exp))
        return m_tape[i.operands[0]].operands[0];
    if (i.op != Op::Select || m_tape[i.operands[0]].op != Op::Greater)
        return std::nullopt;
    const auto [condition, whole, rest] = i.operands;
    const auto threshold = constantAt(m_tape[condition].operands[1]);
    const bool isSame = m_tape[condition].operands[0] == whole && argumentOfSoftplus(rest) == whole;
    return isSame && threshold && *threshold >= kLeast && *threshold <= kMost ? std::optional(whole) : std::nullopt;
}

std::optional<PlanWriter::Number> PlanWriter::argumentOfBell(Number slot) const
{
    if (m_tape[slot].op != Op::Negate)
        return std::nullopt;
    const Instruction& square = m_tape[m_tape[slot].operands[0]];
    const bool isSquare = square.op == Op::Multiply && square.operands[0] == square.operands[1];
    return isSquare ? std::optional(square.operands[0]) : std::nullopt;
}

/// sigmoid(2u)·sigmoid(-2u), which is a quarter of the derivative of tanh(u).
bool PlanWriter::isSlopeOfTanh(Number slot, Number other, Number u) const
{
    const auto isSigmoidOf = [&](Number call, double factor) {
        if (!isCallOf(call, BuiltinId::Sigmoid))
            return false;
        const Instruction& argument = m_tape[m_tape[call].operands[0]];
        return argument.op == Op::Multiply && constantAt(argument.operands[0]) == factor && argument.operands[1] == u;
    };
    return (isSigmoidOf(slot, 2) && isSigmoidOf(other, -2)) || (isSigmoidOf(slot, -2) && isSigmoidOf(other, 2));
}

/// The same of s = softplus(u), times the derivative of that.
bool PlanWriter::isSlopeOfTanhSoftplus(Number slot, Number other, Number softplus) const
{
    const Instruction &tanhs = m_tape[slot], &softplusAs = m_tape[softplus], &slope = m_tape[other];
    return tanhs.op == Op::Multiply && isSlopeOfTanh(tanhs.operands[0], tanhs.operands[1], softplus) &&
           softplusAs.op == Op::Select && slope.op == Op::Select && slope.operands[0] == softplusAs.operands[0] &&
           constantAt(slope.operands[1]) == 1.0 && isCallOf(slope.operands[2], BuiltinId::Sigmoid) &&
           m_tape[slope.operands[2]].operands[0] == softplusAs.operands[1];
}

}  // namespace actlab::kernel
