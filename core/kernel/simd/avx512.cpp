#define ACTLAB_ISA avx512
#define ACTLAB_ISA_BYTES 64
#include "core/kernel/simd/run_steps.hpp"
