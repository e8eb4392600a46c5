#pragma once

#include <span>
#include <string>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"
#include "core/nn/train.hpp"

namespace actlab::workspace {

/// A table of so many rows, evenly over `x` and both ends included: x, then f, f′ and f″ of each activation. Numbers
/// are the shortest that read back the same, in every locale; what is not finite is "nan", "inf" or "-inf".
std::string curvesCsv(std::span<const activation::ActivationPtr> activations, analysis::Interval x,
                      std::size_t rows = 1001);

/// One row an epoch: losses, accuracies, seconds, steps, learning rate, then what the activations of these layers
/// learn, with ".min" and
/// ".max" beside what is learned for every channel; last, of a run that was edited, what was edited since the row
/// before.
std::string historyCsv(std::span<const nn::Layer> hidden, std::span<const nn::EpochMetrics> history,
                       std::span<const nn::Mark> marks = {});

}  // namespace actlab::workspace
