#include "tests/core/importing/imported.hpp"

#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

TEST(TorchCalls, areReadInEverySpelling)
{
    const std::pair<const char*, const char*> kRows[] = {
        {"x * (x > 0)", "x*(x > 0)"},
        {"(x > 0).float() * x", "(x > 0)*x"},
        {"((x > 0) & ~(x > 1)) * x", "(x > 0 and not x > 1)*x"},
        {"x.clamp(min=0)", "clamp(x, 0, inf)"},
        {"torch.clamp(x, -1, 1)", "clamp(x, -1, 1)"},
        {"x.clamp(None, 1)", "clamp(x, -inf, 1)"},
        {"np.clip(x, a_min=0, a_max=2)", "clamp(x, 0, 2)"},
        {"x.exp().log1p()", "log1p(exp(x))"},
        {"x.sigmoid().mul(x)", "sigmoid(x)*x"},
        {"torch.add(x, x.exp(), alpha=3)", "x + 3*exp(x)"},
        {"F.leaky_relu(x, 0.1)", "{x > 0: x, 0.1*x}"},
        {"F.elu(x, alpha=2.0, inplace=True)", "{x > 0: x, 2*expm1(x)}"},
        {"F.gelu(x)", "0.5*x*erfc(-x/sqrt(2))"},
        {"F.gelu(x, approximate='tanh')", "x*sigmoid(2*sqrt(2/pi)*(x + 0.044715*x^3))"},
        {"torch.full_like(x, 3.0) + torch.ones_like(x)", "3 + 1"},
        {"torch.as_tensor(2.0, dtype=x.dtype, device=x.device) * x", "2*x"},
        {"x.to(torch.float64)", "x"},
        {"x.gt(0).type_as(x)", "x > 0"},
        {"x.masked_fill(x < 0, 0.0)", "{x < 0: 0, x}"},
        {"max(0, x) ** 2", "max(0, x)^2"},
        {"x // 2 + x % 2", "floor(x/2) + (x - floor(x/2)*2)"},
        {"np.where((x > 0) | (x < -1), x, 1_000)", "{x > 0 or x < -1: x, 1000}"},
        {"torch.sinc(x)", "sinc(pi*x)"},
    };
    for (const auto& [call, formula] : kRows)
        EXPECT_EQ(formulaOfBody("return " + std::string(call)), formula) << call;
}

}  // namespace
}  // namespace actlab::importing
