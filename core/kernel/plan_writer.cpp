#include "core/kernel/plan_writer.hpp"

#include "core/kernel/codes.hpp"

#include <algorithm>

namespace actlab::kernel {

using Kind = Plan::Value::Kind;

PlanWriter::PlanWriter(std::span<const Instruction> tape, std::span<const double> constants,
                       std::span<const Number> outputs, Plan& plan)
    : m_tape(tape),
      m_constants(constants),
      m_outputs(outputs),
      m_plan(plan),
      m_uses(tape.size(), 0),
      m_isRest(tape.size())
{
    for (const Instruction& instruction : tape) {
        for (const Number operand : operandsOf(instruction))
            ++m_uses[operand];
        if (instruction.op == Op::Select)
            m_isRest[instruction.operands[2]] = true;
    }
    for (const Number output : outputs)
        ++m_uses[output];
}

void PlanWriter::write()
{
    m_values.reserve(m_tape.size());
    for (const Instruction& instruction : m_tape)
        m_values.push_back(valueOf(instruction));
    for (const Number output : m_outputs)
        m_plan.outputs.push_back(at(output));
}

PlanWriter::Number PlanWriter::valueOf(const Instruction& instruction)
{
    switch (instruction.op) {
    case Op::Input: return m_plan.input = source(Kind::Input, 0);
    case Op::Constant: return source(Kind::Constant, instruction.operands[0]);
    case Op::Parameter: return source(Kind::Parameter, instruction.operands[0]);
    case Op::Add:
    case Op::Subtract: {
        const auto together = fused(instruction);
        return together ? *together : stepOf(instruction);
    }
    case Op::Greater:
    case Op::GreaterEqual:
        return step(codeOf(instruction.op), {at(instruction.operands[1]), at(instruction.operands[0])});
    case Op::Select: return select(instruction);
    case Op::Multiply: return product(instruction);
    case Op::Call: return call(instruction);
    default: return stepOf(instruction);
    }
}

PlanWriter::Number PlanWriter::source(Kind kind, Number index)
{
    m_plan.values.push_back({kind, kind != Kind::Input, index});
    return static_cast<Number>(m_plan.values.size() - 1);
}

PlanWriter::Number PlanWriter::step(Code code, std::initializer_list<Number> in)
{
    Plan::Work work{code, static_cast<std::uint8_t>(in.size()), {}, static_cast<Number>(m_plan.values.size())};
    std::ranges::copy(in, work.in.begin());
    const bool isUniform = std::ranges::all_of(in, [&](Number value) { return m_plan.values[value].isUniform; });
    m_plan.values.push_back({Kind::Result, isUniform, 0});
    m_plan.work.push_back(work);
    return work.out;
}

PlanWriter::Number PlanWriter::stepOf(const Instruction& instruction)
{
    const auto& [a, b, c] = instruction.operands;
    const Code code = instruction.op == Op::Call ? codeOf(instruction.function) : codeOf(instruction.op);
    switch (operandsOf(instruction).size()) {
    case 1: return step(code, {at(a)});
    case 2: return step(code, {at(a), at(b)});
    default: return step(code, {at(a), at(b), at(c)});
    }
}

PlanWriter::Number PlanWriter::lookUp(const PolynomialPieces& found)
{
    const Number argument = at(found.argument);
    const auto group = [&](std::size_t begin, std::size_t end) {
        const Number value = step(Code::PickPolynomial, {argument});
        m_plan.work.back().pieces = static_cast<Number>(m_plan.pieces.size());
        m_plan.pieces.push_back(tableOf(found, begin, end));
        m_plan.piecesInFloat.push_back(inFloat(m_plan.pieces.back()));
        return value;
    };
    std::size_t begin = (found.pieces.size() - 1) / kMostPieces * kMostPieces;
    Number value = group(begin, found.pieces.size());
    for (; begin > 0; begin -= kMostPieces) {
        const auto& [slot, unused, endsPiece] = found.knots[begin - 1];
        const Number left = group(begin - kMostPieces, begin), knot = at(slot);
        // a NaN goes where no condition of the author's holds
        if (found.isFromTheRight)
            value = step(endsPiece ? Code::SelectLess : Code::SelectLessEqual, {knot, argument, value, left});
        else
            value = step(endsPiece ? Code::SelectLessEqual : Code::SelectLess, {argument, knot, left, value});
    }
    return value;
}

/// A comparison that decides between two values need not be written down as a number first.
PlanWriter::Number PlanWriter::select(const Instruction& instruction)
{
    const auto slot = static_cast<Number>(&instruction - m_tape.data());
    if (!m_isRest[slot] || m_uses[slot] > 1)
        if (const auto found = polynomialPiecesOf(m_tape, m_constants, instruction))
            return lookUp(*found);
    const auto& [condition, yes, no] = instruction.operands;
    const Instruction& decision = m_tape[condition];
    if (decision.op < Op::Less || decision.op > Op::GreaterEqual)
        return stepOf(instruction);
    const Number left = at(decision.operands[0]), right = at(decision.operands[1]);
    switch (decision.op) {
    case Op::Less: return step(Code::SelectLess, {left, right, at(yes), at(no)});
    case Op::LessEqual: return step(Code::SelectLessEqual, {left, right, at(yes), at(no)});
    case Op::Greater: return step(Code::SelectLess, {right, left, at(yes), at(no)});
    case Op::GreaterEqual: return step(Code::SelectLessEqual, {right, left, at(yes), at(no)});
    default: return stepOf(instruction);
    }
}

std::optional<PlanWriter::Number> PlanWriter::fused(const Instruction& instruction)
{
    const auto& [a, b, unused] = instruction.operands;
    const bool isSum = instruction.op == Op::Add;
    if (const Instruction* p = loneProduct(a))
        return step(isSum ? Code::MultiplyAdd : Code::MultiplySubtract,
                    {at(p->operands[0]), at(p->operands[1]), at(b)});
    if (const Instruction* p = loneProduct(b))
        return step(isSum ? Code::MultiplyAdd : Code::SubtractMultiply,
                    {at(p->operands[0]), at(p->operands[1]), at(a)});
    return std::nullopt;
}

const Instruction* PlanWriter::loneProduct(Number slot) const
{
    const bool isLone = m_tape[slot].op == Op::Multiply && m_uses[slot] == 1 && !m_plan.values[at(slot)].isUniform;
    return isLone ? &m_tape[slot] : nullptr;
}

/// sigmoid(u) and sigmoid(-u), which derivatives need together, come from one exponential.
PlanWriter::Number PlanWriter::sigmoid(const Instruction& instruction)
{
    const Number argument = instruction.operands[0];
    const auto isHalf = [&](const Written& earlier) { return areOpposite(earlier.slot, argument); };
    if (const auto half = secondResultOf(m_sigmoids, isHalf))
        return *half;
    remember(m_sigmoids, argument);
    return stepOf(instruction);
}

PlanWriter::Number PlanWriter::secondResultOf(Plan::Work& work)
{
    work.code = withSecondResult(work.code);
    work.out2 = static_cast<Number>(m_plan.values.size());
    m_plan.values.push_back({Kind::Result, m_plan.values[work.out].isUniform, 0});
    return work.out2;
}

/// Whether one is the other with its sign changed, to the last bit.
bool PlanWriter::areOpposite(Number slot, Number other) const
{
    const Instruction &a = m_tape[slot], &b = m_tape[other];
    if ((a.op == Op::Negate && a.operands[0] == other) || (b.op == Op::Negate && b.operands[0] == slot))
        return true;
    if (a.op != b.op)
        return false;
    if (a.op == Op::Subtract)
        return a.operands[0] == b.operands[1] && a.operands[1] == b.operands[0];
    if ((a.op != Op::Multiply && a.op != Op::Divide) || a.operands[1] != b.operands[1])
        return false;
    const auto left = constantAt(a.operands[0]), right = constantAt(b.operands[0]);
    return left && right && *left == -*right;
}

std::optional<double> PlanWriter::constantAt(Number slot) const
{
    return m_tape[slot].op == Op::Constant ? std::optional(m_constants[m_tape[slot].operands[0]]) : std::nullopt;
}

}  // namespace actlab::kernel
