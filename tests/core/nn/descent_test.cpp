#include "core/nn/descent.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <stdexcept>

namespace actlab::nn {
namespace {

/// One layer of two weights and a bias, learning rate 0.1.
struct Trial {
    explicit Trial(Optimizer optimizer = Optimizer::Sgd)
    {
        spec.optimizer = optimizer;
        spec.learningRate = 0.1;
        layout.layers.push_back({2, 1, 0, 2, 3, 0});
        layout.size = 3;
    }
    TrainingSpec spec;
    Layout layout;
};

/// A parameter that starts at 1 after three slopes, by a rule of textbooks: it is handed a slope and what it
/// remembers, and says how far to go down.
using Rule = std::function<double(double slope, double& remembered)>;

void expectRule(Optimizer optimizer, const Rule& rule)
{
    const Trial trial(optimizer);
    Descent descent(trial.spec, trial.layout);
    std::vector<float> parameters{1, 1, 1};
    double expected = 1, remembered = 0;
    for (const double slope : {0.5, -0.25, 2.0}) {
        descent.step(parameters, std::vector<float>(3, static_cast<float>(slope)));
        expected -= rule(slope, remembered);
        for (const float parameter : parameters)
            EXPECT_NEAR(parameter, expected, 1e-6);
    }
}

TEST(Descent, takesMomentumWithAndWithoutALookAhead)
{
    expectRule(Optimizer::Momentum, [](double slope, double& mean) { return 0.1 * (mean = 0.9 * mean + slope); });
    expectRule(Optimizer::Nesterov, [](double slope, double& mean) {
        mean = 0.9 * mean + slope;
        return 0.1 * (slope + 0.9 * mean);
    });
}

TEST(Descent, dividesByTheRootOfAllSquaresOrOfTheirMovingMean)
{
    expectRule(Optimizer::Adagrad, [](double slope, double& squares) {
        squares += slope * slope;
        return 0.1 * slope / (std::sqrt(squares) + 1e-10);
    });
    expectRule(Optimizer::RmsProp, [](double slope, double& squares) {
        squares = 0.99 * squares + 0.01 * slope * slope;
        return 0.1 * slope / (std::sqrt(squares) + 1e-8);
    });
}

TEST(Descent, staysWhereThereIsNoSlope)
{
    for (const Optimizer optimizer : {Optimizer::Adagrad, Optimizer::RmsProp, Optimizer::Adam}) {
        const Trial trial(optimizer);
        Descent descent(trial.spec, trial.layout);
        std::vector<float> parameters{1, 2, 3};
        descent.step(parameters, std::vector<float>{0, 0, 0});
        EXPECT_EQ(parameters, (std::vector<float>{1, 2, 3}));
    }
}

TEST(Descent, endsWithThePenalties)
{
    Trial trial;
    trial.spec.l2 = 0.5;
    Descent descent(trial.spec, trial.layout);
    std::vector<float> parameters{1, -2, 3};
    descent.step(parameters, std::vector<float>{1, 0, 1});
    EXPECT_FLOAT_EQ(parameters[0], 1 - 0.1f - 0.1f * 0.5f * 1);
    EXPECT_FLOAT_EQ(parameters[2], 3 - 0.1f);
}

TEST(Descent, followsANewLearningRate)
{
    const Trial trial;
    Descent descent(trial.spec, trial.layout);
    descent.setLearningRate(1);
    std::vector<float> parameters{0, 0, 0};
    descent.step(parameters, std::vector<float>{1, 2, 3});
    EXPECT_EQ(parameters, (std::vector<float>{-1, -2, -3}));
}

TEST(Descent, refusesLbfgs)
{
    const Trial trial(Optimizer::Lbfgs);
    EXPECT_THROW(Descent(trial.spec, trial.layout), std::runtime_error);
}

}  // namespace
}  // namespace actlab::nn
