#include "core/torch/activation_node.hpp"

#include "core/torch/lower.hpp"
#include "tests/core/torch/formulas.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <gtest/gtest.h>

namespace actlab::torch_room {
namespace {

using testing::activationOf;

const std::vector<float> kInputs{-2, -0.5f, 0, 0.5f, 3};

std::vector<at::Tensor> gradients(const at::Tensor& value, const std::vector<at::Tensor>& by)
{
    return torch::autograd::grad({value.sum()}, by);
}

TEST(LayerActivation, usesTheAuthorsGradientAndNotTheTrueOne)
{
    const LayerActivation step(activationOf("x > 0", {}, "exp(-x*x)"));
    const at::Tensor x = at::tensor(kInputs).requires_grad_(true);
    const at::Tensor value = step(x, {});
    EXPECT_TRUE(at::equal(value.detach(), at::tensor(std::vector<float>{0, 0, 0, 1, 1})));
    EXPECT_TRUE(at::allclose(gradients(value, {x})[0], at::exp(-x * x), 1e-6));
}

TEST(LayerActivation, givesLearnableParametersTheGradientOfAutograd)
{
    const auto f = activationOf("{x > 0: b*x + c, a*(exp(x) - 1)}",
                                {{"a", 0.5, 0, 1, true}, {"b", 2, 0, 3, false}, {"c", 1, 0, 1, true}});
    const LayerActivation ours(f);
    const at::Tensor x = at::tensor(kInputs).requires_grad_(true);
    const at::Tensor learned = at::tensor(std::vector<float>{0.75f, 0.25f}).requires_grad_(true);
    const at::Tensor theirs =
        lower(f->value(), x, {{"a", learned[0]}, {"b", at::scalar_tensor(2.0f)}, {"c", learned[1]}});
    EXPECT_TRUE(at::allclose(ours(x, learned), theirs, 1e-6));
    const auto got = gradients(ours(x, learned).square(), {x, learned}),
               wanted = gradients(theirs.square(), {x, learned});
    EXPECT_TRUE(at::allclose(got[0], wanted[0], 1e-5));
    EXPECT_TRUE(at::allclose(got[1], wanted[1], 1e-5));
}

TEST(LayerActivation, recordsNothingWithoutAutograd)
{
    const at::NoGradGuard plain;
    const LayerActivation f(activationOf("tanh(x)"));
    const at::Tensor value = f(at::tensor(kInputs).requires_grad_(true), {});
    EXPECT_FALSE(value.requires_grad());
    EXPECT_TRUE(at::allclose(value, at::tanh(at::tensor(kInputs)), 1e-6));
}

}  // namespace
}  // namespace actlab::torch_room
