#include "tests/core/kernel/values.hpp"

#include <algorithm>

namespace actlab::kernel {
namespace {

Plan planOf(const std::vector<std::string_view>& formulas, const std::vector<std::string>& parameters = {})
{
    const Program program = testing::programOf(formulas, parameters);
    return plan(program.instructions(), program.constants(), program.outputSlots());
}

std::size_t count(const Plan& plan, Code code)
{
    return static_cast<std::size_t>(std::ranges::count(plan.work, code, &Plan::Work::code));
}

TEST(Plan, addsAProductInOneStep)
{
    EXPECT_EQ(planOf({"2*x + 1"}).work.size(), 1U);
    EXPECT_EQ(count(planOf({"x^2 - 1"}), Code::MultiplySubtract), 1U);
    EXPECT_EQ(count(planOf({"1 - x^2"}), Code::SubtractMultiply), 1U);
}

TEST(Plan, keepsAProductThatOthersNeedToo)
{
    const Plan shared = planOf({"x^2 + 1", "x^2"});
    EXPECT_EQ(count(shared, Code::Multiply), 1U);
    EXPECT_EQ(count(shared, Code::MultiplyAdd), 0U);
}

TEST(Plan, decidesWithoutWritingTheDecisionDown)
{
    EXPECT_EQ(planOf({"{x > 0: x, 0}"}).work.size(), 1U);
    EXPECT_EQ(count(planOf({"{x >= 1: x, 0}"}), Code::SelectLessEqual), 1U);
    EXPECT_EQ(count(planOf({"{x > 0 and x < 1: x, 0}"}), Code::Select), 1U);
}

TEST(Plan, takesBothSigmoidsFromOneExponential)
{
    for (const auto* formula : {"sigmoid(x)*sigmoid(-x)", "sigmoid(2*x)*sigmoid(-2*x)",
                                "sigmoid(1 - x)*sigmoid(x - 1)", "sigmoid(2/x)*sigmoid(-2/x)"}) {
        EXPECT_EQ(count(planOf({formula}), Code::Sigmoids), 1U) << formula;
        EXPECT_EQ(count(planOf({formula}), Code::Sigmoid), 0U) << formula;
    }
    EXPECT_EQ(count(planOf({"sigmoid(x)*sigmoid(2*x)"}), Code::Sigmoids), 0U);
}

TEST(Plan, takesErrorFunctionAndBellFromOneExponential)
{
    EXPECT_EQ(count(planOf({"x*erfc(-x)", "erfc(-x) - x*exp(-(-x)^2)"}), Code::ErfcAndBell), 1U);
    EXPECT_EQ(count(planOf({"erf(x/2)*exp(-(x/2)^2)"}), Code::ErfAndBell), 1U);
    EXPECT_EQ(count(planOf({"erf(x/2)*exp(-(x/3)^2)"}), Code::ErfAndBell), 0U);
    EXPECT_EQ(count(planOf({"erf(x)*exp(x^2)"}), Code::ErfAndBell), 0U);
}

TEST(Plan, takesSoftplusFromOneExponential)
{
    const Plan guarded = planOf({"{x > 20: x, log1p(exp(x))}"});
    EXPECT_EQ(count(guarded, Code::Softplus), 1U);
    EXPECT_EQ(guarded.work.size(), 2U);
    EXPECT_EQ(count(planOf({"log1p(exp(x)) + exp(x)"}), Code::Exp), 1U) << "for those who need it too";
    EXPECT_EQ(count(planOf({"log1p(expm1(x))"}), Code::Softplus), 0U);
}

TEST(Plan, takesTheSlopeOfTanhFromTheSameExponential)
{
    for (const auto* slope : {"4*(sigmoid(2*x)*sigmoid(-2*x))", "sigmoid(-2*x)*sigmoid(2*x)"}) {
        const Plan both = planOf({"tanh(x)", slope});
        EXPECT_EQ(count(both, Code::TanhAndSlope), 1U) << slope;
        EXPECT_EQ(count(both, Code::Sigmoids), 0U) << slope;
    }
    EXPECT_EQ(count(planOf({"tanh(x)", "sigmoid(2*x)*sigmoid(-3*x)"}), Code::TanhAndSlope), 0U);
    EXPECT_EQ(count(planOf({"sigmoid(2*x)*sigmoid(-2*x)"}), Code::Sigmoids), 1U) << "alone";
}

TEST(Plan, takesMishFromOneExponential)
{
    for (const auto* formula : {"x*tanh({x > 40: x, log1p(exp(x))})", "tanh(log1p(exp(x)))"}) {
        EXPECT_EQ(count(planOf({formula}), Code::TanhSoftplus), 1U) << formula;
        EXPECT_EQ(count(planOf({formula}), Code::Exp), 0U) << formula;
    }
    EXPECT_EQ(count(planOf({"tanh({x > 10: x, log1p(exp(x))})"}), Code::TanhSoftplus), 0U) << "not the same function";
    EXPECT_EQ(count(planOf({"tanh({x > 40: 2*x, log1p(exp(x))})"}), Code::TanhSoftplus), 0U);
    EXPECT_EQ(count(planOf({"tanh(log1p(expm1(x)))"}), Code::TanhSoftplus), 0U);
}

TEST(Plan, takesTheSlopeOfMishFromTheSameExponential)
{
    const std::string softplus = "{x > 40: x, log1p(exp(x))}", value = "tanh(" + softplus + ")";
    const std::string slope = "sigmoid(2*" + softplus + ")*sigmoid(-2*" + softplus + ")*{x > 40: 1, sigmoid(x)}";
    const Plan both = planOf({value, slope});
    EXPECT_EQ(both.work.size(), 1U);
    EXPECT_EQ(count(both, Code::TanhSoftplusAndSlope), 1U);
}

TEST(Plan, calculatesWhatIsTheSameForAllOnce)
{
    const Plan uniform = planOf({"x*exp(a)"}, {"a"});
    EXPECT_EQ(uniform.work.size(), 1U);
    EXPECT_EQ(uniform.uniformWork.size(), 1U);
}

TEST(Plan, neverWritesWhatItReads)
{
    const Plan mixed =
        planOf({"{x < 0: exp(x)*sigmoid(x) + x^3, log1p(x)*tanh(x) - sigmoid(-x)*x^2}", "sin(x)*x + cos(x)"});
    for (const Plan::Work& work : mixed.work)
        for (std::size_t i = 0; i < work.operands; ++i) {
            const Plan::Value& read = mixed.values[work.in[i]];
            EXPECT_TRUE(read.isUniform || read.place == Plan::kNothing || read.place != mixed.values[work.out].place);
        }
}

}  // namespace
}  // namespace actlab::kernel
