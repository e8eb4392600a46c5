#pragma once

#include <span>
#include <vector>

#include "core/data/random.hpp"
#include "core/nn/spec.hpp"

namespace actlab::nn {

/// Which hidden neurons a step leaves out, and how much the others count for them: with the spec's probability p a
/// neuron's factor is 0, and otherwise 1/(1 − p), so that the mean stays (inverted dropout; Srivastava et al. 2014).
/// The factors come from the run's seed, row after row of each step: every engine that asks for them draws the same.
class Dropout {
public:
    explicit Dropout(const TrainingSpec& spec);

    bool isOn() const { return !m_factors.empty(); }
    /// How many hidden neurons there are, where it is on.
    std::size_t neurons() const { return m_factors.size(); }
    /// The factors of the next row, layer after layer; valid until the next call.
    std::span<const float> nextRow();

private:
    double m_share;
    std::vector<float> m_factors;
    data::Random m_random;
};

}  // namespace actlab::nn
