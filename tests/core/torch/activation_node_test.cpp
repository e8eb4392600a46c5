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

void expectSameGradients(const at::Tensor& ours, const at::Tensor& theirs, const std::vector<at::Tensor>& by)
{
    const auto got = gradients(ours.square(), by), wanted = gradients(theirs.square(), by);
    for (std::size_t i = 0; i < by.size(); ++i) {
        EXPECT_EQ(got[i].sizes(), by[i].sizes());
        EXPECT_TRUE(at::allclose(got[i], wanted[i], 1e-5, 1e-5)) << i;
    }
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
    const at::Tensor a = at::tensor(std::vector<float>{0.75f}).requires_grad_(true);
    const at::Tensor c = at::tensor(std::vector<float>{0.25f}).requires_grad_(true);
    const at::Tensor theirs = lower(f->value(), x, {{"a", a[0]}, {"b", at::scalar_tensor(2.0f)}, {"c", c[0]}});
    EXPECT_TRUE(at::allclose(ours(x, {a, c}), theirs, 1e-6));
    expectSameGradients(ours(x, {a, c}), theirs, {x, a, c});
}

TEST(LayerActivation, givesEveryChannelAValueOfItsOwn)
{
    const auto f = activationOf(
        "{x > 0: b*x + c, a*(exp(x) - 1)}",
        {{"a", 0.5, 0, 1, true, activation::Scope::Channel}, {"b", 2, 0, 3, false}, {"c", 1, 0, 1, true}});
    const LayerActivation ours(f);
    const at::Tensor x = at::randn({7, 3}).requires_grad_(true);
    const at::Tensor a = at::tensor(std::vector<float>{0.75f, -0.5f, 0.125f}).requires_grad_(true);
    const at::Tensor c = at::tensor(std::vector<float>{0.25f}).requires_grad_(true);
    const at::Tensor theirs = lower(f->value(), x, {{"a", a}, {"b", at::scalar_tensor(2.0f)}, {"c", c[0]}});
    EXPECT_TRUE(at::allclose(ours(x, {a, c}), theirs, 1e-6));
    expectSameGradients(ours(x, {a, c}), theirs, {x, a, c});
}

TEST(LayerActivation, learnsWhereNothingIsAskedOfX)
{
    const LayerActivation f(activationOf("a*x", {{"a", 0.5, 0, 1, true}}));
    const at::Tensor a = at::tensor(std::vector<float>{0.75f}).requires_grad_(true);
    EXPECT_FLOAT_EQ(gradients(f(at::tensor(kInputs), {a}), {a})[0].item<float>(), 1);
}

TEST(LayerActivation, isItselfOnArraysOfAnyLength)
{
    const auto formula = activationOf("a*x*tanh(x)", {{"a", 0.75, 0, 1, true}});
    const LayerActivation ours(formula);
    const at::Tensor none = at::empty({0}).requires_grad_(true);
    EXPECT_EQ(gradients(ours(none, {at::ones({1})}), {none})[0].numel(), 0);
    for (const std::int64_t n : {1, 17, 100'001}) {
        const at::Tensor x = at::randn({n}).requires_grad_(true);
        const at::Tensor a = at::tensor(std::vector<float>{0.75f}).requires_grad_(true);
        const at::Tensor theirs = lower(formula->value(), x, {{"a", a[0]}});
        EXPECT_TRUE(at::allclose(ours(x, {a}), theirs, 1e-6, 1e-6)) << n;
        const auto got = gradients(ours(x, {a}), {x, a}), wanted = gradients(theirs, {x, a});
        EXPECT_TRUE(at::allclose(got[0], wanted[0], 1e-5, 1e-6)) << n;
        EXPECT_TRUE(at::allclose(got[1], wanted[1], 1e-4, 1e-4)) << n;
    }
}

TEST(LayerActivation, refusesWhereXWasWrittenIntoSince)
{
    const LayerActivation f(activationOf("tanh(x)"));
    const at::Tensor weights = at::tensor(kInputs).requires_grad_(true), x = weights * 2;
    const at::Tensor value = f(x, {});
    x.mul_(2);
    EXPECT_THROW(gradients(value, {weights}), c10::Error);
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
