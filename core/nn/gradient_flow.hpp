#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// ∂loss/∂parameters, the mean over the first rows of the training table, at most `mostRows` of them, without dropout
/// and penalties; batch normalisation takes these rows for a batch. By the layout of the parameters, which have to
/// fit. Empty where it was stopped.
std::vector<float> lossGradient(const Problem& problem, std::span<const float> parameters, std::size_t mostRows,
                                const std::stop_token& stop = {});

/// How strongly the loss pulls at the weights of a layer, and how they follow.
struct LayerFlow {
    double gradient = 0;  ///< the length of ∂loss/∂weights
    double weights = 0;   ///< the length of the weights
    /// By how much of their length the weights have moved, a step; nullopt where there is no earlier look at them.
    std::optional<double> update = {};
};

/// What a network was when somebody looked.
struct Look {
    std::size_t step = 0;
    std::span<const float> parameters;
};

/// One for each layer, the output's last. `before` is an earlier look at the same layout, or none: what came of the
/// steps between the two is shared out evenly among them. Empty where it was stopped, or the parameters do not fit.
std::vector<LayerFlow> gradientFlow(const Problem& problem, const Look& now, const std::optional<Look>& before,
                                    std::size_t mostRows, const std::stop_token& stop = {});

/// Whether the gradient dies away or grows on its way back through the layers.
enum class FlowState { Even, Vanishing, Exploding };
/// Vanishing: the first layer's is less than a thousandth of the last hidden layer's; exploding: more than a thousand
/// times it.
FlowState stateOf(std::span<const LayerFlow> flow);

}  // namespace actlab::nn
