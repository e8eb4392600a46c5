#pragma once

#include <array>
#include <memory>
#include <optional>

#include "core/analysis/formula_nodes.hpp"
#include "core/analysis/rounded_tape.hpp"
#include "core/analysis/stability.hpp"

namespace actlab::analysis {

/// f, the gradient used and its derivative, true to more digits than any format has.
class Truth {
public:
    /// The stable spelling is used where there is one.
    Truth(const activation::Activation& activation, const activation::ActivationPtr& stable);
    std::array<long double, 3> at(double x);

private:
    const kernel::Program& m_program;
    std::vector<double> m_parameters;
    RoundedTape<long double> m_tape;
};

using Troubles = std::array<std::optional<Trouble>, 4>;  ///< by Quantity

/// One activation in one format.
class StabilityProbe {
public:
    StabilityProbe(const activation::Activation& activation, const FormulaNodes& nodes, Precision precision);

    /// What fails at an input of the format, where the truth at x is known.
    Troubles at(double x, Truth& truth, const std::array<long double, 3>& there);
    Precision precision() const { return m_precision; }

private:
    std::optional<Trouble> judged(double got, long double truth, long double allowance) const;
    double autogradOfTyped();
    std::optional<Trouble> judgedAt(double got, double x, std::size_t output, Truth& truth,
                                    const std::array<long double, 3>& there) const;
    bool isExplained(double got, double x, std::size_t output, Truth& truth) const;

    const FormulaNodes& m_nodes;
    Precision m_precision;
    std::vector<double> m_parameters;
    RoundedTape<double> m_ours, m_typed;
};

}  // namespace actlab::analysis
