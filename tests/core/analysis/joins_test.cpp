#include "core/analysis/joins.hpp"

#include "activation_of.hpp"

#include <cmath>

namespace actlab::analysis {
namespace {

PieceJoin onlyJoin(const std::string& formula, std::vector<activation::Parameter> parameters = {})
{
    const auto joins = joinsOf(*activationOf(formula, std::move(parameters)));
    EXPECT_EQ(joins.size(), 1U) << formula;
    return joins.empty() ? PieceJoin{} : joins.front();
}

TEST(Joins, tellTheirClassSmoothOnesToo)
{
    EXPECT_EQ(onlyJoin("{x < 0: 0, 1}").join, Join::Jump);
    EXPECT_EQ(onlyJoin("{x < 0: 0, x}").join, Join::Kink);
    EXPECT_EQ(onlyJoin("{x < 0: 0, x^2}").join, Join::C1);
    EXPECT_EQ(onlyJoin("{x < 0: 0, x^3}").join, Join::Smooth);
    EXPECT_EQ(onlyJoin("{x < 1: x, x}").join, Join::Smooth);
}

TEST(Joins, tellBothSides)
{
    const PieceJoin join = onlyJoin("{x < 1: x^2, 3*x + 1}");
    EXPECT_EQ(join.x, 1);
    EXPECT_EQ(join.leftRow, 0U);
    EXPECT_EQ(join.rightRow, 1U);
    EXPECT_EQ(join.left.value, 1);
    EXPECT_EQ(join.left.slope, 2);
    EXPECT_EQ(join.left.curvature, 2);
    EXPECT_EQ(join.right.value, 4);
    EXPECT_EQ(join.right.slope, 3);
    EXPECT_EQ(join.right.curvature, 0);
    EXPECT_EQ(join.valueAt, 4);
}

TEST(Joins, tellWhichPieceHasTheBoundary)
{
    EXPECT_FALSE(onlyJoin("{x < 1: 0, 1}").belongsToLeft());
    EXPECT_TRUE(onlyJoin("{x <= 1: 0, 1}").belongsToLeft());
    EXPECT_TRUE(onlyJoin("{x > 1: 1, 0}").belongsToLeft());
    EXPECT_EQ(onlyJoin("{x > 1: 1, 0}").leftRow, 1U);
    EXPECT_FALSE(onlyJoin("{x >= 1: 1, 0}").belongsToLeft());
}

TEST(Joins, areFoundInEverySpellingOfAConditional)
{
    for (const std::string formula : {"x < 1 ? 0 : x", "0 if x < 1 else x", "where(x < 1, 0, x)",
                                      "torch.where(x >= 1, x, 0)", "{2*x < 2: 0, x}", "{1 > x: 0, x}"}) {
        EXPECT_EQ(onlyJoin(formula).x, 1) << formula;
        EXPECT_EQ(onlyJoin(formula).join, Join::Jump) << formula;
    }
}

TEST(Joins, moveWithTheParameters)
{
    const PieceJoin join = onlyJoin("{x < k: a*x, 0}", {{.name = "k", .value = 2.5}, {.name = "a", .value = 2}});
    EXPECT_EQ(join.x, 2.5);
    EXPECT_EQ(join.left.value, 5);
}

TEST(Joins, ofAPieceInTheMiddleNameItTwice)
{
    const auto joins = joinsOf(*activationOf("{abs(x) < 1: 0, x^2 - 1}"));
    ASSERT_EQ(joins.size(), 2U);
    EXPECT_EQ(joins[0].x, -1);
    EXPECT_EQ(joins[0].leftRow, 1U);
    EXPECT_EQ(joins[1].x, 1);
    EXPECT_EQ(joins[1].rightRow, 1U);
}

TEST(Joins, countASinglePlaceBetweenTwoPiecesOnce)
{
    const PieceJoin join = onlyJoin("{x < 0: -1, x == 0: 0, 1}");
    EXPECT_EQ(join.leftRow, 0U);
    EXPECT_EQ(join.rightRow, 2U);
    EXPECT_EQ(join.rowAt, 1U);
    EXPECT_EQ(join.valueAt, 0);
}

TEST(Joins, beginGaps)
{
    const PieceJoin join = onlyJoin("{x < 0: 1}");
    EXPECT_EQ(join.rightRow, 1U);
    EXPECT_TRUE(std::isnan(join.right.value));
    EXPECT_EQ(join.join, Join::Jump);
}

TEST(Joins, areNoneInAFormulaWithoutPieces)
{
    EXPECT_TRUE(joinsOf(*activationOf("max(x, 0)")).empty());
}

TEST(Joins, useTheTrueDerivativeWhereTheAuthorHasOneOfHisOwn)
{
    const auto joins = joinsOf(*activationOf("{x < 0: 0, x}", {}, "1"));
    ASSERT_EQ(joins.size(), 1U);
    EXPECT_EQ(joins[0].join, Join::Kink);
}

TEST(Joins, areFoundWithAKnotTypedFromMemory)
{
    const auto joins = joinsOf(*activationOf("{3*x < 1: 0, x < 2: 1, 2}"));
    ASSERT_NE(joinAt(joins, 0.3333333), nullptr);
    EXPECT_EQ(joinAt(joins, 0.3333333)->x, 1.0 / 3);
    EXPECT_EQ(joinAt(joins, 1), nullptr);
    EXPECT_EQ(joinAt(joins, INFINITY), nullptr);
}

}  // namespace
}  // namespace actlab::analysis
