#include "core/nn/schedule.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actlab::nn {

double rateFactor(Schedule schedule, std::size_t epoch, std::size_t epochs)
{
    constexpr std::array kThirds{1.0, 0.1, 0.01};
    switch (schedule) {
    case Schedule::Constant: break;
    case Schedule::Step: return kThirds[std::min<std::size_t>(3 * epoch / epochs, 2)];
    case Schedule::Cosine:
        return (1 + std::cos(std::numbers::pi * static_cast<double>(epoch) / static_cast<double>(epochs))) / 2;
    }
    return 1;
}

}  // namespace actlab::nn
