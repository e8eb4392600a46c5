// The gradient that the screen is shown, beside autograd's.
#include "core/nn/gradient_flow.hpp"

#include "tests/core/torch/problems.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace actlab::torch_room {
namespace {

using nn::testing::activationOf;

/// Beside what one step of plain descent at rate 1 reveals.
void expectItOfAutograd(nn::testing::Example example)
{
    example.spec.optimizer = nn::Optimizer::Sgd;
    example.spec.learningRate = 1;
    const std::vector<float> before = nn::initialParameters(example.spec, example.data);
    const std::vector<float> ours = nn::lossGradient({example.spec, example.data}, before, 1'000);
    std::vector<std::size_t> all(example.data.train.rows());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto engine = makeEngine({example.spec, example.data}, before);
    engine->step(all);
    std::vector<float> after = engine->parameters();
    for (const nn::Layout::Dense& dense : nn::layoutOf(example.spec, example.data).layers)
        for (std::size_t i = dense.norm ? dense.norm->mean : dense.activation; i < dense.activation; ++i)
            after[i] = before[i];  // what follows the batch has no gradient
    for (std::size_t i = 0; i < ours.size(); ++i)
        EXPECT_NEAR(ours[i], before[i] - after[i], 1e-5 + 1e-4 * std::abs(ours[i])) << "parameter " << i;
}

TEST(LossGradient, isThatOfAutograd)
{
    for (const std::size_t classes : {0, 2, 3})
        for (const nn::Loss loss : nn::testing::lossesFor(classes)) {
            nn::testing::Example example(activationOf("a*x*sigmoid(x)", {{"a", 1.25, 0, 2, true}}), classes);
            example.spec.loss = loss;
            expectItOfAutograd(example);
            for (const nn::testing::Extras extras : nn::testing::kExtras)
                expectItOfAutograd(with(extras, example));
        }
}

}  // namespace
}  // namespace actlab::torch_room
