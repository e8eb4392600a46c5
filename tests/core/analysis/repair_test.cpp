#include "core/analysis/repair.hpp"

#include "activation_of.hpp"
#include "random_pieces.hpp"

#include <cmath>

namespace actlab::analysis {
namespace {

std::string after(const std::string& formula, const RepairOrder& order)
{
    const auto edited = repaired(*activationOf(formula), order);
    return edited ? edited->formula : edited.error();
}

TEST(Repair, movesThePieceThatHasANumber)
{
    const RepairOrder order{.knot = 1, .repair = Repair::MeetInValue};
    EXPECT_EQ(after("{x < 1: 2*x, x + 5}", order), "{x < 1: 2*x, x + 1}");
    EXPECT_EQ(after("{x < 1: x - 3, x^2}", order), "{x < 1: x, x^2}");
    EXPECT_EQ(after("{x < 1: 2*x, 0}", order), "{x < 1: 2*x, 2}");
    EXPECT_EQ(after("x < 1 ? 2*x : x^2", order), "x < 1 ? 2*x : x^2 + 1");
}

TEST(Repair, movesTheSideThatIsAskedFor)
{
    const std::string formula = "{x < 1: 2*x, x + 5}";
    EXPECT_EQ(after(formula, {.knot = 1, .adjusted = Side::Left}), "{x < 1: 2*x + 4, x + 5}");
    EXPECT_EQ(after(formula, {.knot = 1, .adjusted = Side::Right}), "{x < 1: 2*x, x + 1}");
}

TEST(Repair, writesTheCorrectionInTheParameters)
{
    EXPECT_EQ(after("{x < 1: a*x, 0}", {.knot = 1}), "{x < 1: a*x, a}");
    EXPECT_EQ(after("{x < k: x^2, 0}", {.knot = 1}), "{x < k: x^2, k^2}");
}

TEST(Repair, makesSlopesMeet)
{
    const RepairOrder order{.knot = 1, .repair = Repair::MeetInSlope};
    EXPECT_EQ(after("{x < 1: x^2, 0}", order), "{x < 1: x^2, 2*x - 1}");
    EXPECT_EQ(after("{x < 1: 2*x, x^2}", order), "{x < 1: 2*x, x^2 + 1}");
}

TEST(Repair, blendsACornerWithAParabola)
{
    EXPECT_EQ(after("{x < 0: 0, x}", {.knot = 0, .repair = Repair::BlendCubic, .width = 1}),
              "{x < -0.5: 0, x < 0.5: 0.5*(x + 0.5)^2, x}");
}

TEST(Repair, blendsInTheParametersAndSoForAllTheirValues)
{
    const std::string formula = "{x < 0: a*x, b*x}";
    const RepairOrder order{.knot = 0, .repair = Repair::BlendCubic, .width = 1};
    EXPECT_EQ(after("{x < 0: a*x, x}", order),
              "{x < -0.5: a*x, x < 0.5: -0.5*a + a*(x + 0.5) + (0.5 - 0.5*a)*(x + 0.5)^2, x}");
    const auto blended = activation::makeActivation({"f", after(formula, order), "", {}}).value();
    for (const auto& [a, b] : {std::pair(0.2, 1.0), {-2.0, 3.0}, {1.0, 0.0}})
        for (const PieceJoin& join : joinsOf(*blended->withValue("a", a)->withValue("b", b)))
            EXPECT_TRUE(join.join == Join::C1 || join.join == Join::Smooth) << a << ", " << b << " at " << join.x;
}

TEST(Repair, blendsInNumbersWhereAParameterBendsThePiece)
{
    const std::string blended = after("{x < 0: a^2*x, 0}", {.knot = 0, .repair = Repair::BlendCubic, .width = 1});
    EXPECT_EQ(activation::piecesOf(blended).value().at(1).formula.find('a'), std::string::npos) << blended;
}

TEST(Repair, roundsACornerInTheParameters)
{
    EXPECT_EQ(after("{x < 0: a*x, 2*x}", {.knot = 0, .repair = Repair::BlendSoft, .width = 1}),
              "(a*x) + (2 - a)*softplus(x, beta=10)");
}

TEST(Repair, blendsAsFarAsTheNextKnot)
{
    const std::string formula = "{x < 0: 0, x < 1: x, x < 2: 2 - x, 0}";
    const std::string edited = after(formula, {.knot = 1, .repair = Repair::BlendCubic, .width = 2});
    EXPECT_EQ(edited, "{x < 0: 0, x < 2: x - 0.5*x^2, 0}");
    EXPECT_EQ(widestBlend(*activationOf(formula), 1), 2);
    EXPECT_EQ(after("{x < 0: 0, x < 1: x, x < 3: 2 - x, 0}", {.knot = 1, .repair = Repair::BlendCubic, .width = 2}),
              "{x < 0: 0, x < 2: x - 0.5*x^2, x < 3: 2 - x, 0}");
}

TEST(Repair, isAsWideAsThereIsRoomForUnlessOneSaysHowWide)
{
    const RepairOrder order{.knot = 0, .repair = Repair::BlendCubic};
    EXPECT_EQ(after("{x < 0: 0, x}", order), "{x < -0.5: 0, x < 0.5: 0.5*(x + 0.5)^2, x}");
    EXPECT_EQ(after("{x < 0: 0, x < 0.5: x, 0.5}", order), "{x < -0.25: 0, x < 0.25: (x + 0.25)^2, x < 0.5: x, 0.5}");
}

TEST(Repair, blendsSoftly)
{
    EXPECT_EQ(after("{x < 0: 0, x}", {.knot = 0, .repair = Repair::BlendSoft, .width = 2}), "softplus(x, beta=5)");
    EXPECT_EQ(after("{x < 0: 0, 1}", {.knot = 0, .repair = Repair::BlendSoft, .width = 2}), "sigmoid(5*x)");
}

TEST(Repair, saysWhyItCannotBeDone)
{
    EXPECT_EQ(after("{x < 0: 0}", {.knot = 0}), "There is no piece to the right of x = 0.");
    EXPECT_EQ(after("{x < 0: 0, 1/x}", {.knot = 0}), "The piece to the right of x = 0 has no finite value there.");
    EXPECT_EQ(after("{x < 0: 0, 1}", {.knot = 2}), "There is no knot at x = 2; there is one at 0.");
    EXPECT_EQ(after("{x < 0: 0, x < 1: x, 1}", {.knot = 0, .repair = Repair::BlendCubic, .width = 3}),
              "The width of a blend at x = 0 must be above 0 and at most 2.");
    EXPECT_EQ(after("{x < 0: 0, x < 1: x, 1}", {.knot = 0, .repair = Repair::BlendSoft}),
              "One smooth formula would change the other knots; blend with a cubic instead.");
}

TEST(RepairProperty, everyRepairReachesTheClassThatWasAskedFor)
{
    RandomPieces random(11);
    int repairs = 0;
    for (int i = 0; i < 200; ++i) {
        const auto activation = activationOf(random.formula());
        for (const PieceJoin& join : joinsOf(*activation))
            for (const Repair repair : {Repair::MeetInValue, Repair::MeetInSlope, Repair::BlendCubic}) {
                const auto edited = repaired(*activation, {.knot = join.x, .repair = repair, .width = 0.25});
                ASSERT_TRUE(edited) << activation->definition().formula << ": " << edited.error();
                const auto now = activationOf(edited->formula);
                for (const PieceJoin& after : joinsOf(*now, {join.x - 0.13, join.x + 0.13})) {
                    const bool isC1 = after.join == Join::C1 || after.join == Join::Smooth;
                    EXPECT_NE(after.join, Join::Jump) << edited->formula;
                    EXPECT_TRUE(repair == Repair::MeetInValue || isC1) << edited->formula;
                }
                ++repairs;
            }
    }
    EXPECT_GT(repairs, 1000);
}

}  // namespace
}  // namespace actlab::analysis
