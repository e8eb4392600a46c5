#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// What goes on when layers of the same widths and the same batch normalisation get other activations: all weights,
/// biases and numbers of the normalisation; and the values of a learned parameter where one of its layers had one of
/// the same name, with as many values and the same start.
std::vector<Carried> carriedBetween(std::span<const Layer> before, const Layout& from, std::span<const Layer> after,
                                    const Layout& to);
/// The parameters of the network after: what is carried of `values`, and the starts of what was not learned before.
std::vector<float> carriedParameters(std::span<const float> values, std::span<const Layer> after, const Layout& to,
                                     std::span<const Carried> carried);
/// The whole of a vector of `size`, but for one number.
std::vector<Carried> carriedBut(std::size_t index, std::size_t size);

/// What is carried of `values`, within a vector of `size` zeros; nothing of nothing.
template <class Value>
std::vector<Value> carriedInto(std::size_t size, const std::vector<Value>& values, std::span<const Carried> carried)
{
    std::vector<Value> result(values.empty() ? 0 : size);
    for (const Carried& part : carried)
        for (std::size_t i = 0; i < part.count && !values.empty(); ++i)
            result[part.to + i] = values[part.from + i];
    return result;
}

}  // namespace actlab::nn
