#include "core/torch/lower.hpp"

#include "core/expr/builtins.hpp"
#include "tests/core/torch/formulas.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <gtest/gtest.h>

namespace actlab::torch_room {
namespace {

using testing::activationOf;
using testing::errorBetween;
using testing::grid;

at::Tensor tensorOf(const std::vector<double>& numbers, at::ScalarType type = at::kDouble)
{
    return at::tensor(numbers, type).requires_grad_(true);
}

at::Tensor gradient(const at::Tensor& value, const at::Tensor& by)
{
    if (!value.requires_grad())
        return at::zeros_like(by);
    const at::Tensor found = torch::autograd::grad({value.sum()}, {by}, {}, true, true, true)[0];
    return found.defined() ? found : at::zeros_like(by);
}

/// f, f′, f″ by ATen and autograd.
std::vector<std::vector<double>> lowered(const activation::Activation& f, const std::vector<double>& numbers)
{
    const at::AutoGradMode recording(true);
    ParameterTensors parameters;
    for (const auto& p : f.parameters())
        parameters.emplace(p.name, at::scalar_tensor(p.value, at::kDouble));
    const at::Tensor x = tensorOf(numbers);
    std::vector<std::vector<double>> results;
    at::Tensor value = lower(f.value(), x, parameters);
    for (int order = 0; order <= 2; ++order) {
        const at::Tensor plain = at::empty(value.sizes(), at::kDouble).copy_(value.detach());
        results.emplace_back(plain.data_ptr<double>(), plain.data_ptr<double>() + plain.numel());
        value = gradient(value, x);
    }
    return results;
}

/// The worst disagreement between the kernels and autograd, for f, f′ and f″.
std::vector<double> worstErrors(const activation::Activation& f, const std::vector<double>& x)
{
    const auto ours = f.evaluate<double>(x, 2);
    const auto theirs = lowered(f, x);
    std::vector<double> worst(3);
    for (std::size_t order = 0; order < 3; ++order)
        for (std::size_t i = 0; i < x.size(); ++i)
            worst[order] = std::max(worst[order], errorBetween(ours[order][i], theirs[order][i]));
    return worst;
}

void expectAgreement(const std::string& formula, const std::vector<double>& x)
{
    const auto worst = worstErrors(*activationOf(formula), x);
    EXPECT_LE(worst[0], 1e-12) << formula;
    EXPECT_LE(worst[1], 1e-10) << formula;
    EXPECT_LE(worst[2], 1e-8) << formula;
}

std::string callOf(const expr::Builtin& builtin)
{
    std::string text = std::string(builtin.name) + "(x";
    for (int i = 1; i < builtin.arity; ++i)
        text += i == 1 ? ", 0.5" : ", 0.75";
    return text + ")";
}

TEST(Lower, agreesWithTheKernelsForEveryBuiltin)
{
    for (const expr::Builtin& builtin : expr::builtins())
        expectAgreement(callOf(builtin), grid(-3.005, 2.995, 601));
}

TEST(Lower, agreesWithTheKernelsWhereBuiltinsKink)
{
    for (const char* formula :
         {"abs(x)", "sign(x)", "heaviside(x, 0.25)", "max(x, 0)", "min(x, -x)", "clamp(x, -1, 1)", "floor(x)",
          "ceil(x)", "round(x)", "sinc(x)", "max(x, x^2)", "relu(x)", "hardtanh(x)"})
        expectAgreement(formula, {-3, -2.5, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3});
}

TEST(Lower, agreesWithTheKernelsOnHostileFormulas)
{
    for (const char* formula :
         {"{x > 0: log(x), 0}", "{x > 0: sqrt(x), 0}", "{x != 0: sin(x)/x, 1}", "x > 0 ? x : exp(x) - 1",
          "{x < -1: 1/(x+1), x > 1: 1/(x-1), x}", "max(x, {x > 0: log(x), -5})",
          "{x > 0: {x > 1: log(x-1), x}, x < -1: "
          "sqrt(-x-1), 0}",
          "(x > 0)*x + (x <= 0)*0.1*x", "not (x > 1 and x < 2) ? x : x^2", "-2 < x < 2 ? x^3 : 8*sign(x)", "x^2",
          "abs(x)^1.5", "2^x", "x*x/(1+x^2)", "7", "0*x", "x >= 0 or x < -2"})
        expectAgreement(formula, grid(-4, 4, 161));
}

TEST(Lower, isNotPoisonedByABranchThatIsNotSelected)
{
    const auto x = grid(-1000, 1000, 2001);
    for (const char* formula :
         {"{x > 0: log(x), 0}", "{x > 0: x, exp(x) - 1}", "{x < 0: exp(x)*x, x < 500: sqrt(x+1), x}",
          "{x > 0: x/sqrt(x), 0}", "min(x, {x > 0: 5, exp(-x*x)})", "clamp({x > 0: log(x), 0}, 0, 2)"})
        for (const auto& curve : lowered(*activationOf(formula), x))
            for (std::size_t i = 0; i < x.size(); ++i)
                ASSERT_TRUE(std::isfinite(curve[i])) << formula << " at " << x[i];
}

TEST(Lower, givesParametersTheirGradientsInSpiteOfForeignBranches)
{
    const at::AutoGradMode recording(true);
    const auto f = activationOf("{x > 0: log(a*x), a*x}");
    const at::Tensor a = at::scalar_tensor(2.0, at::kDouble).requires_grad_(true);
    const at::Tensor value = lower(f->value(), tensorOf({-3, -1, 0, 4}), {{"a", a}});
    // ∂/∂a: x where x ≤ 0, 1/a elsewhere
    EXPECT_DOUBLE_EQ(gradient(value, a).item<double>(), -4 + 0.5);
}

TEST(Lower, splitsTheGradientOfATieAndKeepsItOnAClosedInterval)
{
    const std::vector<double> x{-1, 0, 1};
    EXPECT_EQ(lowered(*activationOf("max(x, 0)"), x)[1], (std::vector<double>{0, 0.5, 1}));
    EXPECT_EQ(lowered(*activationOf("clamp(x, -1, 1)"), x)[1], (std::vector<double>{1, 1, 1}));
    EXPECT_EQ(lowered(*activationOf("abs(x)"), x)[1], (std::vector<double>{-1, 0, 1}));
    EXPECT_EQ(lowered(*activationOf("relu(x)"), x)[1], (std::vector<double>{0, 0, 1}));
}

TEST(Lower, computesInFloat32WhenAsked)
{
    const at::Tensor value =
        lower(activationOf("{x > 0: tanh(x), 0.1*expm1(x)}")->value(), tensorOf({-1, 2}, at::kFloat), {});
    ASSERT_EQ(value.scalar_type(), at::kFloat);
    EXPECT_FLOAT_EQ(value[0].item<float>(), 0.1f * std::expm1(-1.0f));
    EXPECT_FLOAT_EQ(value[1].item<float>(), std::tanh(2.0f));
}

TEST(Lower, keepsTheShapeOfItsInput)
{
    const at::Tensor x = at::zeros({2, 3}, at::kDouble);
    EXPECT_EQ(lower(activationOf("1")->value(), x, {}).sizes(), x.sizes());
    EXPECT_EQ(lower(activationOf("{x > 1: x, 2}")->value(), x, {}).sizes(), x.sizes());
    EXPECT_EQ(lower(activationOf("{x > 1: x, 2}")->value(), at::zeros({0}, at::kDouble), {}).numel(), 0);
}

TEST(Lower, namesTheParameterThatHasNoValue)
{
    try {
        lower(activationOf("a*x")->value(), tensorOf({1}), {});
        FAIL() << "no exception";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "The parameter a has no value.");
    }
}

TEST(Lower, refusesAFormulaThatWouldTakeForEver)
{
    std::string formula = "x";
    for (int i = 1; i < 60; ++i)
        formula = "max(" + formula + ", sin(" + std::to_string(i) + "*x))";
    const expr::Expr f = expr::parse(formula).value();
    try {
        lower(f, tensorOf(grid(-9, 9, 400)), {});
        FAIL() << "no exception";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "The formula is too large for PyTorch's operations.");
    }
}

}  // namespace
}  // namespace actlab::torch_room
