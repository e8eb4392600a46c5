#include "core/nn/batch_norm.hpp"

#include <cmath>

namespace actlab::nn {

UnitNorm runningNorm(const Layout::Dense& layer, std::span<const float> parameters, std::size_t unit)
{
    if (!layer.norm)
        return {};
    const double scale = parameters[layer.norm->scale + unit], mean = parameters[layer.norm->mean + unit];
    const double variance = parameters[layer.norm->variance + unit];
    return {mean, scale / std::sqrt(variance + kNormEpsilon)};
}

}  // namespace actlab::nn
