#include "core/analysis/verdicts.hpp"

#include "core/activation/catalogue.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <algorithm>
#include <cctype>
#include <gmock/gmock.h>

namespace actlab::analysis {
namespace {

using testing::HasSubstr;

std::vector<Verdict> verdicts(const activation::Activation& activation)
{
    return verdictsOf(activation, checkActivation(activation));
}

std::vector<Verdict> verdicts(const std::string& formula, const std::string& gradient = "")
{
    return verdicts(*activationOf(formula, {}, gradient));
}

/// The first verdict that says this; an empty one where none does.
Verdict saying(const std::vector<Verdict>& all, std::string_view words)
{
    for (const Verdict& verdict : all)
        if (verdict.sentence.find(words) != std::string::npos)
            return verdict;
    ADD_FAILURE() << "nothing says: " << words;
    return {};
}

TEST(Verdicts, sayOneThingAtLeastOnEveryTopicInOrder)
{
    constexpr std::size_t kEvery = 9;  // a check takes a tenth of a second
    const auto& catalogue = activation::catalogue();
    for (std::size_t i = 0; i < catalogue.size(); i += kEvery) {
        const std::string& name = catalogue[i]->name();
        const auto all = verdicts(*catalogue[i]);
        EXPECT_TRUE(std::ranges::is_sorted(all, {}, &Verdict::topic)) << name;
        for (const Topic topic : kTopics)
            EXPECT_TRUE(std::ranges::count(all, topic, &Verdict::topic) > 0) << name << ": " << titleOf(topic);
        for (const Verdict& verdict : all)
            EXPECT_TRUE(std::isupper(verdict.sentence.front()) && verdict.sentence.back() != '.')
                << name << verdict.sentence;
    }
}

TEST(Verdicts, tellAKinkWithBothSlopesAndTheGradientUsed)
{
    const auto kink = saying(verdicts("{x > 0: x, 0.25*x}"), "Kink at x = 0");
    EXPECT_EQ(kink.sentence, "Kink at x = 0: value 0, slope 0.25 to 1; the gradient used is 0.25");
    EXPECT_EQ(kink.severity, Severity::Mind);
}

TEST(Verdicts, callAJumpTroubleAndASmoothJoinNone)
{
    EXPECT_EQ(saying(verdicts("{x > 0: x + 1, x}"), "Jump at x = 0: value 0 to 1").severity, Severity::Trouble);
    EXPECT_EQ(saying(verdicts("{x > 0: x + x^2, x}"), "C1 join at x = 0").severity, Severity::Ok);
    EXPECT_EQ(saying(verdicts("tanh(x)"), "It is smooth").severity, Severity::Ok);
    EXPECT_EQ(saying(verdicts("sin(x)/x"), "A value of its own at x = 0").severity, Severity::Trouble);
}

TEST(Verdicts, tellOneTroubleOnceForAllFormatsWithItsPlaceAndItsCure)
{
    const auto overflow = saying(verdicts("log(1 + exp(x))"), "value is infinite in float32 above 88.723");
    EXPECT_THAT(overflow.sentence, HasSubstr("float64 above 709.78, because of exp(x)"));
    EXPECT_THAT(overflow.cure, HasSubstr("softplus(x"));
    EXPECT_EQ(overflow.span, (expr::Span{8, 14}));
    EXPECT_EQ(overflow.severity, Severity::Mind) << "it trains where inputs usually lie";
    EXPECT_EQ(saying(verdicts("log(x)"), "value is NaN in float32").severity, Severity::Trouble);
}

TEST(Verdicts, doNotWarnOfWhatHappensWhereNoNetworkGets)
{
    const auto all = verdicts(*activation::findInCatalogue("gelu"));
    EXPECT_EQ(worstOf(all, Topic::Stability), Severity::Ok);
    EXPECT_EQ(worstOf(verdicts("tanh(x)"), Topic::Stability), Severity::Ok);
}

TEST(Verdicts, mindDeadZonesAndUnboundedSlopes)
{
    EXPECT_EQ(saying(verdicts("{x > 0: x, 0}"), "50 % of N(0, 1) teaches it nothing").severity, Severity::Mind);
    EXPECT_EQ(saying(verdicts("x^2"), "Its slope has no bound").severity, Severity::Mind);
    EXPECT_EQ(saying(verdicts("{x > 0: 1, 0}"), "It is 0 everywhere").severity, Severity::Trouble);
}

TEST(Verdicts, keepTheAuthorsGradientApartFromTheDerivative)
{
    const auto all = verdicts("{x > 0: 1, 0}", "{-1 < x and x < 1: 1, 0}");
    EXPECT_EQ(saying(all, "Your own gradient differs from the derivative from -1 to 1").severity, Severity::Mind);
    EXPECT_EQ(saying(all, "The derivative agrees with central differences").severity, Severity::Ok);
}

TEST(Verdicts, compareWithAutogradWhereSomebodyDid)
{
    const auto activation = activationOf("tanh(x)");
    const auto all = verdictsOf(*activation, checkActivation(*activation), GradientCheck{false, 0.5, 2, 100});
    EXPECT_EQ(saying(all, "DIFFERS from PyTorch's autograd at 100 places").severity, Severity::Trouble);
}

TEST(Verdicts, nameCopiesWithTheirPaperAndNothingThatIsFar)
{
    const auto all = verdicts("{x > 0: x, 0}");
    EXPECT_THAT(saying(all, "exactly: ReLU, ").sentence, HasSubstr("It is relu(x) exactly"));
    for (const Verdict& verdict : all)
        EXPECT_EQ(verdict.sentence.find("Hardtanh"), std::string::npos) << verdict.sentence;
}

TEST(Verdicts, countOperationsInWords)
{
    EXPECT_EQ(saying(verdicts("tanh(x)"), "Forward").sentence,
              "Forward: one function such as exp, no arithmetic operations, no comparisons");
}

TEST(Verdicts, tellAMeasuredTimeWithItsSpreadAndSize)
{
    ActivationTiming timing{.size = 2048, .forward = {}, .both = {{2500, 2000, 3000}, {}, {0.5, 0.25, 1}, {}, {}}};
    EXPECT_EQ(verdictOf(timing).sentence, "Forward and backward through autograd, 2048 numbers in float32, median of "
                                          "some rounds: 2.5 µs (2 to 3), 0.5 times (0.25 to 1) that of the formula "
                                          "composed of PyTorch's operations");
    timing.both.overBuiltin = Spread{0.754, 0.7, 0.8};
    EXPECT_THAT(verdictOf(timing).sentence, HasSubstr("0.75 times (0.7 to 0.8) that of PyTorch's own, 0.5 times"));
    EXPECT_EQ(verdictOf(timing).topic, Topic::Cost);
}

TEST(Verdicts, sayWhereFixedPointsGoOn)
{
    EXPECT_THAT(saying(verdicts("x + sin(x)"), "f(x) = x").sentence, HasSubstr("; there may be more"));
}

}  // namespace
}  // namespace actlab::analysis
