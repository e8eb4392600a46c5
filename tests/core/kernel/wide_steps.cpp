// The same headers with vectors as wide as those of AVX-512, in plain code. They are to be found in the namespace
// of tests/core/kernel/steps.hpp.
#define ACTLAB_ISA testing::wide
#define ACTLAB_ISA_BYTES 64
#include "core/kernel/simd/run_steps.hpp"
