#include "core/nn/gradient_clip.hpp"

#include "core/nn/fused/kernels.hpp"

#include <cmath>

namespace actlab::nn {

void clipGradient(std::span<float> gradient, double most)
{
    const float square = fused::kernels().dot(gradient.data(), gradient.data(), gradient.size());
    const double factor = most / (std::sqrt(static_cast<double>(square)) + 1e-6);
    if (factor >= 1)
        return;
    for (float& slope : gradient)
        slope *= static_cast<float>(factor);
}

}  // namespace actlab::nn
