#pragma once

#include <span>

#include "core/kernel/program.hpp"

namespace actlab::torch_room {

/// Program::evaluate of the first output, large arrays over Torch's threads.
void evaluateInParallel(const kernel::Program& program, std::span<const float> x, std::span<const float> parameters,
                        float* value);

/// Program::pullBack, large arrays over Torch's threads. The sums do not depend on their number.
void pullBackInParallel(const kernel::Program& program, std::span<const float> x, std::span<const float> parameters,
                        const float* upstream, float* gradient, std::span<double> sums);

}  // namespace actlab::torch_room
