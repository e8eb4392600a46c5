#include "core/nn/frozen_layers.hpp"

#include <algorithm>

namespace actlab::nn {

FrozenLayers::FrozenLayers(const TrainingSpec& spec, const Layout& layout)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < layout.layers.size(); ++i) {
        const Layout::Dense& dense = layout.layers[i];
        if (dense.norm && !isFrozen(spec, i))
            m_ranges.push_back({dense.norm->mean, 2 * dense.out});
        if (!isFrozen(spec, i))
            continue;
        m_ranges.push_back({dense.weights, dense.activation - dense.weights});
        for (const std::size_t learned : dense.learned)
            m_ranges.push_back({layout.learned[learned].offset, layout.learned[learned].count});
    }
    for (const Range& range : m_ranges)
        count += range.count;
    m_held.resize(count);
}

void FrozenLayers::hold(std::span<const float> parameters)
{
    auto held = m_held.begin();
    for (const Range& range : m_ranges)
        held = std::ranges::copy(parameters.subspan(range.begin, range.count), held).out;
}

void FrozenLayers::silence(std::span<float> gradient) const
{
    for (const Range& range : m_ranges)
        std::ranges::fill(gradient.subspan(range.begin, range.count), 0.0F);
}

void FrozenLayers::restore(std::span<float> parameters) const
{
    auto held = m_held.begin();
    for (const Range& range : m_ranges) {
        std::copy_n(held, range.count, parameters.begin() + static_cast<std::ptrdiff_t>(range.begin));
        held += static_cast<std::ptrdiff_t>(range.count);
    }
}

}  // namespace actlab::nn
