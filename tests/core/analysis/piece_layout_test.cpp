#include "core/analysis/piece_layout.hpp"

#include "activation_of.hpp"

#include "core/expr/printer.hpp"

#include <cmath>
#include <random>

namespace actlab::analysis {
namespace {

TEST(PieceLayout, hasOneStretchWithoutPieces)
{
    const PieceLayout layout = layOut(*activationOf("tanh(x)"));
    ASSERT_EQ(layout.stretches.size(), 1U);
    EXPECT_EQ(layout.stretches[0].row, 0U);
}

/// "0 < 2, 1 to the end": the rows of the stretches and where each ends.
std::string told(const PieceLayout& layout)
{
    std::string words;
    for (const Stretch& stretch : layout.stretches)
        words += (words.empty() ? "" : ", ") + std::to_string(stretch.row) +
                 (std::isinf(stretch.x.high) ? " to the end" : " < " + expr::printNumber(stretch.x.high));
    return words;
}

TEST(PieceLayout, dividesTheLineAtTheKnots)
{
    const PieceLayout layout = layOut(*activationOf("{x < 0: 0.1*x, x < 1: x, 1}"));
    EXPECT_EQ(told(layout), "0 < 0, 1 < 1, 2 to the end");
    EXPECT_TRUE(std::isinf(layout.stretches.front().x.low));
}

TEST(PieceLayout, asksEarlierPiecesFirst)
{
    EXPECT_EQ(told(layOut(*activationOf("{x < 1: x, x < 0: 0, 1}"))), "0 < 1, 2 to the end");
}

TEST(PieceLayout, followsWhateverAConditionCompares)
{
    EXPECT_EQ(told(layOut(*activationOf("{abs(x) > 2: 0, 1}"))), "0 < -2, 1 < 2, 0 to the end");
    EXPECT_EQ(told(layOut(*activationOf("{x < a: 0, 1}", {{.name = "a", .value = 3}}))), "0 < 3, 1 to the end");
}

TEST(PieceLayout, hasTheValueOfEveryRow)
{
    const PieceLayout layout = layOut(*activationOf("{x < 0: 2*x, x < 1: elu(x), {x < 3: 5, 6}}"));
    ASSERT_EQ(layout.values.size(), 3U);
    EXPECT_EQ(expr::print(layout.values[0]), "2*x");
    EXPECT_EQ(expr::print(layout.values[2]), "{x < 3: 5, 6}");
    EXPECT_EQ(expr::print(layOut(*activationOf("tanh(x)")).values.at(0)), "tanh(x)");
}

TEST(PieceLayout, tellsWhoHasTheEnds)
{
    const PieceLayout layout = layOut(*activationOf("{x < 0: 0, x <= 1: x, 1}"));
    ASSERT_EQ(layout.stretches.size(), 3U);
    EXPECT_EQ(layout.stretches[1].x, (Interval{0, 1}));
    EXPECT_TRUE(layout.stretches[1].holdsLow);
    EXPECT_TRUE(layout.stretches[1].holdsHigh);
    EXPECT_EQ(layout.stretchAt(0), 1U);
    EXPECT_EQ(layout.stretchAt(1), 1U);
    EXPECT_EQ(layout.stretchAt(1.5), 2U);
}

TEST(PieceLayout, countsARowAsOftenAsItApplies)
{
    const PieceLayout layout = layOut(*activationOf("{abs(x) < 1: 0, x}"));
    ASSERT_EQ(layout.stretches.size(), 3U);
    EXPECT_EQ(layout.stretches[0].row, layout.stretches[2].row);
}

TEST(PieceLayout, leavesOutRowsThatNeverApply)
{
    EXPECT_EQ(layOut(*activationOf("{x < 1: 0, x < 0: 5, x}")).stretches.size(), 2U);
}

TEST(PieceLayout, saysWhatAppliesAtEveryPlace)
{
    std::mt19937 random(5);
    std::uniform_int_distribution<int> knot(-4, 4), op(0, 3);
    constexpr std::array kOps{"<", "<=", ">", ">="};
    for (int i = 0; i < 500; ++i) {
        std::string formula = "{";
        for (int row = 0; row < 4; ++row)
            formula += "x " + std::string(kOps[op(random)]) + " " + std::to_string(knot(random)) + ": " +
                       std::to_string(row) + ", ";
        const auto activation = activationOf(formula + "4}");
        const PieceLayout layout = layOut(*activation);
        for (double x = -5; x <= 5; x += 0.5) {
            const double row = activation->evaluate<double>(std::array{x}, 0)[0][0];
            EXPECT_EQ(double(layout.stretches[layout.stretchAt(x)].row), row) << formula << " at " << x;
        }
    }
}

}  // namespace
}  // namespace actlab::analysis
