#include "core/analysis/rounded_tape.hpp"

#include "core/analysis/autograd_rules.hpp"
#include "core/analysis/step_value.hpp"

#include "core/kernel/codes.hpp"

#include <algorithm>

namespace actlab::analysis {

using kernel::Instruction;
using kernel::Op;

template <std::floating_point T>
RoundedTape<T>::RoundedTape(const kernel::Program& program, std::span<const double> parameters,
                            std::optional<Precision> precision)
    : m_program(program),
      m_precision(precision),
      m_slots(program.instructions().size()),
      m_adjoints(m_slots.size()),
      m_reached(m_slots.size())
{
    for (const double parameter : parameters)
        m_parameters.push_back(round(static_cast<T>(parameter)));
    for (const Instruction& step : program.instructions()) {
        const auto operands = kernel::operandsOf(step);
        const bool changes = std::ranges::any_of(operands, [this](std::size_t slot) { return m_changes[slot] != 0; });
        m_changes.push_back(step.op == Op::Input || changes ? 1 : 0);
    }
}

template <std::floating_point T>
T RoundedTape<T>::round(T number) const
{
    if constexpr (std::same_as<T, double>)
        return m_precision ? rounded(number, *m_precision) : number;
    return number;
}

template <std::floating_point T>
void RoundedTape<T>::run(T x)
{
    const auto steps = m_program.instructions();
    for (std::size_t i = 0; i < steps.size(); ++i)
        m_slots[i] = round(stepValue<T>(m_program, steps[i], m_slots, m_parameters, x));
}

template <std::floating_point T>
void RoundedTape<T>::runBackwards(std::size_t output, std::span<const char> guarded)
{
    const auto steps = m_program.instructions();
    std::ranges::fill(m_adjoints, T(0));
    std::ranges::fill(m_reached, char(0));
    add(m_program.outputSlots()[output], 1);
    for (std::size_t slot = steps.size(); slot-- > 0;)
        if (m_reached[slot])
            pass(steps[slot], slot, guarded[slot] != 0);
}

template <std::floating_point T>
void RoundedTape<T>::pass(const Instruction& step, std::size_t slot, bool isGuarded)
{
    const T gradient = m_adjoints[slot];
    if (step.op == Op::Select)
        return passSelect(step, gradient, isGuarded);
    const auto operands = kernel::operandsOf(step);
    const auto [a, b, c] = step.operands;
    const auto factors = autogradFactors<T>(step, m_slots[a], m_slots[b], m_slots[c], m_slots[slot]);
    for (std::size_t i = 0; i < operands.size() && (step.op < Op::Less || step.op == Op::Call); ++i)
        add(operands[i], round(gradient * round(factors[i])));
}

template <std::floating_point T>
void RoundedTape<T>::passSelect(const Instruction& step, T gradient, bool isGuarded)
{
    const auto [condition, then, otherwise] = step.operands;
    const bool holds = m_slots[condition] != 0;
    add(holds ? then : otherwise, gradient);
    if (!isGuarded)
        add(holds ? otherwise : then, 0);
}

/// Constants and what is made of them need no gradient.
template <std::floating_point T>
void RoundedTape<T>::add(std::size_t slot, T gradient)
{
    if (!m_changes[slot])
        return;
    m_adjoints[slot] = round(m_adjoints[slot] + gradient);
    m_reached[slot] = 1;
}

template class RoundedTape<double>;
template class RoundedTape<long double>;

}  // namespace actlab::analysis
