#include "core/torch/activation_node.hpp"

#include "core/torch/parallel_kernels.hpp"

#include <ATen/ATen.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>

#include <algorithm>
#include <span>

namespace actlab::torch_room {

namespace {

using at::Tensor;
using torch::autograd::variable_list;
using Tensors = std::vector<Tensor>;

std::span<const float> floatsOf(const Tensor& tensor)
{
    return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
}

bool isByChannel(const Tensor& learned)
{
    return learned.numel() > 1;
}

/// The activation at the values that its parameters have for one pass, forwards or backwards.
class Pass {
public:
    Pass(std::shared_ptr<const LayerActivation::Fixed> fixed, Tensors learned)
        : m_fixed(std::move(fixed)),
          m_learned(std::move(learned)),
          m_isByChannel(std::ranges::any_of(m_learned, isByChannel))
    {
    }

    Tensor value(const Tensor& x) const
    {
        const Tensor in = sideBySide(x);
        Tensor out = at::empty_like(in);
        float* place = out.data_ptr<float>();
        forChannels(in, [&](std::int64_t channel, std::size_t begin, std::size_t n) {
            evaluateInParallel(program(), floatsOf(in).subspan(begin, n), parametersAt(channel), place + begin);
        });
        return asBefore(std::move(out));
    }

    /// The gradients by x and by each of the learned tensors.
    variable_list gradients(const Tensor& x, const Tensor& upstream) const
    {
        const Tensor in = sideBySide(x), above = sideBySide(upstream.contiguous());
        Tensor byX = at::empty_like(in);
        const float* from = above.data_ptr<float>();
        float* place = byX.data_ptr<float>();
        std::vector<std::vector<double>> sums;
        forChannels(in, [&](std::int64_t channel, std::size_t begin, std::size_t n) {
            auto& own = sums.emplace_back(m_learned.size());
            pullBackInParallel(program(), floatsOf(in).subspan(begin, n), parametersAt(channel), from + begin,
                               place + begin, own);
        });
        variable_list all{asBefore(std::move(byX))};
        for (std::size_t i = 0; i < m_learned.size(); ++i)
            all.push_back(total(sums, i));
        return all;
    }

private:
    const kernel::Program& program() const { return m_fixed->activation->training(); }

    /// Where channels differ, the values of each lie side by side while the program runs over them.
    Tensor sideBySide(const Tensor& x) const { return m_isByChannel ? x.t().contiguous() : x; }
    Tensor asBefore(Tensor x) const { return m_isByChannel ? x.t().contiguous() : std::move(x); }

    /// Calls work(channel, begin, n) for all that has the same parameters.
    template <class Work>
    void forChannels(const Tensor& x, const Work& work) const
    {
        if (!m_isByChannel)
            return work(0, 0, static_cast<std::size_t>(x.numel()));
        const auto n = static_cast<std::size_t>(x.size(1));
        for (std::int64_t channel = 0; channel < x.size(0); ++channel)
            work(channel, static_cast<std::size_t>(channel) * n, n);
    }

    /// Of a parameter that the channels share, the sum over them.
    Tensor total(const std::vector<std::vector<double>>& sums, std::size_t parameter) const
    {
        Tensor result = at::empty_like(m_learned[parameter]);
        std::vector<double> totals(static_cast<std::size_t>(result.numel()));
        for (std::size_t channel = 0; channel < sums.size(); ++channel)
            totals[totals.size() > 1 ? channel : 0] += sums[channel][parameter];
        std::ranges::transform(totals, result.data_ptr<float>(), [](double sum) { return static_cast<float>(sum); });
        return result;
    }

    std::vector<float> parametersAt(std::int64_t channel) const
    {
        std::vector<float> values = m_fixed->parameters;
        for (std::size_t i = 0; i < m_learned.size(); ++i)
            values[m_fixed->learnable[i]] = m_learned[i].data_ptr<float>()[isByChannel(m_learned[i]) ? channel : 0];
        return values;
    }

    std::shared_ptr<const LayerActivation::Fixed> m_fixed;
    Tensors m_learned;
    bool m_isByChannel;
};

/// Keeps x, and refuses as autograd does where somebody has written into it or into a parameter since.
class ActivationBackward final : public torch::autograd::Node {
public:
    ActivationBackward(Pass pass, const Tensor& x, const Tensors& learned) : m_pass(std::move(pass)), m_x(x, false)
    {
        for (const Tensor& each : learned)
            m_learned.emplace_back(each, false);
    }

    variable_list apply(variable_list&& gradients) override
    {
        for (const auto& each : m_learned)
            each.unpack();
        const Tensor x = m_x.unpack();
        if (!gradients[0].defined())
            return variable_list(num_outputs());
        const at::AutoDispatchBelowADInplaceOrView plain;
        return m_pass.gradients(x, gradients[0]);
    }
    void release_variables() override
    {
        m_x.reset_data();
        for (auto& each : m_learned)
            each.reset_data();
    }
    std::string name() const override { return "ActivationBackward"; }

private:
    Pass m_pass;
    torch::autograd::SavedVariable m_x;
    std::vector<torch::autograd::SavedVariable> m_learned;
};

}  // namespace

LayerActivation::LayerActivation(activation::ActivationPtr activation)
{
    Fixed fixed{std::move(activation), {}, {}};
    for (const activation::Parameter& p : fixed.activation->parameters()) {
        if (p.learnable)
            fixed.learnable.push_back(fixed.parameters.size());
        fixed.parameters.push_back(static_cast<float>(p.value));
    }
    m_fixed = std::make_shared<const Fixed>(std::move(fixed));
}

Tensor LayerActivation::operator()(const Tensor& x, const Tensors& learned) const
{
    const auto isWanted = [](const Tensor& each) { return each.requires_grad(); };
    if (at::GradMode::is_enabled() && (isWanted(x) || std::ranges::any_of(learned, isWanted)))
        return recorded(x, learned);
    return Pass(m_fixed, learned).value(x);
}

Tensor LayerActivation::recorded(const Tensor& x, const Tensors& learned) const
{
    Pass pass(m_fixed, learned);
    // the kernels write plain numbers; what autograd has to know is the one node below
    Tensor value = [&] {
        const at::AutoDispatchBelowADInplaceOrView plain;
        return pass.value(x);
    }();

    torch::autograd::edge_list edges{torch::autograd::impl::gradient_edge(x)};
    for (const Tensor& each : learned)
        edges.push_back(torch::autograd::impl::gradient_edge(each));
    const std::shared_ptr<ActivationBackward> node(new ActivationBackward(std::move(pass), x, learned),
                                                   torch::autograd::deleteNode);
    node->set_next_edges(std::move(edges));
    torch::autograd::create_gradient_edge(value, node);
    return value;
}

}  // namespace actlab::torch_room
