#include "core/kernel/program.hpp"

#include <algorithm>
#include <set>

namespace actlab::kernel {

namespace {

using Slot = std::uint32_t;

std::size_t operandCount(const Instruction& instruction)
{
    switch (instruction.op) {
    case Op::Constant:
    case Op::Input:
    case Op::Parameter: return 0;
    case Op::Negate:
    case Op::Not: return 1;
    case Op::Select: return 3;
    case Op::Call:
        return static_cast<std::size_t>(
            std::ranges::find(expr::builtins(), instruction.function, &expr::Builtin::id)->arity);
    default: return 2;
    }
}

std::span<const Slot> operandsOf(const Instruction& instruction)
{
    return std::span(instruction.operands).first(operandCount(instruction));
}

std::vector<bool> areUniform(std::span<const Instruction> tape)
{
    std::vector<bool> isUniform;
    for (const Instruction& instruction : tape)
        isUniform.push_back(
            instruction.op != Op::Input &&
            std::ranges::all_of(operandsOf(instruction), [&](Slot operand) { return isUniform[operand]; }));
    return isUniform;
}

/// For each slot the last instruction that depends on x and reads it; outputs are read at the very end, and what
/// nobody reads so has 0.
std::vector<std::size_t> lastReads(std::span<const Instruction> tape, std::span<const Slot> outputs,
                                   const std::vector<bool>& isUniform)
{
    std::vector<std::size_t> last(tape.size(), 0);
    for (std::size_t i = 0; i < tape.size(); ++i)
        for (const Slot operand : operandsOf(tape[i]))
            if (!isUniform[i])
                last[operand] = i;
    for (const Slot output : outputs)
        if (!isUniform[output])
            last[output] = tape.size();
    return last;
}

}  // namespace

/// Uniform values that others read come first, each in a register of its own: it is filled once for all blocks.
void Program::placeInRegisters()
{
    m_isUniform = areUniform(m_instructions);
    const auto last = lastReads(m_instructions, m_outputs, m_isUniform);
    m_registers.assign(m_instructions.size(), kNoRegister);
    for (std::size_t i = 0; i < m_instructions.size(); ++i)
        if (m_isUniform[i] && last[i] > 0)
            m_registers[i] = static_cast<Slot>(m_registerCount++);

    std::vector<Slot> free;
    for (std::size_t i = 0; i < m_instructions.size(); ++i) {
        if (m_isUniform[i] || m_instructions[i].op == Op::Input)
            continue;
        if (free.empty())
            free.push_back(static_cast<Slot>(m_registerCount++));
        m_registers[i] = free.back();
        free.pop_back();
        // Only now, so that no instruction writes what it reads: its loop may then run vectorised.
        const auto operands = operandsOf(m_instructions[i]);
        for (const Slot operand : std::set(operands.begin(), operands.end()))
            if (last[operand] == i && !m_isUniform[operand] && m_instructions[operand].op != Op::Input)
                free.push_back(m_registers[operand]);
    }
}

}  // namespace actlab::kernel
