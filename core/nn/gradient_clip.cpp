#include "core/nn/gradient_clip.hpp"

#include "core/nn/fused/kernels.hpp"

#include <cmath>

namespace actlab::nn {

double euclideanNorm(std::span<const float> values)
{
    double squares = 0;
    for (const float value : values)
        squares += static_cast<double>(value) * value;
    return std::sqrt(squares);
}

double clipGradient(std::span<float> gradient, double most)
{
    const float square = fused::kernels().dot(gradient.data(), gradient.data(), gradient.size());
    const double length = std::sqrt(static_cast<double>(square)), factor = most / (length + 1e-6);
    if (factor < 1)
        for (float& slope : gradient)
            slope *= static_cast<float>(factor);
    return length;
}

}  // namespace actlab::nn
