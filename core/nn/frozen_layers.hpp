#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// Keeps the frozen layers of a network as they are, whatever an optimiser makes of momentum and decay: their part of
/// the gradient is 0, also where the whole is clipped, and after a step they are put back to the bit. A learned value
/// that layers share stays where one of them is frozen. The running numbers of batch normalisation, which follow the
/// batches and no gradient, are kept from the optimiser in the same way. Allocates nothing after it is built.
class FrozenLayers {
public:
    FrozenLayers(const TrainingSpec& spec, const Layout& layout);

    /// Before a step, after the running numbers have followed the batch.
    void hold(std::span<const float> parameters);
    void silence(std::span<float> gradient) const;
    /// After a step: as they were when held.
    void restore(std::span<float> parameters) const;

private:
    struct Range {
        std::size_t begin, count;
    };
    std::vector<Range> m_ranges;
    std::vector<float> m_held;  ///< the ranges' numbers one after the other
};

}  // namespace actlab::nn
