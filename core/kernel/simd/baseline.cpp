#define ACTLAB_ISA baseline
#define ACTLAB_ISA_BYTES 16
#include "core/kernel/simd/run_steps.hpp"
