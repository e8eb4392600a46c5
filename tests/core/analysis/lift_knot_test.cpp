#include "core/analysis/lift_knot.hpp"

#include "activation_of.hpp"

namespace actlab::analysis {
namespace {

constexpr Lift kBoth{true, true}, kLeft{true, false}, kRight{false, true};

std::string after(const std::string& formula, double knot, double y, Lift pieces)
{
    const auto edited = liftKnot(*activationOf(formula), knot, y, pieces);
    return edited ? edited->formula : edited.error();
}

TEST(LiftKnot, changesAConstant)
{
    EXPECT_EQ(after("{x < 0: 0, 1}", 0, 0.5, kLeft), "{x < 0: 0.5, 1}");
    EXPECT_EQ(after("{x < 0: 0, exp(x) - 1}", 0, 2, kRight), "{x < 0: 0, exp(x) + 1}");
    EXPECT_EQ(after("{x < 0: 0, 2*x}", 0, 2, kBoth), "{x < 0: 2, 2*x + 2}");
}

TEST(LiftKnot, turnsALineAboutItsOtherEnd)
{
    EXPECT_EQ(after("{x < 0: 0, x < 1: x, x < 2: 2 - x, 0}", 1, 3, kBoth),
              "{x < 0: 0, x < 1: 3*x, x < 2: -3*x + 6, 0}");
}

TEST(LiftKnot, changesTheParameterThatIsTheValue)
{
    const auto activation = activationOf("{x < 0: y0*(1 + x) , y0 + x}", {{.name = "y0", .value = 1}});
    const auto edited = liftKnot(*activation, 0, 2.5, kBoth);
    ASSERT_TRUE(edited) << edited.error();
    EXPECT_EQ(edited->formula, activation->definition().formula);
    EXPECT_EQ(edited->parameters.front().value, 2.5);
}

TEST(LiftKnot, movesTheLearnedValueOfASketch)
{
    const std::string sketch = "{x < -1: y0, x < 0: y0 + (y1 - y0)*(x + 1), x < 1: y1 + (y2 - y1)*x, y2}";
    const auto activation = activationOf(sketch, {{.name = "y0", .value = 0}, {.name = "y1"}, {.name = "y2"}});
    const auto edited = liftKnot(*activation, 0, -2, liftFor(*activation, 0));
    ASSERT_TRUE(edited) << edited.error();
    EXPECT_EQ(edited->formula, sketch);
    EXPECT_EQ(edited->parameters[0].value, 0);
    EXPECT_EQ(edited->parameters[1].value, -2);
}

TEST(LiftKnot, leavesAParameterThatDoesMoreInPeace)
{
    for (const char* formula : {"{x < 0: a, a*x + x}", "{x < 0: a^2/2, exp(x)}", "{x < a: a, exp(x)}"})
        EXPECT_FALSE(liftable(*activationOf(formula), formula[5] == 'a' ? 1 : 0).left) << formula;
}

TEST(LiftKnot, tellsBeforehandWhatCanBeLifted)
{
    EXPECT_EQ(liftable(*activationOf("{x < 0: exp(x), x}"), 0), kRight);
    EXPECT_EQ(liftable(*activationOf("{x < 0: exp(x), tanh(x)}"), 0), Lift{});
    EXPECT_EQ(liftable(*activationOf("{x < 0: 1}"), 0), kLeft);
    EXPECT_EQ(liftable(*activationOf("{x < 0: 1, x}"), 5), Lift{});
}

TEST(LiftKnot, takesBothPiecesAlongWhereTheyMeet)
{
    EXPECT_EQ(liftFor(*activationOf("{x < 0: 0, x}"), 0), kBoth);
    EXPECT_EQ(liftFor(*activationOf("{x < 0: 0, x + 1}"), 0), kRight);
    EXPECT_EQ(liftFor(*activationOf("{x <= 0: 0, x + 1}"), 0), kLeft);
    EXPECT_EQ(liftFor(*activationOf("{x < 0: exp(x), x + 1}"), 0), kRight);
}

TEST(LiftKnot, saysWhatCannotBeLifted)
{
    EXPECT_EQ(after("{x < 0: exp(x), x}", 0, 2, kLeft), "The piece exp(x) has no constant that could be changed.");
    EXPECT_EQ(after("{x < 0: 0, x}", 0, 2, {}), "No piece was chosen to be moved.");
}

}  // namespace
}  // namespace actlab::analysis
