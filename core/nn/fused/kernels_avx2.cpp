#include "core/nn/fused/vector_descent.hpp"

namespace actlab::nn::fused {

extern const Kernels kAvx2Kernels;
const Kernels kAvx2Kernels = kernelsOf<8>("avx2");

}  // namespace actlab::nn::fused
