#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace actlab::nn {

/// Finite, and not beyond 1e15: from there no training comes back.
bool isSane(double value);
/// The first value that is not sane; nullopt where all are.
std::optional<float> firstWild(std::span<const float> values);

/// The next lower one of the rates 1, 3, 10, … that is at least 30 times as small, and no higher than `usual`.
double lowerLearningRate(double rate, double usual);

/// "diverged at step 57: loss became NaN; learning rate 1.0 is likely too high. Try 0.03". Without `suggestion`
/// the learning rate is not to blame and not named.
std::string divergenceMessage(std::size_t step, const std::string& what, double rate,
                              std::optional<double> suggestion);

/// "loss became NaN", "loss became infinite", "loss grew beyond 1e15".
std::string whatBecame(const std::string& name, double value);

}  // namespace actlab::nn
