#include "tests/app/cli/run_program.hpp"

#include <gmock/gmock.h>

namespace actlab::cli {
namespace {

using testing::HasSubstr;

TEST(Diff, givesFormulaDerivativesAndLatex)
{
    const auto answer = actlab({"diff", "--expr", "x^3", "--json"});
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    const auto texts = answer.json();
    for (const auto* key : {"formula", "derivative", "second", "latex"})
        EXPECT_TRUE(texts.contains(key)) << key;
    EXPECT_THAT(texts["latex"].get<std::string>(), HasSubstr("x^{2}"));
}

TEST(Diff, givesADerivativeThatEvaluatesToTheSameNumbers)
{
    for (const auto* formula : {"x*sigmoid(a*x)", "x > 0 ? x : a*(exp(x) - 1)", "max(x, a)*tanh(x)^2"}) {
        const std::string derivative = actlab({"diff", "--expr", formula, "--json"}).json()["derivative"];
        const auto ours = actlab({"eval", "--expr", formula, "--order", "1", "--json"}).json()["df"];
        const auto written = actlab({"eval", "--expr", derivative, "--json"}).json()["f"];
        ASSERT_EQ(ours.size(), written.size());
        for (std::size_t i = 0; i < ours.size(); ++i)
            EXPECT_NEAR(ours[i].get<double>(), written[i].get<double>(), 1e-12) << formula;
    }
}

TEST(Diff, tellsTheAuthorsGradientFromTheTrueDerivative)
{
    const auto texts = actlab({"diff", "--name", "binary step", "--gradient", "sigmoid(x)", "--json"}).json();
    EXPECT_EQ(texts["derivative"], "0");
    EXPECT_EQ(texts["gradient"], "sigmoid(x)");
}

TEST(Diff, readsWellForPeople)
{
    const auto answer = actlab({"diff", "--name", "tanh"});
    EXPECT_EQ(answer.exitCode, 0);
    EXPECT_THAT(answer.output, HasSubstr("f'(x)"));
}

}  // namespace
}  // namespace actlab::cli
