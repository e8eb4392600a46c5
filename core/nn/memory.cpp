#include "core/nn/memory.hpp"

#include "core/data/memory.hpp"
#include "core/nn/fused/network.hpp"

namespace actlab::nn {

std::size_t bytesToTrain(const Layout& layout, std::size_t batch)
{
    // Parameters, gradient, two moments, those before the step, the last good ones, the first ones, a picture's.
    constexpr std::size_t kCopies = 8;
    // What a layer keeps of the rows it works on: inputs twice, f′, ∂f/∂p, what is normalised, and what goes back and
    // forth.
    constexpr std::size_t kPanels = 8;
    const std::size_t rowsAtOnce = fused::panelLanes(layout, batch);
    std::size_t floats = kCopies * layout.size;
    for (const Layout::Dense& layer : layout.layers)
        floats += (kPanels + layer.learned.size()) * rowsAtOnce * (layer.in + layer.out);
    return floats * sizeof(float);
}

std::optional<std::string> complaintAboutMemory(std::size_t needed, std::size_t free, const std::string& remedy)
{
    if (needed <= free)
        return std::nullopt;
    return "Training this network takes " + data::spelledBytes(needed) + " of memory, and " +
           data::spelledBytes(free) + " are free. Take " + remedy + ".";
}

}  // namespace actlab::nn
