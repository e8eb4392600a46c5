#include "core/nn/carried.hpp"

#include "core/nn/learned.hpp"

#include <algorithm>

namespace actlab::nn {

std::vector<Carried> carriedBetween(std::span<const Layer> before, const Layout& from, std::span<const Layer> after,
                                    const Layout& to)
{
    const std::vector<LearnedParameter> old = learnedParameters(before), now = learnedParameters(after);
    std::vector<Carried> carried;
    for (std::size_t i = 0; i < to.layers.size(); ++i)
        carried.push_back(
            {from.layers[i].weights, to.layers[i].weights, to.layers[i].activation - to.layers[i].weights});
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto k = sameAmong(old, now[i]);
        if (k && old[*k].start == now[i].start && old[*k].count == now[i].count)
            carried.push_back({from.learned[*k].offset, to.learned[i].offset, now[i].count});
    }
    return carried;
}

std::vector<float> carriedParameters(std::span<const float> values, std::span<const Layer> after, const Layout& to,
                                     std::span<const Carried> carried)
{
    std::vector<float> parameters(to.size);
    startLearned(after, to, parameters);
    for (const Carried& part : carried)
        std::ranges::copy(values.subspan(part.from, part.count),
                          parameters.begin() + static_cast<std::ptrdiff_t>(part.to));
    return parameters;
}

std::vector<Carried> carriedBut(std::size_t index, std::size_t size)
{
    return {{0, 0, index}, {index + 1, index + 1, size - index - 1}};
}

}  // namespace actlab::nn
