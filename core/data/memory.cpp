#include "core/data/memory.hpp"

#include <cmath>
#include <fstream>

namespace actlab::data {

std::optional<std::size_t> freeMemory()
{
    std::ifstream file("/proc/meminfo");
    std::string word;
    while (file >> word)
        if (std::size_t kilobytes = 0; word == "MemAvailable:" && file >> kilobytes)
            return kilobytes * 1024;
    return std::nullopt;
}

std::string spelledBytes(std::size_t bytes)
{
    const double megabytes = std::ceil(static_cast<double>(bytes) / 1e6);
    if (megabytes < 1000)
        return std::to_string(static_cast<long>(megabytes)) + " MB";
    const auto hundredths = std::to_string(100 + static_cast<long>(megabytes / 10) % 100);
    return std::to_string(static_cast<long>(megabytes / 1000)) + "." + hundredths.substr(1) + " GB";
}

}  // namespace actlab::data
