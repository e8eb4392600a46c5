#include "core/analysis/stability.hpp"

#include "core/activation/catalogue.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <optional>
#include <set>

namespace actlab::analysis {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Instability> all(const std::string& formula)
{
    return findInstabilities(*activationOf(formula));
}

std::optional<Instability> find(const std::string& formula, Precision precision, Quantity quantity, Trouble trouble)
{
    for (const auto& each : all(formula))
        if (each.precision == precision && each.quantity == quantity && each.trouble == trouble)
            return each;
    return std::nullopt;
}

/// One float32 step.
bool isNextTo(double a, double b)
{
    const auto x = static_cast<float>(a), y = static_cast<float>(b);
    return x == y || std::nextafter(x, y) == y;
}

/// Where float32 and float64 give way, by the reference measurements, and the part that is to blame.
struct Known {
    const char* formula;
    Precision precision;
    Quantity quantity;
    Trouble trouble;
    double edge;  ///< of the failing stretch, the one nearer 0
    const char* node;
};

/// The largest numbers whose exponential is finite.
const double kLast32 = 88.72283, kLast64 = 709.782712893384;

const std::vector<Known>& knownFailures()
{
    using enum Precision;
    using enum Quantity;
    using enum Trouble;
    static const std::vector<Known> known{
        {"log(1 + exp(x))", Float32, Value, Infinite, kLast32, "exp(x)"},
        {"log(1 + exp(x))", Float32, Autograd, NotANumber, kLast32, "exp(x)"},
        {"log(1 + exp(x))", Float64, Value, Infinite, kLast64, "exp(x)"},
        {"exp(x)/(1 + exp(x))", Float32, TypedValue, NotANumber, kLast32, "exp(x)"},
        {"1/(1 + exp(-x))", Float32, Gradient, NotANumber, -kLast32, "exp(-x)"},
        {"x*tanh(exp(x))", Float32, Gradient, NotANumber, kLast32, "exp(x)"},
        {"where(x > 0, x, exp(x) - 1)", Float32, Autograd, NotANumber, kLast32, "exp(x)"},
        {"where(x > 0, x, exp(x) - 1)", Float64, Autograd, NotANumber, kLast64, "exp(x)"},
        {"x*exp(x)/(2 + exp(x))", Float16, Value, NotANumber, 11.09, "exp(x)"},
    };
    return known;
}

TEST(Stability, findsTheFirstNumberThatFailsAndThePartToBlame)
{
    for (const Known& known : knownFailures()) {
        const auto found = find(known.formula, known.precision, known.quantity, known.trouble);
        ASSERT_TRUE(found) << known.formula;
        const double edge = known.edge > 0 ? found->x.low : found->x.high;
        if (known.precision == Precision::Float32)
            EXPECT_TRUE(isNextTo(edge, known.edge)) << known.formula << ": " << edge;
        else
            EXPECT_NEAR(edge, known.edge, 1e-3 * std::abs(known.edge)) << known.formula;
        EXPECT_EQ(found->node, known.node) << known.formula;
    }
}

TEST(Stability, tellsTheGradientOfAWhereAsTypedFromOurs)
{
    for (const auto& found : all("where(x > 0, sqrt(x), 0)"))
        EXPECT_EQ(found.quantity, Quantity::Autograd) << sentenceOf(found);
    const auto found = find("where(x > 0, sqrt(x), 0)", Precision::Float32, Quantity::Autograd, Trouble::NotANumber);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->x.low, -INFINITY);
    EXPECT_EQ(found->x.high, 0);
    EXPECT_EQ(found->node, "sqrt(x)");
}

TEST(Stability, offersTheSpellingThatDoesNotFail)
{
    const auto softplus = find("log(1 + exp(x))", Precision::Float32, Quantity::Value, Trouble::Infinite);
    ASSERT_TRUE(softplus);
    EXPECT_THAT(softplus->suggestion, HasSubstr("softplus(x"));
    const auto noCure = find("x*exp(x)/(2 + exp(x))", Precision::Float32, Quantity::Value, Trouble::NotANumber);
    ASSERT_TRUE(noCure);
    EXPECT_EQ(noCure->suggestion, "");
}

TEST(Stability, seesDigitsThatAreLost)
{
    const auto expm1 = find("exp(x) - 1", Precision::Float32, Quantity::Value, Trouble::Inaccurate);
    ASSERT_TRUE(expm1);
    EXPECT_LT(expm1->x.low, 0);
    EXPECT_GT(expm1->x.high, 0);
    EXPECT_NEAR(expm1->x.high, 6e-6, 6e-6);
    EXPECT_EQ(expm1->node, "exp(x) - 1");
    EXPECT_EQ(expm1->suggestion, "expm1(x)");
    EXPECT_THAT(all("expm1(x)"), testing::Each(testing::Field(&Instability::trouble, Trouble::TooLarge)));
}

TEST(Stability, doesNotBlameAFormulaForTheDigitsOfItsInput)
{
    EXPECT_THAT(all("sin(x)"), IsEmpty());
    EXPECT_THAT(all("x"), IsEmpty());
    EXPECT_THAT(all("tanh(x)"), IsEmpty());
}

TEST(Stability, saysWhereTheTrueNumberIsTooLarge)
{
    const auto half = find("x^2", Precision::Float16, Quantity::Value, Trouble::TooLarge);
    ASSERT_TRUE(half);
    EXPECT_TRUE(half->x.high == INFINITY || half->x.low == -INFINITY);
    EXPECT_FALSE(find("x^2", Precision::Float32, Quantity::Value, Trouble::NotANumber));
}

TEST(Stability, seesASingleBadPoint)
{
    const auto found = find("sqrt(abs(x))", Precision::Float32, Quantity::Gradient, Trouble::NotANumber);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->x, (Interval{0, 0}));
    EXPECT_EQ(found->node, "sqrt(abs(x))");
}

/// What is fatal in training: nothing is NaN or infinite in float32 and float64 where numbers of any use lie.
TEST(Stability, isThatOfAWellSpelledCatalogue)
{
    constexpr double kUse = 1e12;
    for (const auto& activation : activation::catalogue())
        for (const Instability& found : findInstabilities(*activation)) {
            const bool isUsed = found.x.low < kUse && found.x.high > -kUse && found.precision <= Precision::Float32;
            EXPECT_FALSE(isUsed && found.trouble != Trouble::Inaccurate)
                << activation->name() << ": " << formatOf(found.precision).name << " " << sentenceOf(found)
                << " from " << found.x.low << " to " << found.x.high << " because of " << found.node;
        }
}

/// 1 - tanh² and the like near a double zero: no spelling of the catalogue's avoids it yet.
TEST(Stability, knowsTheWeaknessesOfTheCatalogue)
{
    std::set<std::string> weak;
    for (const auto& activation : activation::catalogue())
        for (const Instability& found : findInstabilities(*activation))
            if (found.precision == Precision::Float32 && found.quantity <= Quantity::Gradient && found.x.low < 100 &&
                found.x.high > -100)
                weak.insert(activation->name());
    EXPECT_THAT(weak, testing::UnorderedElementsAre("Tanhshrink", "Triangle wave"));
}

TEST(Stability, hasNothingToSayOfAConstant)
{
    EXPECT_THAT(all("3"), IsEmpty());
    EXPECT_THAT(all("x < 1 ? 2 : 3"), IsEmpty());
}

}  // namespace
}  // namespace actlab::analysis
