#pragma once

#include <algorithm>
#include <cmath>

#include "core/data/random.hpp"
#include "core/nn/engine.hpp"

namespace actlab::nn::testing {

/// An activation from text; a wrong formula fails the test by an exception.
inline activation::ActivationPtr activationOf(std::string formula, std::vector<activation::Parameter> parameters = {},
                                              std::string gradient = {})
{
    return activation::makeActivation({"test", std::move(formula), std::move(gradient), std::move(parameters)})
        .value();
}

/// All that the fused engine has.
inline constexpr Optimizer kFusedOptimizers[] = {Optimizer::Sgd,     Optimizer::Momentum, Optimizer::Nesterov,
                                                 Optimizer::Adagrad, Optimizer::RmsProp,  Optimizer::Adam,
                                                 Optimizer::AdamW};

/// The losses for a number of classes, 0 for values.
inline std::vector<Loss> lossesFor(std::size_t classes)
{
    return {Loss::MeanSquared, classes == 0 ? Loss::Huber : Loss::CrossEntropy};
}

/// Two-dimensional data of a kind, rows drawn from a fixed seed, and a small network for it.
struct Example {
    explicit Example(activation::ActivationPtr activation, std::size_t classes = 2)
    {
        data.task = classes > 0 ? data::Task::Classification : data::Task::Regression;
        data.classes = classes;
        data.train.features = data.test.features = 2;
        data::Random random(7);
        for (int i = 0; i < 200; ++i)
            addRow(random);
        spec.hidden = {{5, activation}, {4, activation}};
        spec.loss = classes > 0 ? Loss::CrossEntropy : Loss::MeanSquared;
        spec.optimizer = Optimizer::Adam;
        spec.init = Init::Xavier;
    }

    TrainingSpec spec;
    data::Dataset data;

private:
    void addRow(data::Random& random)
    {
        const double x = random.uniform(-2, 2), y = random.uniform(-2, 2);
        data.train.inputs.insert(data.train.inputs.end(), {static_cast<float>(x), static_cast<float>(y)});
        const double angle = (std::atan2(y, x) + M_PI) / (2 * M_PI);
        const double target = data.classes == 0 ? x * std::sin(y)
                                                : std::min(std::floor(angle * static_cast<double>(data.classes)),
                                                           static_cast<double>(data.classes) - 1);
        data.train.targets.push_back(static_cast<float>(target));
    }
};

/// What a network may have beside its layers.
struct Extras {
    bool batchNorm, residual;
};
inline constexpr Extras kExtras[] = {{true, false}, {false, true}, {true, true}};

/// The same with hidden layers of one width, which have them.
inline Example with(Extras extras, Example example)
{
    std::vector<Layer>& hidden = example.spec.hidden;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        hidden[i].width = hidden[0].width;
        hidden[i].batchNorm = extras.batchNorm;
        hidden[i].residual = extras.residual && i > 0;
    }
    return example;
}

}  // namespace actlab::nn::testing
