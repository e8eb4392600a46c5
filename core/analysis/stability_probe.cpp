#include "core/analysis/stability_probe.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

using activation::Activation;

namespace {

const kernel::Program& spelledStably(const Activation& activation, const activation::ActivationPtr& stable)
{
    return stable ? stable->curves() : activation.curves();
}

}  // namespace

Truth::Truth(const Activation& activation, const activation::ActivationPtr& stable)
    : m_program(spelledStably(activation, stable)),
      m_parameters(stable ? stable->parameterValues() : activation.parameterValues()),
      m_tape(m_program, m_parameters)
{
}

std::array<long double, 3> Truth::at(double x)
{
    m_tape.run(x);
    return {m_tape.output(0), m_tape.output(1), m_tape.output(2)};
}

StabilityProbe::StabilityProbe(const Activation& activation, const FormulaNodes& nodes, Precision precision)
    : m_nodes(nodes),
      m_precision(precision),
      m_parameters(activation.parameterValues()),
      m_ours(activation.curves(), m_parameters, precision),
      m_typed(nodes.program(), m_parameters, precision)
{
}

Troubles StabilityProbe::at(double x, Truth& truth, const std::array<long double, 3>& there)
{
    m_ours.run(x);
    m_typed.run(x);
    Troubles troubles{judgedAt(m_ours.output(0), x, 0, truth, there), judgedAt(m_ours.output(1), x, 1, truth, there),
                      judgedAt(m_typed.output(m_nodes.whole()), x, 0, truth, there), std::nullopt};
    const double autograd = autogradOfTyped();
    if (!std::isfinite(autograd))
        troubles[3] = judged(autograd, there[1], 0);
    for (const std::size_t ours : {std::size_t{0}, std::size_t{1}})
        if (troubles[ours + 2] == troubles[ours])
            troubles[ours + 2] = std::nullopt;
    return troubles;
}

double StabilityProbe::autogradOfTyped()
{
    m_typed.runBackwards(m_nodes.whole(), m_nodes.guardedSlots());
    return m_nodes.inputSlot() ? m_typed.adjoints()[*m_nodes.inputSlot()] : 0;
}

std::optional<Trouble> StabilityProbe::judgedAt(double got, double x, std::size_t output, Truth& truth,
                                                const std::array<long double, 3>& there) const
{
    const long double slope = std::isfinite(there[output + 1]) ? std::abs(x * there[output + 1]) : 0;
    const auto trouble = judged(got, there[output], 4 * formatOf(m_precision).epsilon() * slope);
    const bool isExcused = trouble == Trouble::Inaccurate && isExplained(got, x, output, truth);
    return isExcused ? std::nullopt : trouble;
}

std::optional<Trouble> StabilityProbe::judged(double got, long double truth, long double allowance) const
{
    const Format& format = formatOf(m_precision);
    if (std::isnan(got))
        return Trouble::NotANumber;
    if (std::isinf(got)) {
        const bool fits = std::abs(truth) <= static_cast<long double>(format.largest);
        return fits ? Trouble::Infinite : Trouble::TooLarge;
    }
    if (!std::isfinite(truth))
        return std::nullopt;
    const double relative = std::max(0.01, 8 * format.epsilon());
    const long double allowed = relative * std::abs(truth) + allowance + format.smallestNormal;
    return std::abs(got - truth) > allowed ? std::optional(Trouble::Inaccurate) : std::nullopt;
}

/// Right beside a jump the other side is as good an answer.
bool StabilityProbe::isExplained(double got, double x, std::size_t output, Truth& truth) const
{
    for (const double side : {-1, 1}) {
        const double beside = x + side * 4 * formatOf(m_precision).epsilon() * std::abs(x);
        if (!judged(got, truth.at(beside)[output], 0))
            return true;
    }
    return false;
}

}  // namespace actlab::analysis
