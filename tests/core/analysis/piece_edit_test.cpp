#include "core/analysis/piece_edit.hpp"

#include "activation_of.hpp"

#include <cmath>
#include <random>

namespace actlab::analysis {
namespace {

std::string formulaOf(const Edited& edited)
{
    return edited ? edited->formula : edited.error();
}

std::string afterSplit(const std::string& formula, double x)
{
    return formulaOf(split(*activationOf(formula), x));
}

TEST(PieceEdit, splitsAFormulaWithoutPieces)
{
    EXPECT_EQ(afterSplit("x*tanh(x)", 1), "{x < 1: x*tanh(x), x*tanh(x)}");
}

TEST(PieceEdit, splitsInTheDirectionAndTheWordsOfTheConditions)
{
    EXPECT_EQ(afterSplit("{x < 0: 0, x < 2: x, 2}", 1), "{x < 0: 0, x < 1: x, x < 2: x, 2}");
    EXPECT_EQ(afterSplit("{x < 0: 0, x < 2: x, 2}", 3), "{x < 0: 0, x < 2: x, x < 3: 2, 2}");
    EXPECT_EQ(afterSplit("{x > 2: 2, x > 0: x, 0}", 1), "{x > 2: 2, x > 1: x, x > 0: x, 0}");
    EXPECT_EQ(afterSplit("{x > 2: 2, x > 0: x, 0}", -1), "{x > 2: 2, x > 0: x, x > -1: 0, 0}");
    EXPECT_EQ(afterSplit("{x <= 0: 0, x}", -1), "{x <= -1: 0, x <= 0: 0, x}");
    EXPECT_EQ(afterSplit("{x > 0 and x < 2: 1, 0}", 1), "{x > 0 and x < 2 and x < 1: 1, x > 0 and x < 2: 1, 0}");
}

TEST(PieceEdit, doesNotSplitWhereThereIsNothingToSplit)
{
    EXPECT_EQ(afterSplit("{x < 0: 0, x}", 0), "There is a knot at x = 0 already.");
    EXPECT_EQ(afterSplit("{x < 0: 0}", 1), "There is no piece at x = 1 to split.");
    EXPECT_EQ(afterSplit("x", NAN), "A piece can only be split at a finite number.");
}

TEST(PieceEdit, mergesWithTheFormulaOfEitherSide)
{
    const auto activation = activationOf("{x < 0: 0, x < 2: x, 2}");
    EXPECT_EQ(formulaOf(merge(*activation, 0, Side::Left)), "{x < 2: 0, 2}");
    EXPECT_EQ(formulaOf(merge(*activation, 0, Side::Right)), "{x < 2: x, 2}");
    EXPECT_EQ(formulaOf(merge(*activation, 2, Side::Left)), "{x < 0: 0, x}");
    EXPECT_EQ(formulaOf(merge(*activation, 2, Side::Right)), "{x < 0: 0, 2}");
}

TEST(PieceEdit, mergesPiecesThatDoNotFollowOneAnother)
{
    const auto activation = activationOf("{x > 2: 5, x < 1: 3, x < 2: x, 7}");
    EXPECT_EQ(formulaOf(merge(*activation, 1, Side::Left)), "{x > 2: 5, x < 2: 3, 7}");
    const auto apart = activationOf("{x > 0 and x < 1: 3, x >= 1 and x < 2: x, 7}");
    EXPECT_EQ(formulaOf(merge(*apart, 1, Side::Left)), "{x > 0 and x < 1 or x >= 1 and x < 2: 3, 7}");
}

TEST(PieceEdit, fillsAGapByMerging)
{
    EXPECT_EQ(formulaOf(merge(*activationOf("{x < 0: 1}"), 0, Side::Left)), "1");
    EXPECT_EQ(formulaOf(merge(*activationOf("{x < 0: 1}"), 0, Side::Right)), "Nothing would be left of the formula.");
}

TEST(PieceEdit, namesTheKnotsThereAre)
{
    EXPECT_EQ(formulaOf(merge(*activationOf("{x < 0: 0, x < 2: x, 2}"), 1, Side::Left)),
              "There is no knot at x = 1; there are knots at 0 and 2.");
    EXPECT_EQ(formulaOf(toggleEnd(*activationOf("{x < 0: 0, 2}"), 1)),
              "There is no knot at x = 1; there is one at 0.");
    EXPECT_EQ(formulaOf(moveKnot(*activationOf("x"), 1, 2)),
              "There is no knot at x = 1; the formula has no pieces that could be joined.");
}

std::string afterMove(const std::string& formula, double knot, double x)
{
    return formulaOf(moveKnot(*activationOf(formula), knot, x));
}

TEST(PieceEdit, movesAKnotInTheAuthorsWords)
{
    EXPECT_EQ(afterMove("{ x<0 : 0,  x<2:x, 2}", 0, 0.5), "{ x<0.5 : 0,  x<2:x, 2}");
    EXPECT_EQ(afterMove("x < 0 ? 0 : x", 0, -1.5), "x < -1.5 ? 0 : x");
    EXPECT_EQ(afterMove("where(x > 1, x, 0)", 1, 2), "where(x > 2, x, 0)");
    EXPECT_EQ(afterMove("{1 > x: 0, x}", 1, 2), "{2 > x: 0, x}");
    EXPECT_EQ(afterMove("{2*x < 1: 0, x}", 0.5, 2), "{2*x < 4: 0, x}");
    EXPECT_EQ(afterMove("{abs(x) < 1: 0, x}", 1, 2), "{abs(x) < 2: 0, x}");
}

TEST(PieceEdit, movesEveryConditionThatNamesTheKnot)
{
    EXPECT_EQ(afterMove("{x < 0: 0, x >= 0 and x < 1: x, x >= 1: 1}", 1, 2),
              "{x < 0: 0, x >= 0 and x < 2: x, x >= 2: 1}");
    EXPECT_EQ(afterMove("{-1 < x < 1: 0, x}", -1, -2), "{-2 < x < 1: 0, x}");
}

TEST(PieceEdit, bringsAKnotBackFromItsNeighbour)
{
    EXPECT_EQ(afterMove("{x < 0: 0, x < 2: x, 2}", 0, 7), "{x < 1.999998: 0, x < 2: x, 2}");
    EXPECT_EQ(afterMove("{x < 0: 0, x < 2: x, 2}", 2, -7), "{x < 0: 0, x < 1e-06: x, 2}");
}

TEST(PieceEdit, movesAKnotByItsParameter)
{
    const auto moved = moveKnot(*activationOf("{x < -k: 0, x}", {{.name = "k", .value = 1}}), -1, -7);
    ASSERT_TRUE(moved) << moved.error();
    EXPECT_EQ(moved->formula, "{x < -k: 0, x}");
    EXPECT_EQ(moved->parameters.front().value, 7);
    EXPECT_FALSE(canMoveKnot(*activationOf("{x < a + b: 0, x}"), 2));
    EXPECT_TRUE(canMoveKnot(*activationOf("{x < a + 1: 0, x}"), 2));
}

TEST(PieceEdit, givesTheEndToTheOtherPiece)
{
    const auto toggled = [](const std::string& formula) { return formulaOf(toggleEnd(*activationOf(formula), 1)); };
    EXPECT_EQ(toggled("{x < 1: 0, x + 1}"), "{x <= 1: 0, x + 1}");
    EXPECT_EQ(toggled("{x<=1: 0, x}"), "{x<1: 0, x}");
    EXPECT_EQ(toggled("{x ≤ 1: 0, x}"), "{x < 1: 0, x}");
    EXPECT_EQ(toggled("x > 1 ? 0 : x"), "x >= 1 ? 0 : x");
    EXPECT_EQ(toggled("{x < 1: 0, x >= 1 and x < 2: 1, 2}"), "{x <= 1: 0, x > 1 and x < 2: 1, 2}");
    EXPECT_EQ(toggled("{x == 1: 0, x + 1}"), "The boundary at x = 1 is not a comparison with < or <=.");
}

TEST(PieceEdit, toggledTwiceIsWhatItWas)
{
    const std::string formula = "{x <= 1: 0, x > 1 and x < 2: 1, 2}";
    const auto once = toggleEnd(*activationOf(formula), 1);
    ASSERT_TRUE(once);
    EXPECT_EQ(formulaOf(toggleEnd(*activationOf(once->formula), 1)), formula);
}

}  // namespace
}  // namespace actlab::analysis
