#include "core/torch/optimizer.hpp"

#include <torch/types.h>  // first: clip_grad.h does without it and should not

#include <ATen/ATen.h>
#include <torch/nn/utils/clip_grad.h>
#include <torch/optim/adagrad.h>
#include <torch/optim/adam.h>
#include <torch/optim/adamw.h>
#include <torch/optim/lbfgs.h>
#include <torch/optim/rmsprop.h>
#include <torch/optim/sgd.h>

#include <utility>

#include "core/nn/gradient_clip.hpp"

namespace actlab::torch_room {

namespace {

at::Tensor windowOn(std::span<float> values)
{
    return at::from_blob(values.data(), {static_cast<std::int64_t>(values.size())}, at::kFloat);
}

std::unique_ptr<torch::optim::Optimizer> optimizerFor(nn::Optimizer kind, double rate,
                                                      const std::vector<at::Tensor>& parameters)
{
    using namespace torch::optim;
    const SGDOptions withMomentum = SGDOptions(rate).momentum(0.9);
    switch (kind) {
    case nn::Optimizer::Sgd: return std::make_unique<SGD>(parameters, SGDOptions(rate));
    case nn::Optimizer::Momentum: return std::make_unique<SGD>(parameters, withMomentum);
    case nn::Optimizer::Nesterov: return std::make_unique<SGD>(parameters, SGDOptions(withMomentum).nesterov(true));
    case nn::Optimizer::Adagrad: return std::make_unique<Adagrad>(parameters, AdagradOptions(rate));
    case nn::Optimizer::RmsProp: return std::make_unique<RMSprop>(parameters, RMSpropOptions(rate));
    case nn::Optimizer::Adam: return std::make_unique<Adam>(parameters, AdamOptions(rate));
    case nn::Optimizer::AdamW: return std::make_unique<AdamW>(parameters, AdamWOptions(rate));
    case nn::Optimizer::Lbfgs: break;
    }
    return std::make_unique<LBFGS>(parameters, LBFGSOptions(rate).line_search_fn("strong_wolfe"));
}

/// What is carried of a state, which has one number for each parameter, within one of `size` numbers.
void carryInto(std::size_t size, std::span<const nn::Carried> carried, at::Tensor& state)
{
    if (!state.defined())
        return;
    at::Tensor next = at::zeros({static_cast<std::int64_t>(size)}, at::kFloat);
    for (const nn::Carried& part : carried) {
        const auto from = static_cast<std::int64_t>(part.from), to = static_cast<std::int64_t>(part.to);
        const auto count = static_cast<std::int64_t>(part.count);
        next.narrow(0, to, count).copy_(state.narrow(0, from, count));
    }
    state = next;
}

/// All that an optimiser knows of single parameters.
std::vector<at::Tensor*> partsOf(nn::Optimizer kind, torch::optim::OptimizerParamState& state)
{
    using namespace torch::optim;
    switch (kind) {
    case nn::Optimizer::Momentum:
    case nn::Optimizer::Nesterov: return {&static_cast<SGDParamState&>(state).momentum_buffer()};
    case nn::Optimizer::Adagrad: return {&static_cast<AdagradParamState&>(state).sum()};
    case nn::Optimizer::RmsProp: return {&static_cast<RMSpropParamState&>(state).square_avg()};
    case nn::Optimizer::Adam: {
        auto& moments = static_cast<AdamParamState&>(state);
        return {&moments.exp_avg(), &moments.exp_avg_sq()};
    }
    case nn::Optimizer::AdamW: {
        auto& moments = static_cast<AdamWParamState&>(state);
        return {&moments.exp_avg(), &moments.exp_avg_sq()};
    }
    case nn::Optimizer::Sgd:
    case nn::Optimizer::Lbfgs: break;
    }
    return {};
}

}  // namespace

Optimizer::Optimizer(const nn::TrainingSpec& spec, const nn::Layout& layout, std::span<float> parameters,
                     std::span<float> gradient)
    : m_kind(spec.optimizer),
      m_parameters(parameters),
      m_gradient(gradient),
      m_clip(spec.clip),
      m_penalty(spec, layout),
      m_frozen(spec, layout)
{
    at::Tensor flat = windowOn(parameters).requires_grad_(true);
    flat.mutable_grad() = windowOn(gradient);
    m_optimizer = optimizerFor(spec.optimizer, spec.learningRate, {flat});
}

double Optimizer::step(const std::function<at::Tensor()>& evaluate)
{
    m_penalty.beforeStep(m_parameters);
    bool isFirst = true;
    const at::Tensor loss = m_optimizer->step([&] {
        at::Tensor found = evaluate();
        if (std::exchange(isFirst, false))
            m_frozen.hold(m_parameters);
        m_frozen.silence(m_gradient);
        if (m_clip > 0)
            m_unclippedNorm = torch::nn::utils::clip_grad_norm_(m_optimizer->param_groups().front().params(), m_clip);
        return found;
    });
    m_frozen.restore(m_parameters);
    m_penalty.afterStep(m_parameters, m_optimizer->param_groups().front().options().get_lr());
    return loss.item<double>();
}

void Optimizer::rebuild(const nn::TrainingSpec& spec, const nn::Layout& layout, std::span<float> parameters,
                        std::span<float> gradient, std::span<const nn::Carried> carried)
{
    m_parameters = parameters;
    m_gradient = gradient;
    m_penalty.rebuild(spec, layout, carried);
    m_frozen = nn::FrozenLayers(spec, layout);
    at::Tensor flat = m_optimizer->param_groups().front().params().front();
    flat.set_data(windowOn(parameters));  // the same tensor to the optimiser, which knows its state by it
    flat.mutable_grad() = windowOn(gradient);
    carryState(carried);
}

/// L-BFGS remembers whole steps of a network that is no more.
void Optimizer::carryState(std::span<const nn::Carried> carried)
{
    const torch::optim::OptimizerParamGroup& group = m_optimizer->param_groups().front();
    if (m_kind == nn::Optimizer::Lbfgs) {
        m_optimizer = optimizerFor(m_kind, group.options().get_lr(), std::vector(group.params()));
        return;
    }
    for (auto& [tensor, state] : m_optimizer->state())
        for (at::Tensor* part : partsOf(m_kind, *state))
            carryInto(m_parameters.size(), carried, *part);
}

double Optimizer::gradientNorm() const
{
    return m_clip > 0 ? m_unclippedNorm : nn::euclideanNorm(m_gradient);
}

void Optimizer::setLearningRate(double rate)
{
    m_optimizer->param_groups().front().options().set_lr(rate);
}

}  // namespace actlab::torch_room
