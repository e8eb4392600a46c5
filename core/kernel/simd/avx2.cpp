#define ACTLAB_ISA avx2
#define ACTLAB_ISA_BYTES 32
#include "core/kernel/simd/run_steps.hpp"
