#include "core/nn/fused_engine.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace actlab::nn {
namespace {

// The update of TensorFlow Playground, worked out by hand for a network of two inputs and one tanh output:
// E = ½(tanh(w·x + b) − t)², steps against the mean slope of the batch, then w −= rate·(l1·sign(w₀) + l2·w₀).

struct Row {
    double x, y;
    int classNumber;
};
constexpr std::array kRows{Row{1.5, -2, 1}, Row{-0.25, 0.75, 0}, Row{0.5, 1, 1}};
constexpr double kFirst[] = {0.3, -0.2, 0.1};  // two weights and the bias
constexpr double kRate = 0.03;

data::Dataset threeRows()
{
    data::Dataset data{"three", data::Task::Classification, 2, {"x", "y"}, {"-1", "+1"}, 0, 0, {}, {}, {}};
    data.train.features = 2;
    for (const Row& row : kRows) {
        data.train.inputs.insert(data.train.inputs.end(), {static_cast<float>(row.x), static_cast<float>(row.y)});
        data.train.targets.push_back(static_cast<float>(row.classNumber));
    }
    data.test = data.train;
    return data;
}

std::array<double, 3> steppedByHand(double l1, double l2)
{
    std::array<double, 3> slope{};
    for (const Row& row : kRows) {
        const double answer = std::tanh(kFirst[0] * row.x + kFirst[1] * row.y + kFirst[2]);
        const double delta = (answer - (row.classNumber == 1 ? 1 : -1)) * (1 - answer * answer);
        slope[0] += delta * row.x / 3;
        slope[1] += delta * row.y / 3;
        slope[2] += delta / 3;
    }
    std::array<double, 3> after{};
    for (std::size_t i = 0; i < 3; ++i)
        after[i] = kFirst[i] - kRate * slope[i];
    after[0] -= kRate * (l1 + l2 * kFirst[0]);
    after[1] -= kRate * (-l1 + l2 * kFirst[1]);
    return after;
}

void expectStep(double l1, double l2)
{
    TrainingSpec spec;
    spec.init = Init::Playground;
    spec.loss = Loss::MeanSquared;
    spec.optimizer = Optimizer::Sgd;
    spec.learningRate = kRate;
    spec.l1 = l1;
    spec.l2 = l2;
    const data::Dataset data = threeRows();
    const auto engine = makeFusedEngine({spec, data}, {kFirst, kFirst + 3});
    const std::array<std::size_t, 3> rows{0, 1, 2};
    engine->step(rows);
    const std::array<double, 3> expected = steppedByHand(l1, l2);
    const std::vector<float> stepped = engine->parameters();
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(stepped[i], expected[i], 1e-6) << i;
}

TEST(PlaygroundUpdate, isTheOneWorkedOutByHand)
{
    expectStep(0, 0);
}

TEST(PlaygroundUpdate, penalisesTheWeightsAndNotTheBias)
{
    expectStep(0.5, 0);
    expectStep(0, 0.5);
}

}  // namespace
}  // namespace actlab::nn
