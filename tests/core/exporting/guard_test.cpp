#include "core/exporting/guard.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"

#include <gtest/gtest.h>

namespace actlab::exporting {
namespace {

std::string safe(std::string_view formula)
{
    Harmlessness harmlessness(ParameterValues{{"a", 0.5}});
    return expr::print(guarded(expr::parse(formula).value(), harmlessness).value());
}

TEST(Guard, leavesAloneWhatCannotFail)
{
    EXPECT_EQ(safe("{x > 0: x, a*x}"), "{x > 0: x, a*x}");
    EXPECT_EQ(safe("{x > 0: tanh(x), 0}"), "{x > 0: tanh(x), 0}");
    EXPECT_EQ(safe("exp(x)"), "exp(x)");
}

TEST(Guard, givesADeadBranchAnInputOfItsOwnRegion)
{
    EXPECT_EQ(safe("{x > 0: x, exp(x) - 1}"), "{x > 0: x, exp({x > 0: -1, x}) - 1}");
    EXPECT_EQ(safe("{x > 0: log(x), 0}"), "{x > 0: log({x > 0: x, 1}), 0}");
    EXPECT_EQ(safe("{x > 2.5: sqrt(x - 2), 0}"), "{x > 2.5: sqrt({x > 2.5: x, 3} - 2), 0}");
}

TEST(Guard, mindsTheConditionsAboveABranch)
{
    EXPECT_EQ(safe("{x < 0: 0, x < 2: log(x), 1}"), "{x < 0: 0, x < 2: log({x < 0: 1, x < 2: x, 1}), 1}");
    EXPECT_EQ(safe("{x < 0: 0, x < 2: 1, log(x)}"), "{x < 0: 0, x < 2: 1, log({x < 0 or x < 2: 2, x})}");
}

TEST(Guard, guardsBranchesWithinBranches)
{
    EXPECT_EQ(safe("{x > 0: {x > 1: log(x), exp(x)}, 0}"),
              "{x > 0: {{x > 0: x, 1} > 1: log({{x > 0: x, 1} > 1: {x > 0: x, 1}, 2}), "
              "exp({{x > 0: x, 1} > 1: 1, x > 0: x, 1})}, 0}");
}

TEST(Guard, keepsTheSizeOfNestedHarmlessPieces)
{
    expr::Expr e = expr::variable();
    for (int i = 0; i < 30; ++i)
        e = expr::piecewise({{expr::compare(expr::CompareOp::Greater, e, expr::number(0)), e}},
                            e * expr::number(0.5));
    Harmlessness harmlessness(ParameterValues{});
    EXPECT_EQ(expr::distinctNodes(guarded(e, harmlessness).value()), expr::distinctNodes(e));
}

TEST(Guard, refusesWhatWouldHaveNoEnd)
{
    expr::Expr e = expr::variable();
    for (int i = 0; i < 30; ++i)
        e = expr::piecewise({{expr::compare(expr::CompareOp::Greater, e, expr::number(i)), expr::call("log", {e})}},
                            expr::call("sqrt", {e}));
    Harmlessness harmlessness(ParameterValues{});
    EXPECT_FALSE(guarded(e, harmlessness));
}

}  // namespace
}  // namespace actlab::exporting
