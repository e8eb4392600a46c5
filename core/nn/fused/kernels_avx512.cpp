#include "core/nn/fused/vector_descent.hpp"

namespace actlab::nn::fused {

extern const Kernels kAvx512Kernels;
const Kernels kAvx512Kernels = kernelsOf<16>("avx512");

}  // namespace actlab::nn::fused
