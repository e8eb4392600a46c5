#include "core/torch/dense_network.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <stdexcept>

namespace actlab::torch_room {

namespace {

/// Writes a gradient out × in as the flat vector has it, whatever way autograd laid it out; returns the end.
float* writeTransposed(const at::Tensor& gradient, float* place)
{
    const auto* first = gradient.data_ptr<float>();
    const std::int64_t down = gradient.stride(0), across = gradient.stride(1);
    for (std::int64_t out = 0; out < gradient.size(1); ++out)
        for (std::int64_t in = 0; in < gradient.size(0); ++in)
            *place++ = first[in * down + out * across];
    return place;
}

float* write(const at::Tensor& gradient, float* place)
{
    const auto* first = gradient.data_ptr<float>();
    for (std::int64_t i = 0; i < gradient.size(0); ++i)
        *place++ = first[i * gradient.stride(0)];
    return place;
}

}  // namespace

DenseNetwork::DenseNetwork(const std::vector<nn::Layer>& hidden, nn::Layout layout, std::vector<float> parameters)
    : m_layout(std::move(layout)), m_parameters(std::move(parameters)), m_gradient(m_layout.size)
{
    if (m_parameters.size() != m_layout.size)
        throw std::runtime_error("The parameters do not fit the network.");
    for (const nn::Layer& layer : hidden)
        m_activations.emplace_back(layer.activation);
    for (const nn::Layout::Dense& layer : m_layout.layers)
        addLeaves(layer);
}

at::Tensor DenseNetwork::forward(const at::Tensor& inputs, const at::Tensor& factors) const
{
    at::Tensor values = inputs;
    std::int64_t firstNeuron = 0;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        values = at::addmm(m_layers[i].bias, values, m_layers[i].weights);
        if (i == m_activations.size())
            break;
        values = m_activations[i](values, m_layers[i].learned);
        if (factors.defined())
            values = values * factors.narrow(1, firstNeuron, values.size(1));
        firstNeuron += values.size(1);
    }
    return values;
}

void DenseNetwork::findGradient(const at::Tensor& loss)
{
    float* place = m_gradient.data();
    for (const at::Tensor& gradient : torch::autograd::grad({loss}, m_leaves))
        place = gradient.dim() == 2 ? writeTransposed(gradient, place) : write(gradient, place);
}

void DenseNetwork::addLeaves(const nn::Layout::Dense& layer)
{
    const auto leaf = [&](std::size_t offset, at::IntArrayRef sizes, at::IntArrayRef strides) {
        at::Tensor tensor = at::from_blob(m_parameters.data() + offset, sizes, strides, at::kFloat);
        return m_leaves.emplace_back(tensor.requires_grad_(true));
    };
    const auto in = static_cast<std::int64_t>(layer.in), out = static_cast<std::int64_t>(layer.out);
    Dense& tensors = m_layers.emplace_back();
    tensors.weights = leaf(layer.weights, {in, out}, {1, in});
    tensors.bias = leaf(layer.bias, {out}, {1});
    for (const std::size_t index : layer.learned) {
        if (index == m_learned.size()) {
            const nn::Layout::Learned& learned = m_layout.learned[index];
            m_learned.push_back(leaf(learned.offset, {static_cast<std::int64_t>(learned.count)}, {1}));
        }
        tensors.learned.push_back(m_learned[index]);
    }
}

}  // namespace actlab::torch_room
