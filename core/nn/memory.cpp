#include "core/nn/memory.hpp"

#include "core/data/memory.hpp"

namespace actlab::nn {

std::size_t bytesToTrain(const Layout& layout)
{
    // Parameters, gradient, two moments, those before the step, the last good ones, the first ones, a picture's.
    constexpr std::size_t kCopies = 8;
    // What a layer keeps of the rows it works on: inputs twice, f′, ∂f/∂p, and what goes back and forth.
    constexpr std::size_t kPanels = 8, kRowsAtOnce = 32;
    std::size_t floats = kCopies * layout.size;
    for (const Layout::Dense& layer : layout.layers)
        floats += (kPanels + layer.learned.size()) * kRowsAtOnce * (layer.in + layer.out);
    return floats * sizeof(float);
}

std::optional<std::string> complaintAboutMemory(std::size_t needed, std::size_t free)
{
    if (needed <= free)
        return std::nullopt;
    return "Training this network takes " + data::spelledBytes(needed) + " of memory, and " +
           data::spelledBytes(free) + " are free. Take fewer or narrower layers.";
}

}  // namespace actlab::nn
