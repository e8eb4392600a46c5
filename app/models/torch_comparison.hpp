#pragma once

#include <QString>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/analysis/activation_timing.hpp"
#include "core/analysis/gradient_check.hpp"

namespace actlab::models {

/// An activation beside PyTorch: whether autograd agrees with our derivative, and how fast each is.
struct TorchComparison {
    std::optional<analysis::GradientCheck> autograd;
    std::vector<analysis::ActivationTiming> timings;
    QString problem;  ///< why there is nothing to compare with; a sentence, or empty
};

/// Loads PyTorch's library at the first call. Takes a second or two; asked to stop, it leaves out what it has not
/// measured yet.
TorchComparison compareWithTorch(const activation::ActivationPtr& activation, const std::stop_token& stop);

}  // namespace actlab::models
