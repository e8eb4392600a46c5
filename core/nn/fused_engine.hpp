#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// Trains a dense network by our own loops, without LibTorch: no record of operations, no allocation after the first
/// step. The data of the problem must outlive it. Throws std::runtime_error where the parameters do not fit.
///
/// `isOver` is asked every few milliseconds. Once it says yes, a step and a measurement that are under way break off:
/// the step changes nothing, and what they return means nothing.
std::unique_ptr<Engine> makeFusedEngine(const Problem& problem, std::vector<float> parameters,
                                        std::function<bool()> isOver = {});

}  // namespace actlab::nn
