#include "core/torch/activation_node.hpp"

#include "core/activation/parameters.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/variable.h>

#include <algorithm>
#include <span>

namespace actlab::torch_room {

namespace {

using at::Tensor;
using torch::autograd::variable_list;

std::span<const float> floatsOf(const Tensor& tensor)
{
    return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

/// What the forward pass leaves for the backward pass: f′ and each ∂f/∂p at the inputs.
class ActivationBackward final : public torch::autograd::Node {
public:
    /// `isByChannel`: for each ∂f/∂p, whether there is a p for every channel.
    ActivationBackward(std::vector<Tensor> slopes, std::vector<bool> isByChannel)
        : m_slopes(std::move(slopes)), m_isByChannel(std::move(isByChannel))
    {
    }

    variable_list apply(variable_list&& gradients) override
    {
        const Tensor& gradient = gradients[0];
        if (!gradient.defined())
            return variable_list(num_outputs());
        variable_list result{gradient * m_slopes[0]};
        for (std::size_t i = 0; i < m_isByChannel.size(); ++i) {
            const Tensor each = gradient * m_slopes[i + 1];
            result.push_back(m_isByChannel[i] ? each.sum(0) : each.sum().reshape({1}));
        }
        return result;
    }
    void release_variables() override { m_slopes.clear(); }
    std::string name() const override { return "ActivationBackward"; }

private:
    std::vector<Tensor> m_slopes;
    std::vector<bool> m_isByChannel;
};

bool isByChannel(const Tensor& learned)
{
    return learned.numel() > 1;
}

}  // namespace

LayerActivation::LayerActivation(activation::ActivationPtr activation)
    : m_activation(std::move(activation)),
      m_value(kernel::compile(std::span(&m_activation->value(), 1), activation::namesOf(m_activation->parameters())))
{
    for (const activation::Parameter& p : m_activation->parameters()) {
        if (p.learnable)
            m_learnable.push_back(m_parameters.size());
        m_parameters.push_back(static_cast<float>(p.value));
    }
}

Tensor LayerActivation::operator()(const Tensor& x, const Tensors& learned) const
{
    if (at::GradMode::is_enabled() && x.requires_grad())
        return recorded(x, learned);
    return run(m_value, x, learned)[0];
}

Tensor LayerActivation::recorded(const Tensor& x, const Tensors& learned) const
{
    // the kernels write plain numbers; what autograd has to know is the one node below
    Tensors results = [&] {
        const at::NoGradGuard plain;
        return run(m_activation->training(), x, learned);
    }();
    Tensor value = std::move(results.front());
    results.erase(results.begin());

    std::vector<bool> byChannel;
    torch::autograd::edge_list edges{torch::autograd::impl::gradient_edge(x)};
    for (const Tensor& each : learned) {
        byChannel.push_back(isByChannel(each));
        edges.push_back(torch::autograd::impl::gradient_edge(each));
    }
    const std::shared_ptr<ActivationBackward> node(new ActivationBackward(std::move(results), std::move(byChannel)),
                                                   torch::autograd::deleteNode);
    node->set_next_edges(std::move(edges));
    torch::autograd::create_gradient_edge(value, node);
    return value;
}

LayerActivation::Tensors LayerActivation::run(const kernel::Program& program, const Tensor& x,
                                              const Tensors& learned) const
{
    return std::ranges::any_of(learned, isByChannel) ? runByChannel(program, x, learned)
                                                     : runOnce(program, x, learned);
}

LayerActivation::Tensors LayerActivation::runOnce(const kernel::Program& program, const Tensor& x,
                                                  const Tensors& learned) const
{
    Tensors results;
    std::vector<float*> places;
    for (std::size_t i = 0; i < program.outputCount(); ++i)
        places.push_back(results.emplace_back(at::empty(x.sizes(), x.options())).data_ptr<float>());
    program.evaluate<float>(floatsOf(x), parametersAt(learned, 0), places);
    return results;
}

/// A channel's values lie side by side while the program runs over them.
LayerActivation::Tensors LayerActivation::runByChannel(const kernel::Program& program, const Tensor& x,
                                                       const Tensors& learned) const
{
    const Tensor channels = x.t().contiguous();
    const auto rows = static_cast<std::size_t>(x.size(0));
    Tensors results;
    std::vector<float*> places;
    for (std::size_t i = 0; i < program.outputCount(); ++i)
        places.push_back(results.emplace_back(at::empty(channels.sizes(), x.options())).data_ptr<float>());
    for (std::int64_t channel = 0; channel < channels.size(0); ++channel) {
        const auto first = static_cast<std::size_t>(channel) * rows;
        program.evaluate<float>(floatsOf(channels).subspan(first, rows), parametersAt(learned, channel), places);
        for (float*& place : places)
            place += rows;
    }
    for (Tensor& result : results)
        result = result.t().contiguous();
    return results;
}

std::vector<float> LayerActivation::parametersAt(const Tensors& learned, std::int64_t channel) const
{
    std::vector<float> values = m_parameters;
    for (std::size_t i = 0; i < m_learnable.size(); ++i)
        values[m_learnable[i]] = learned[i].data_ptr<float>()[isByChannel(learned[i]) ? channel : 0];
    return values;
}

}  // namespace actlab::torch_room
