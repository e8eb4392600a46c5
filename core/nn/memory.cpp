#include "core/nn/memory.hpp"

#include <cmath>
#include <fstream>

namespace actlab::nn {

namespace {

/// "1.25 GB", "48 MB"
std::string spelled(std::size_t bytes)
{
    const double megabytes = std::ceil(static_cast<double>(bytes) / 1e6);
    if (megabytes < 1000)
        return std::to_string(static_cast<long>(megabytes)) + " MB";
    const auto hundredths = std::to_string(100 + static_cast<long>(megabytes / 10) % 100);
    return std::to_string(static_cast<long>(megabytes / 1000)) + "." + hundredths.substr(1) + " GB";
}

}  // namespace

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

std::optional<std::size_t> freeMemory()
{
    std::ifstream file("/proc/meminfo");
    std::string word;
    while (file >> word)
        if (std::size_t kilobytes = 0; word == "MemAvailable:" && file >> kilobytes)
            return kilobytes * 1024;
    return std::nullopt;
}

std::optional<std::string> complaintAboutMemory(std::size_t needed, std::size_t free)
{
    if (needed <= free)
        return std::nullopt;
    return "Training this network takes " + spelled(needed) + " of memory, and " + spelled(free) +
           " are free. Take fewer or narrower layers.";
}

}  // namespace actlab::nn
