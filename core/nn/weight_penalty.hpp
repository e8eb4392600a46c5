#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// L1 and L2, which act on weights only, after an optimiser's step, as TensorFlow Playground does:
/// w −= rate · (l1 · sign(w₀) + l2 · w₀) where w₀ is the weight before the step. A weight that L1 carries across 0
/// becomes 0 and stays so. Those of frozen layers are left alone. Allocates nothing after it is built.
class WeightPenalty {
public:
    WeightPenalty(const TrainingSpec& spec, const Layout& layout);

    /// Another network of the same widths: see Engine::rebuild().
    void rebuild(const TrainingSpec& spec, const Layout& layout, std::span<const Carried> carried);
    void beforeStep(std::span<const float> parameters);
    void afterStep(std::span<float> parameters, double rate);
    /// Forgets the weights that L1 has put out; for parameters set from outside.
    void reviveWeights();

private:
    struct Range {
        std::size_t begin, end;
    };
    void listWeights(const TrainingSpec& spec, const Layout& layout);
    float shrunk(std::size_t index, float stepped, float rate);

    float m_l1, m_l2;
    std::vector<float> m_before;  ///< parameters before the step; empty where there is no penalty
    std::vector<char> m_isDead;
    std::vector<Range> m_weights;
};

}  // namespace actlab::nn
