#include "app/models/training_changes.hpp"

#include <algorithm>
#include <tuple>

namespace actlab::models {

namespace {

bool sameLayer(const nn::Layer& a, const nn::Layer& b)
{
    if (a.width != b.width || a.frozen != b.frozen || a.batchNorm != b.batchNorm || a.residual != b.residual ||
        !a.activation != !b.activation)
        return false;
    return a.activation == b.activation || a.activation->definition() == b.activation->definition();
}

auto options(const nn::TrainingSpec& spec)
{
    return std::tie(spec.init, spec.loss, spec.optimizer, spec.schedule, spec.batch, spec.epochs, spec.l1, spec.l2,
                    spec.dropout, spec.clip, spec.targetLoss, spec.targetAccuracy, spec.patience, spec.seed,
                    spec.engine, spec.handWeights);
}

}  // namespace

nn::TrainingSpec trainingSpecOf(const workspace::Document& document)
{
    nn::TrainingSpec spec = document.training;
    for (nn::Layer& layer : spec.hidden) {
        const auto isThis = [&layer](const auto& own) {
            return layer.activation && own->name() == layer.activation->name();
        };
        if (const auto found = std::ranges::find_if(document.custom, isThis); found != document.custom.end())
            layer.activation = *found;
    }
    return spec;
}

bool beginAlike(const nn::TrainingSpec& a, const nn::TrainingSpec& b)
{
    return !changesBetween(a, b).network && a.init == b.init && a.seed == b.seed && a.loss == b.loss &&
           a.handWeights == b.handWeights;
}

TrainingChanges changesBetween(const nn::TrainingSpec& before, const nn::TrainingSpec& after)
{
    return {.data = before.data != after.data,
            .network = before.outputFrozen != after.outputFrozen ||
                       !std::ranges::equal(before.hidden, after.hidden, sameLayer),
            .training = options(before) != options(after)};
}

}  // namespace actlab::models
