#include "core/activation/rewrite.hpp"

#include <gtest/gtest.h>

namespace actlab::activation {
namespace {

using Rows = std::vector<PieceText>;

TEST(Rewrite, leavesAFormulaWithTheSameRowsAlone)
{
    for (const std::string formula : {"{ x<0 : 0.1*x ,  x < 1: x,1}", "x < 0 ? 0.1*x : x", "tanh( x )",
                                      "where(x > 0, x, elu(x))", "{x＜0：exp（x），1}", "{x < 0: x}"})
        EXPECT_EQ(rewrite(formula, *piecesOf(formula)), formula);
}

TEST(Rewrite, changesOnlyTheCellThatChanged)
{
    EXPECT_EQ(rewrite("{ x<0 : 0.1*x ,  1}", Rows{{"x<0", "0.2*x"}, {"", "1"}}), "{ x<0 : 0.2*x ,  1}");
    EXPECT_EQ(rewrite("x < 0 ? 0.1*x : x", Rows{{"x < 0", "0.1*x"}, {"", "x + 1"}}), "x < 0 ? 0.1*x : x + 1");
    EXPECT_EQ(rewrite("0.1*x if x < 0 else x", Rows{{"x < -1", "0.1*x"}, {"", "x"}}), "0.1*x if x < -1 else x");
    EXPECT_EQ(rewrite("where(x > 0, x, 0)", Rows{{"x > 0", "x"}, {"", "1"}}), "where(x > 0, x, 1)");
}

TEST(Rewrite, putsARowBetweenTheOthers)
{
    EXPECT_EQ(rewrite("{x<0: 0,  x<2: x,  2}", Rows{{"x<0", "0"}, {"x < 1", "x"}, {"x<2", "x"}, {"", "2"}}),
              "{x<0: 0,  x < 1: x,  x<2: x,  2}");
}

TEST(Rewrite, takesARowOut)
{
    EXPECT_EQ(rewrite("{x<0: 0,  x<2: x,  2}", Rows{{"x<0", "0"}, {"", "2"}}), "{x<0: 0,  2}");
    EXPECT_EQ(rewrite("{x<0: 0,  2}", Rows{{"", "2"}}), "2");
}

TEST(Rewrite, fillsAndLeavesAGap)
{
    EXPECT_EQ(rewrite("{x < 0: x}", Rows{{"x < 0", "x"}, {"", "1"}}), "{x < 0: x, 1}");
    EXPECT_EQ(rewrite("{x < 0: x, 1}", Rows{{"x < 0", "x"}, {"", ""}}), "{x < 0: x}");
}

TEST(Rewrite, writesInBracesWhatTheAuthorsConditionalCannotHold)
{
    EXPECT_EQ(rewrite("x < 0 ? 0 : x", Rows{{"x < 0", "0"}, {"x < 1", "x"}, {"", "x"}}), "{x < 0: 0, x < 1: x, x}");
}

}  // namespace
}  // namespace actlab::activation
