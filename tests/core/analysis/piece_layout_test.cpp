#include "core/analysis/piece_layout.hpp"

#include "activation_of.hpp"

#include <random>

namespace actlab::analysis {
namespace {

TEST(PieceLayout, hasOneStretchWithoutPieces)
{
    const PieceLayout layout = layOut(*activationOf("tanh(x)"));
    ASSERT_EQ(layout.stretches.size(), 1U);
    EXPECT_EQ(layout.stretches[0].row, 0U);
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
