#include "core/analysis/scalar_tape.hpp"

#include "core/analysis/step_value.hpp"

namespace actlab::analysis {

using kernel::Instruction;
using kernel::Op;

ScalarTape::ScalarTape(const kernel::Program& program, std::span<const double> parameters)
    : m_program(program), m_parameters(parameters), m_slots(program.instructions().size()), m_beside(m_slots.size())
{
}

double ScalarTape::at(double x, std::size_t output)
{
    const auto steps = m_program.instructions();
    for (std::size_t i = 0; i < steps.size(); ++i)
        m_slots[i] = apply(steps[i], m_slots, x);
    return m_slots[m_program.outputSlots()[output]];
}

std::vector<ScalarTape::Approach> ScalarTape::towards(double x, double beside)
{
    const auto steps = m_program.instructions();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        m_beside[i] = apply(steps[i], m_beside, beside);
        m_slots[i] = decided(steps[i], i, x);
    }
    std::vector<Approach> outputs;
    for (const auto slot : m_program.outputSlots())
        outputs.push_back({m_slots[slot], m_beside[slot]});
    return outputs;
}

double ScalarTape::apply(const Instruction& step, const std::vector<double>& slots, double x) const
{
    return stepValue<double>(m_program, step, slots, m_parameters, x);
}

double ScalarTape::decided(const Instruction& step, std::size_t index, double x) const
{
    using Id = expr::BuiltinId;
    const auto [a, b, c] = step.operands;
    if (step.op >= Op::Less && step.op <= Op::Not)
        return m_beside[index];
    if (step.op == Op::Select)
        return m_slots[m_beside[a] != 0 ? b : c];
    if (step.op != Op::Call)
        return apply(step, m_slots, x);
    switch (step.function) {
    case Id::Floor:
    case Id::Ceil:
    case Id::Round:
    case Id::Sign:
    case Id::Heaviside: return m_beside[index];
    case Id::Abs: return m_beside[a] < 0 ? -m_slots[a] : m_slots[a];
    case Id::Max: return m_slots[m_beside[a] >= m_beside[b] ? a : b];
    case Id::Min: return m_slots[m_beside[a] <= m_beside[b] ? a : b];
    case Id::Clamp: return m_slots[m_beside[a] < m_beside[b] ? b : m_beside[a] > m_beside[c] ? c : a];
    default: return apply(step, m_slots, x);
    }
}

}  // namespace actlab::analysis
