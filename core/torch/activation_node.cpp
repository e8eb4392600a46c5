#include "core/torch/activation_node.hpp"

#include "core/activation/parameters.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/function.h>

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
    explicit ActivationBackward(std::vector<Tensor> slopes) : m_slopes(std::move(slopes)) {}

    variable_list apply(variable_list&& gradients) override
    {
        const Tensor& gradient = gradients[0];
        if (!gradient.defined())
            return variable_list(num_outputs());
        variable_list result{gradient * m_slopes[0]};
        if (m_slopes.size() > 1)
            result.push_back(byParameters(gradient));
        return result;
    }
    void release_variables() override { m_slopes.clear(); }
    std::string name() const override { return "ActivationBackward"; }

private:
    Tensor byParameters(const Tensor& gradient) const
    {
        Tensor sums = at::empty({static_cast<std::int64_t>(m_slopes.size()) - 1}, gradient.options());
        for (std::size_t i = 1; i < m_slopes.size(); ++i)
            sums.data_ptr<float>()[i - 1] = (gradient * m_slopes[i]).sum().item<float>();
        return sums;
    }

    std::vector<Tensor> m_slopes;
};

std::vector<Tensor> run(const kernel::Program& program, const Tensor& x, std::span<const float> parameters)
{
    std::vector<Tensor> results;
    std::vector<float*> places;
    for (std::size_t i = 0; i < program.outputCount(); ++i)
        places.push_back(results.emplace_back(at::empty(x.sizes(), x.options())).data_ptr<float>());
    program.evaluate<float>(floatsOf(x), parameters, places);
    return results;
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

Tensor LayerActivation::operator()(const Tensor& x, const Tensor& learned) const
{
    if (at::GradMode::is_enabled() && x.requires_grad())
        return recorded(x, learned);
    return run(m_value, x, parametersWith(learned))[0];
}

Tensor LayerActivation::recorded(const Tensor& x, const Tensor& learned) const
{
    // the kernels write plain numbers; what autograd has to know is the one node below
    std::vector<Tensor> results = [&] {
        const at::NoGradGuard plain;
        return run(m_activation->training(), x, parametersWith(learned));
    }();
    Tensor value = std::move(results.front());
    results.erase(results.begin());

    const std::shared_ptr<ActivationBackward> node(new ActivationBackward(std::move(results)),
                                                   torch::autograd::deleteNode);
    node->set_next_edges(learned.defined() ? torch::autograd::collect_next_edges(x, learned)
                                           : torch::autograd::collect_next_edges(x));
    torch::autograd::create_gradient_edge(value, node);
    return value;
}

std::vector<float> LayerActivation::parametersWith(const Tensor& learned) const
{
    std::vector<float> values = m_parameters;
    for (std::size_t i = 0; i < m_learnable.size(); ++i)
        values[m_learnable[i]] = learned.data_ptr<float>()[i];
    return values;
}

}  // namespace actlab::torch_room
