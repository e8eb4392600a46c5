#include "core/analysis/rounded_tape.hpp"

#include "core/activation/catalogue.hpp"
#include "core/analysis/formula_nodes.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <cmath>

namespace actlab::analysis {
namespace {

/// Value and autograd's derivative of a formula as typed.
std::pair<double, double> typed(const std::string& formula, double x, Precision precision)
{
    const auto activation = activationOf(formula);
    const FormulaNodes nodes(*activation);
    const auto parameters = activation->parameterValues();
    RoundedTape<double> tape(nodes.program(), parameters, precision);
    tape.run(x);
    tape.runBackwards(nodes.whole(), nodes.guardedSlots());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (expr::as<expr::Variable>(nodes.node(i)))
            return {tape.output(nodes.whole()), tape.adjoints()[nodes.slot(i)]};
    return {tape.output(nodes.whole()), 0};
}

TEST(RoundedTape, goesBackwardsThroughTheWholeCatalogue)
{
    for (const auto& activation : activation::catalogue()) {
        const FormulaNodes nodes(*activation);
        const auto parameters = activation->parameterValues();
        RoundedTape<double> tape(nodes.program(), parameters);
        std::size_t input = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (expr::as<expr::Variable>(nodes.node(i)))
                input = nodes.slot(i);
        for (const double x : {-4.3, -1.7, -0.6, 0.3, 1.4, 4.1}) {
            tape.run(x);
            tape.runBackwards(nodes.whole(), nodes.guardedSlots());
            const auto ours = activation->evaluate<double>(std::span(&x, 1), 1);
            EXPECT_NEAR(tape.output(nodes.whole()), ours[0][0], 1e-12) << activation->name() << " at " << x;
            EXPECT_NEAR(tape.adjoints()[input], ours[1][0], 1e-9) << activation->name() << " at " << x;
        }
    }
}

TEST(RoundedTape, givesBothBranchesOfAWhereAGradient)
{
    EXPECT_TRUE(std::isnan(typed("where(x > 0, x, exp(x) - 1)", 89, Precision::Float32).second));
    EXPECT_EQ(typed("where(x > 0, x, exp(x) - 1)", 88, Precision::Float32).second, 1);
    EXPECT_TRUE(std::isnan(typed("where(x > 0, sqrt(x), 0)", -1, Precision::Float64).second));
    EXPECT_EQ(typed("elu(x)", 1000, Precision::Float64).second, 1) << "PyTorch has elu as one operation";
    EXPECT_EQ(typed("2*softplus(x)", 1000, Precision::Float32).second, 2);
}

TEST(RoundedTape, overflowsWhereTheFormatDoes)
{
    EXPECT_EQ(typed("exp(x)", 12, Precision::Float16).first, INFINITY);
    EXPECT_TRUE(std::isfinite(typed("exp(x)", 11, Precision::Float16).first));
    EXPECT_EQ(typed("exp(x)", 89, Precision::Float32).first, INFINITY);
    EXPECT_EQ(typed("1 + x", 0x1p-12, Precision::Float16).first, 1);
}

TEST(RoundedTape, splitsTiesAndHasTheSlopesOfPyTorchAtKinks)
{
    EXPECT_EQ(typed("max(x, 0)", 0, Precision::Float64).second, 0.5);
    EXPECT_EQ(typed("clamp(x, 0, 1)", 1, Precision::Float64).second, 1);
    EXPECT_EQ(typed("abs(x)", 0, Precision::Float64).second, 0);
}

}  // namespace
}  // namespace actlab::analysis
