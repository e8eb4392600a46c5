#pragma once

#include <vector>

#include "core/analysis/cuts.hpp"

namespace actlab::analysis {

/// f and the true f′ looked at over the whole line: densely where activations live, sparsely far out, and at
/// the limits on both sides of every cut.
class Probe {
public:
    explicit Probe(const activation::Activation& activation);

    /// Supremum of an output (0: f, 1: f′); ∞ where it grows without bound.
    double supremum(std::size_t output) const { return extreme(output, 1); }
    double infimum(std::size_t output) const { return -extreme(output, -1); }
    bool isMonotonic() const;

private:
    double extreme(std::size_t output, double sign) const;
    double peakNear(std::size_t output, double sign, std::size_t index) const;
    double extremeFarOut(double direction, std::size_t output, double sign, double extreme) const;
    double at(std::size_t output, double x) const;
    std::vector<double> valuesInOrder() const;

    kernel::Program m_program;
    std::vector<double> m_parameters;
    std::vector<Cut> m_cuts;
    std::vector<double> m_x;
    std::vector<std::vector<double>> m_y;
};

}  // namespace actlab::analysis
