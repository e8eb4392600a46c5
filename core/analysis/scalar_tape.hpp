#pragma once

#include <span>
#include <vector>

#include "core/kernel/program.hpp"

namespace actlab::analysis {

/// A program evaluated at single points, and just beside one. Needs the program and the parameters to live
/// as long as itself.
class ScalarTape {
public:
    ScalarTape(const kernel::Program& program, std::span<const double> parameters);

    std::size_t outputCount() const { return m_program.outputCount(); }
    double at(double x, std::size_t output = 0);

    /// What every output tends to as the input goes from `beside` to `x`: all that the formula decides
    /// (conditions, the side of abs, the winner of max, the step of floor) is decided as at `beside`, all
    /// that it computes is computed at `x`. So the limits of {x < 1: x, 5} at 1 are exactly 1 and 5. Not
    /// finite, or far too large, where the formula is not defined at x itself.
    struct Approach {
        double limit, beside;  ///< and the value at `beside`
    };
    std::vector<Approach> towards(double x, double beside);

private:
    double apply(const kernel::Instruction& step, const std::vector<double>& slots, double x) const;
    double decided(const kernel::Instruction& step, std::size_t index, double x) const;

    const kernel::Program& m_program;
    std::span<const double> m_parameters;
    std::vector<double> m_slots;   // at x
    std::vector<double> m_beside;  // at the point beside it
};

}  // namespace actlab::analysis
