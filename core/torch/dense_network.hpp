#pragma once

#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/nn/engine.hpp"
#include "core/torch/activation_node.hpp"

namespace actlab::torch_room {

/// The dense network of a Layout as autograd sees it: its tensors are windows on one flat parameter vector, so
/// that whoever changes a number of the vector changes the network. Neither copied nor moved.
class DenseNetwork {
public:
    DenseNetwork(const std::vector<nn::Layer>& hidden, nn::Layout layout, std::vector<float> parameters);
    DenseNetwork(const DenseNetwork&) = delete;
    DenseNetwork& operator=(const DenseNetwork&) = delete;

    /// rows × inputs to rows × outputs, before any function of the output.
    at::Tensor forward(const at::Tensor& inputs) const;
    /// The same as a step sees it. `factors` of dropout, rows × hidden neurons, multiply what the hidden layers
    /// compute, where they are given. The running numbers of batch normalisation follow the rows.
    at::Tensor forwardForTraining(const at::Tensor& inputs, const at::Tensor& factors = {});
    /// Makes ∂loss/∂parameters the gradient.
    void findGradient(const at::Tensor& loss);

    std::span<float> parameters() { return m_parameters; }
    std::span<const float> parameters() const { return m_parameters; }
    std::span<float> gradient() { return m_gradient; }  ///< in the order of the flat vector
    const nn::Layout& layout() const { return m_layout; }
    std::size_t inputs() const { return m_layout.layers.front().in; }
    std::size_t outputs() const { return m_layout.layers.back().out; }

private:
    struct Dense {
        at::Tensor weights;  ///< in × out: the transpose, seen without moving a number
        at::Tensor bias;
        at::Tensor scale, mean, variance;  ///< of batch normalisation; undefined without it
        std::vector<at::Tensor> learned;   ///< the activation's learnable parameters; layers may share one
        bool isFrozen = false, residual = false;
    };
    void addLeaves(const nn::Layout::Dense& layer);
    at::Tensor run(const at::Tensor& inputs, bool isTraining, const at::Tensor& factors) const;
    static at::Tensor preActivations(const Dense& layer, const at::Tensor& inputs, bool isTraining);

    nn::Layout m_layout;
    std::vector<float> m_parameters, m_gradient;
    std::vector<LayerActivation> m_activations;
    std::vector<Dense> m_layers;
    std::vector<at::Tensor> m_learned;   ///< by Layout::learned
    std::vector<at::Tensor> m_leaves;    ///< all that a gradient moves, in the order of the flat vector
    std::vector<std::size_t> m_offsets;  ///< of the leaves
};

}  // namespace actlab::torch_room
