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

}  // namespace

Optimizer::Optimizer(const nn::TrainingSpec& spec, const nn::Layout& layout, std::span<float> parameters,
                     std::span<float> gradient)
    : m_parameters(parameters), m_clip(spec.clip), m_penalty(spec, layout)
{
    at::Tensor flat = windowOn(parameters).requires_grad_(true);
    flat.mutable_grad() = windowOn(gradient);
    m_optimizer = optimizerFor(spec.optimizer, spec.learningRate, {flat});
}

double Optimizer::step(const std::function<at::Tensor()>& evaluate)
{
    m_penalty.beforeStep(m_parameters);
    const at::Tensor loss = m_optimizer->step([&] {
        at::Tensor found = evaluate();
        if (m_clip > 0)
            torch::nn::utils::clip_grad_norm_(m_optimizer->param_groups().front().params(), m_clip);
        return found;
    });
    m_penalty.afterStep(m_parameters, m_optimizer->param_groups().front().options().get_lr());
    return loss.item<double>();
}

void Optimizer::setLearningRate(double rate)
{
    m_optimizer->param_groups().front().options().set_lr(rate);
}

}  // namespace actlab::torch_room
