#pragma once

#include <span>

namespace actlab::nn {

/// √Σx², summed in double.
double euclideanNorm(std::span<const float> values);

/// Shortens a gradient that is longer than `most` to that length, as torch.nn.utils.clip_grad_norm_ does: by
/// most / (length + 1e-6). Its size is a multiple of fused::kLanes; what the parameters do not need of it is 0.
/// Returns the length it had.
double clipGradient(std::span<float> gradient, double most);

}  // namespace actlab::nn
