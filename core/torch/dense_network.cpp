#include "core/torch/dense_network.hpp"

#include "core/nn/batch_norm.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <stdexcept>

namespace actlab::torch_room {

namespace {

/// Writes a gradient out × in as the flat vector has it, whatever way autograd laid it out.
void writeTransposed(const at::Tensor& gradient, float* place)
{
    const auto* first = gradient.data_ptr<float>();
    const std::int64_t down = gradient.stride(0), across = gradient.stride(1);
    for (std::int64_t out = 0; out < gradient.size(1); ++out)
        for (std::int64_t in = 0; in < gradient.size(0); ++in)
            *place++ = first[in * down + out * across];
}

void write(const at::Tensor& gradient, float* place)
{
    const auto* first = gradient.data_ptr<float>();
    for (std::int64_t i = 0; i < gradient.size(0); ++i)
        *place++ = first[i * gradient.stride(0)];
}

}  // namespace

DenseNetwork::DenseNetwork(const std::vector<nn::Layer>& hidden, nn::Layout layout, std::vector<float> parameters)
    : m_layout(std::move(layout)), m_parameters(std::move(parameters)), m_gradient(m_layout.size)
{
    if (m_parameters.size() != m_layout.size)
        throw std::runtime_error("The parameters do not fit the network.");
    for (const nn::Layout::Dense& layer : m_layout.layers)
        addLeaves(layer);
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        m_activations.emplace_back(hidden[i].activation);
        m_layers[i].isFrozen = hidden[i].frozen;
        m_layers[i].residual = m_layout.layers[i].residual;
    }
}

at::Tensor DenseNetwork::forward(const at::Tensor& inputs) const
{
    return run(inputs, false, {});
}

at::Tensor DenseNetwork::forwardForTraining(const at::Tensor& inputs, const at::Tensor& factors)
{
    return run(inputs, true, factors);
}

at::Tensor DenseNetwork::run(const at::Tensor& inputs, bool isTraining, const at::Tensor& factors) const
{
    at::Tensor values = inputs;
    std::int64_t firstNeuron = 0;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Dense& layer = m_layers[i];
        const at::Tensor sums = preActivations(layer, values, isTraining);
        if (i == m_activations.size())
            return sums;
        at::Tensor answers = m_activations[i](sums, layer.learned);
        if (factors.defined())
            answers = answers * factors.narrow(1, firstNeuron, answers.size(1));
        firstNeuron += answers.size(1);
        values = layer.residual ? values + answers : answers;
    }
    return values;
}

at::Tensor DenseNetwork::preActivations(const Dense& layer, const at::Tensor& inputs, bool isTraining)
{
    if (!layer.scale.defined())
        return at::addmm(layer.bias, inputs, layer.weights);
    const bool isByBatch = isTraining && !layer.isFrozen && inputs.size(0) > 1;
    return at::batch_norm(at::mm(inputs, layer.weights), layer.scale, layer.bias, layer.mean, layer.variance,
                          isByBatch, nn::kNormMomentum, nn::kNormEpsilon, false);
}

void DenseNetwork::findGradient(const at::Tensor& loss)
{
    const std::vector<at::Tensor> gradients = torch::autograd::grad({loss}, m_leaves);
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        float* place = m_gradient.data() + m_offsets[i];
        gradients[i].dim() == 2 ? writeTransposed(gradients[i], place) : write(gradients[i], place);
    }
}

void DenseNetwork::addLeaves(const nn::Layout::Dense& layer)
{
    const auto window = [&](std::size_t offset, at::IntArrayRef sizes, at::IntArrayRef strides) {
        return at::from_blob(m_parameters.data() + offset, sizes, strides, at::kFloat);
    };
    const auto leaf = [&](std::size_t offset, at::IntArrayRef sizes, at::IntArrayRef strides) {
        m_offsets.push_back(offset);
        return m_leaves.emplace_back(window(offset, sizes, strides).requires_grad_(true));
    };
    const auto in = static_cast<std::int64_t>(layer.in), out = static_cast<std::int64_t>(layer.out);
    Dense& tensors = m_layers.emplace_back();
    tensors.weights = leaf(layer.weights, {in, out}, {1, in});
    tensors.bias = leaf(layer.bias, {out}, {1});
    if (layer.norm) {
        tensors.scale = leaf(layer.norm->scale, {out}, {1});
        tensors.mean = window(layer.norm->mean, {out}, {1});
        tensors.variance = window(layer.norm->variance, {out}, {1});
    }
    for (const std::size_t index : layer.learned) {
        if (index == m_learned.size()) {
            const nn::Layout::Learned& learned = m_layout.learned[index];
            m_learned.push_back(leaf(learned.offset, {static_cast<std::int64_t>(learned.count)}, {1}));
        }
        tensors.learned.push_back(m_learned[index]);
    }
}

}  // namespace actlab::torch_room
