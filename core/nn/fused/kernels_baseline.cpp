#include "core/nn/fused/vector_descent.hpp"

namespace actlab::nn::fused {

extern const Kernels kBaselineKernels;
const Kernels kBaselineKernels = kernelsOf<4>("baseline");

}  // namespace actlab::nn::fused
