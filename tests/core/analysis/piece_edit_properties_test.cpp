#include "core/analysis/lift_knot.hpp"
#include "core/analysis/piece_edit.hpp"

#include "activation_of.hpp"
#include "random_pieces.hpp"

#include "core/expr/printer.hpp"

#include <cmath>

namespace actlab::analysis {
namespace {

constexpr int kFormulas = 1000;

std::vector<double> valuesOf(const activation::Activation& activation)
{
    std::vector<double> x;
    for (double at = -8; at <= 8; at += 0.01)
        x.push_back(std::round(100 * at) / 100);
    return activation.evaluate<double>(x, 0)[0];
}

TEST(PieceEditProperty, splittingKeepsEveryValueAndMergingBringsTheTextBack)
{
    RandomPieces random(1);
    int splits = 0;
    for (int i = 0; i < kFormulas; ++i) {
        const auto activation = activationOf(random.formula());
        const double x = random.number();
        const auto edited = split(*activation, x);
        if (!edited)
            continue;
        ++splits;
        const auto now = activationOf(edited->formula);
        EXPECT_EQ(valuesOf(*now), valuesOf(*activation)) << edited->formula;
        for (const Side side : {Side::Left, Side::Right}) {
            const auto merged = merge(*now, x, side);
            EXPECT_EQ(merged ? merged->formula : merged.error(), activation->definition().formula) << x;
        }
    }
    EXPECT_GT(splits, kFormulas * 9 / 10);
}

TEST(PieceEditProperty, aMovedKnotStaysBetweenItsNeighbours)
{
    RandomPieces random(2);
    for (int i = 0; i < kFormulas; ++i) {
        const auto activation = activationOf(random.formula());
        const auto joins = joinsOf(*activation);
        const std::size_t index = static_cast<std::size_t>(random.upTo(int(joins.size()) - 1));
        const auto edited = moveKnot(*activation, joins[index].x, 3 * random.number());
        ASSERT_TRUE(edited) << activation->definition().formula << ": " << edited.error();
        const auto after = joinsOf(*activationOf(edited->formula));
        ASSERT_EQ(after.size(), joins.size()) << edited->formula;
        for (std::size_t k = 0; k < joins.size(); ++k) {
            EXPECT_EQ(after[k].leftRow, joins[k].leftRow);
            EXPECT_TRUE(k == index || after[k].x == joins[k].x) << edited->formula;
        }
    }
}

TEST(PieceEditProperty, anEndToggledTwiceIsWhereItWas)
{
    RandomPieces random(3);
    for (int i = 0; i < kFormulas; ++i) {
        const auto activation = activationOf(random.formula());
        const double knot = joinsOf(*activation).front().x;
        const auto once = toggleEnd(*activation, knot);
        ASSERT_TRUE(once) << activation->definition().formula << ": " << once.error();
        EXPECT_NE(once->formula, activation->definition().formula);
        EXPECT_EQ(toggleEnd(*activationOf(once->formula), knot)->formula, activation->definition().formula);
    }
}

TEST(PieceEditProperty, rowsMakeTheFormulaTheyCameFrom)
{
    RandomPieces random(4);
    for (int i = 0; i < kFormulas; ++i) {
        const std::string formula = random.formula();
        const auto rows = activation::piecesOf(formula);
        ASSERT_TRUE(rows);
        EXPECT_EQ(activation::formulaOf(*rows), formula);
        EXPECT_EQ(activation::piecesOf(activation::formulaOf(*rows)), rows);
    }
}

TEST(LiftKnotProperty, aLiftedKnotHasTheValue)
{
    RandomPieces random(5);
    int lifts = 0;
    for (int i = 0; i < kFormulas; ++i) {
        const auto activation = activationOf(random.formula());
        const double knot = joinsOf(*activation).front().x, y = random.number();
        const Lift pieces = liftFor(*activation, knot), can = liftable(*activation, knot);
        EXPECT_EQ(liftKnot(*activation, knot, y, {true, false}).has_value(), can.left)
            << activation->definition().formula;
        EXPECT_EQ(liftKnot(*activation, knot, y, {false, true}).has_value(), can.right)
            << activation->definition().formula;
        if (pieces == Lift{})
            continue;
        ++lifts;
        const auto edited = liftKnot(*activation, knot, y, pieces);
        ASSERT_TRUE(edited) << activation->definition().formula << ": " << edited.error();
        const auto after = joinsOf(*activationOf(edited->formula, edited->parameters)).front();
        EXPECT_NEAR(pieces.left ? after.left.value : after.right.value, y, 1e-12) << edited->formula;
    }
    EXPECT_GT(lifts, kFormulas / 2);
}

}  // namespace
}  // namespace actlab::analysis
