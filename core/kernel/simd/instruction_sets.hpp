#pragma once

#include "core/kernel/step.hpp"

namespace actlab::kernel {

namespace baseline {
void runSteps(const Step<float>* steps, std::size_t count, std::size_t n);
void runSteps(const Step<double>* steps, std::size_t count, std::size_t n);
}  // namespace baseline
namespace avx2 {
void runSteps(const Step<float>* steps, std::size_t count, std::size_t n);
void runSteps(const Step<double>* steps, std::size_t count, std::size_t n);
}  // namespace avx2
namespace avx512 {
void runSteps(const Step<float>* steps, std::size_t count, std::size_t n);
void runSteps(const Step<double>* steps, std::size_t count, std::size_t n);
}  // namespace avx512

}  // namespace actlab::kernel
