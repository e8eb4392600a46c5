#include "core/nn/spec.hpp"

#include "core/nn/limits.hpp"

#include "core/data/names.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::nn {

namespace {

using data::Error;

std::optional<Error> errorInLayers(const std::vector<Layer>& hidden)
{
    if (hidden.size() > kMostLayers)
        return Error{"layers", "A network may have at most " + std::to_string(kMostLayers) + " hidden layers."};
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        const std::string layer = "Layer " + std::to_string(i + 1);
        if (hidden[i].width < 1 || hidden[i].width > kWidestLayer)
            return Error{"layers", layer + " must have from 1 to " + std::to_string(kWidestLayer) + " neurons."};
        if (!hidden[i].activation)
            return Error{"activation", layer + " has no activation."};
    }
    return std::nullopt;
}

std::optional<Error> errorInLinks(const TrainingSpec& spec)
{
    const std::vector<Layer>& hidden = spec.hidden;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        if (!hidden[i].residual)
            continue;
        if (i == 0)
            return Error{"residual", "The first layer can have no residual link: no layer is before it."};
        if (hidden[i].width != hidden[i - 1].width)
            return Error{"residual", "Layer " + std::to_string(i + 1) + " has " + std::to_string(hidden[i].width) +
                                         " neurons and the one before it " + std::to_string(hidden[i - 1].width) +
                                         ": a residual link needs as many."};
    }
    return std::nullopt;
}

std::optional<Error> errorInNorm(const TrainingSpec& spec)
{
    if (spec.batch < 2 && std::ranges::any_of(spec.hidden, &Layer::batchNorm))
        return Error{"batch", "Batch normalisation needs a batch of at least 2 rows."};
    return std::nullopt;
}

std::optional<Error> errorInSteps(const TrainingSpec& spec)
{
    if (!std::isfinite(spec.learningRate) || spec.learningRate <= 0)
        return Error{"lr", "The learning rate must be a number above 0."};
    if (spec.batch < 1)
        return Error{"batch", "A batch must hold at least 1 row."};
    if (spec.epochs < 1 || spec.epochs > kMostEpochs)
        return Error{"epochs", "The number of epochs must be from 1 to 1,000,000."};
    return std::nullopt;
}

std::optional<Error> errorInRestraints(const TrainingSpec& spec)
{
    const auto isPenalty = [](double rate) { return std::isfinite(rate) && rate >= 0; };
    if (!isPenalty(spec.l1))
        return Error{"l1", "The L1 penalty must be a number, 0 or above."};
    if (!isPenalty(spec.l2))
        return Error{"l2", "The L2 penalty must be a number, 0 or above."};
    if (!(spec.dropout >= 0 && spec.dropout < 1))
        return Error{"dropout", "The share of neurons to leave out must be from 0 to below 1."};
    if (!std::isfinite(spec.clip) || spec.clip < 0)
        return Error{"clip", "The greatest length of a gradient must be a number above 0, or 0 for any."};
    return std::nullopt;
}

std::optional<Error> errorInTargets(const TrainingSpec& spec)
{
    if (!std::isfinite(spec.targetLoss) || spec.targetLoss < 0)
        return Error{"target-loss", "The loss to stop at must be a number above 0, or 0 for none."};
    if (!(spec.targetAccuracy >= 0 && spec.targetAccuracy <= 1))
        return Error{"target-accuracy", "The accuracy to stop at must be a number up to 1, or 0 for none."};
    if (spec.patience > kMostEpochs)
        return Error{"patience", "Patience must be from 1 to 1,000,000 epochs, or 0 for no end of it."};
    return std::nullopt;
}

std::optional<Error> errorInLoss(const TrainingSpec& spec)
{
    const bool isRegression = data::isRegression(spec.data);
    if (isRegression && spec.loss == Loss::CrossEntropy)
        return Error{"loss", "Cross-entropy is for classes; \"" + spec.data.name +
                                 "\" asks for values. Choose mean squared error."};
    if (!isRegression && spec.loss == Loss::Huber)
        return Error{"loss", "The Huber loss is for values; \"" + spec.data.name +
                                 "\" asks for classes. Choose cross-entropy or mean squared error."};
    return std::nullopt;
}

std::optional<Error> errorInThreads(const TrainingSpec& spec)
{
    if (spec.threads > kMostThreads)
        return Error{"threads", "There may be at most " + std::to_string(kMostThreads) + " threads."};
    if (spec.threads > 1 && spec.engine != EngineChoice::Torch && spec.optimizer != Optimizer::Lbfgs)
        return Error{"threads", "The fused engine trains on one thread. Choose the torch engine for more."};
    return std::nullopt;
}

std::optional<Error> errorInEngine(const TrainingSpec& spec)
{
    if (spec.optimizer != Optimizer::Lbfgs)
        return std::nullopt;
    if (spec.engine == EngineChoice::Fused)
        return Error{"engine", "The fused engine has no L-BFGS. Choose the torch engine, or leave the choice open."};
    if (spec.l1 > 0 || spec.l2 > 0)
        return Error{spec.l1 > 0 ? "l1" : "l2",
                     "L-BFGS takes no penalties: they would move the weights behind its back. Set them to 0."};
    if (spec.clip > 0)
        return Error{"clip",
                     "L-BFGS looks along whole gradients; a clipped one would lead it astray. Set clip to 0."};
    return std::nullopt;
}

}  // namespace

double usualLearningRate(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::Sgd: return 0.03;
    case Optimizer::Adagrad: return 0.1;
    case Optimizer::Lbfgs: return 1;
    case Optimizer::Momentum:
    case Optimizer::Nesterov:
    case Optimizer::RmsProp:
    case Optimizer::Adam:
    case Optimizer::AdamW: break;
    }
    return 0.01;
}

std::optional<Error> validate(const TrainingSpec& spec)
{
    if (auto error = data::validate(spec.data))
        return error;
    for (auto check : {errorInLoss, errorInSteps, errorInRestraints, errorInTargets, errorInThreads, errorInEngine})
        if (auto error = check(spec))
            return error;
    if (auto error = errorInLayers(spec.hidden))
        return error;
    if (auto error = errorInLinks(spec))
        return error;
    return errorInNorm(spec);
}

}  // namespace actlab::nn
