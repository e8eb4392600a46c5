#include "tests/core/kernel/steps.hpp"
#include "tests/core/kernel/values.hpp"

#include "core/kernel/polynomial_pieces.hpp"

#include <algorithm>

namespace actlab::kernel {
namespace {

using testing::programOf;
using testing::valuesOf;

Plan planOf(std::string_view formula, const std::vector<std::string>& parameters = {})
{
    const Program program = programOf({formula}, parameters);
    return plan(program.instructions(), program.constants(), program.outputSlots());
}

std::size_t lookups(std::string_view formula, const std::vector<std::string>& parameters = {})
{
    return static_cast<std::size_t>(
        std::ranges::count(planOf(formula, parameters).work, Code::PickPolynomial, &Plan::Work::code));
}

constexpr std::string_view kSpline = "{x < -1: -0.2 + 0.1*(x + 1) + 0.02*(x + 1)^2 + 0.01*(x + 1)^3, "
                                     "x < 0: 0.1*x + 0.2*x^2 + 0.1*x^3, x < 1: 0.1*x + 0.5*x^2 - 0.1*x^3, "
                                     "0.5 + 0.8*(x - 1) + 0.2*(x - 1)^2 - 0.05*(x - 1)^3}";
template <class T>
T spline(T x)
{
    const T left = x + 1, right = x - 1;
    if (x < -1)
        return T(-0.2) + left * (T(0.1) + left * (T(0.02) + left * T(0.01)));
    if (x < 0)
        return x * (T(0.1) + x * (T(0.2) + x * T(0.1)));
    if (x < 1)
        return x * (T(0.1) + x * (T(0.5) + x * T(-0.1)));
    return T(0.5) + right * (T(0.8) + right * (T(0.2) + right * T(-0.05)));
}

/// Parabolas that meet nowhere, with knots at -3, -2.75 and so on, from the left or from the right.
constexpr double knotAt(int k)
{
    return -3 + k / 4.0;
}
std::string manyPieces(int count, bool isFromTheRight, bool hasKnots)
{
    const auto piece = [](int number) { return std::to_string(number) + " + x - 2*x^2"; };
    std::string text = "{";
    for (int i = 0; i < count - 1; ++i) {
        const int k = isFromTheRight ? count - 2 - i : i;
        text += std::string("x ") + (isFromTheRight ? ">" : "<") + (hasKnots ? "= " : " ") +
                std::to_string(knotAt(k)) + ": " + piece(isFromTheRight ? k + 1 : k) + ", ";
    }
    return text + piece(isFromTheRight ? 0 : count - 1) + "}";
}
double atManyPieces(int count, double x, bool isFromTheRight, bool hasKnots)
{
    int passed = 0;
    for (int k = 0; k < count - 1; ++k)
        passed += isFromTheRight ? (hasKnots ? x >= knotAt(k) : x > knotAt(k))
                                 : !(hasKnots ? x <= knotAt(k) : x < knotAt(k));
    return passed + x - 2 * x * x;
}

TEST(PolynomialPieces, areOneLookup)
{
    EXPECT_EQ(planOf(kSpline).work.size(), 1U);
    EXPECT_EQ(lookups(kSpline), 1U);
    EXPECT_EQ(lookups("exp({abs(x) < 1: x^2, abs(x) < 2: x^2 - x^3, abs(x) < 3: 2*x^2, 5 - x/3})"), 0U)
        << "pieces of x chosen by abs(x)";
    EXPECT_EQ(lookups("{x < -3: 0, x < -2: x*(x + 3)/6, x < -1: 1 + x - 2*x^2, x < 0: x*(2*x + 1), 3 - x^2}"), 1U);
    EXPECT_EQ(lookups("{1 > x: 1 + x*(2 + x*3), 2 > x: x^2, 3 > x: x^2/3, 4 >= x: 2*x - x^2, 5}"), 1U);
}

TEST(PolynomialPieces, areChosenAmongWhereThatIsCheaper)
{
    EXPECT_EQ(lookups("{x < 0: 0, x < 1: x, 1}"), 0U);
    EXPECT_EQ(lookups("{x < -1: -1, x < 0: -x, x < 1: x, 2*x - 1}"), 0U);
}

TEST(PolynomialPieces, thatAreNoneAreCalculated)
{
    const std::string rest = "x < 1: 0.1*x + 0.5*x^2 - 0.1*x^3, x < 2: 1 - x^3, x < 3: 2 - x^3, ";
    EXPECT_EQ(lookups("{" + rest + "x^3}"), 1U);
    EXPECT_EQ(lookups("{" + rest + "exp(x)}"), 0U);
    EXPECT_EQ(lookups("{" + rest + "a*x^3}", {"a"}), 0U);
    EXPECT_EQ(lookups("{" + rest + "x^9}"), 0U) << "of too high a degree";
    EXPECT_EQ(lookups("{" + rest + "x < 2.5: 1, x^3}"), 0U) << "a knot that is behind the next";
    EXPECT_EQ(lookups("{" + rest + "x > 4: 1, x^3}"), 0U) << "from both sides";
    EXPECT_EQ(lookups("{" + rest + "(x + 1)^2*x}"), 0U) << "to be multiplied out";
    EXPECT_EQ(lookups("{" + rest + "(2*x + 1)^3}"), 0U) << "to be multiplied out";
    EXPECT_EQ(lookups("{x < 1: x^3, x < 2: 1 - x^3, x < 3: 2 - x^3, x < 4: x^3 - x}"), 0U) << "nan is no polynomial";
}

/// Where terms of a polynomial cancel, their rounding remains.
template <class T>
bool areNear(T ours, T reference)
{
    return testing::areClose(ours, reference) ||
           std::abs(ours - reference) <= 16 * std::numeric_limits<T>::epsilon() * std::max(T(1), std::abs(reference));
}

template <class T>
void expectSpline()
{
    std::vector<T> x = testing::points<T>(3000);
    std::erase_if(x, [](T v) { return std::isinf(v); });
    for (const Program& program : {programOf({kSpline}), programOf({kSpline}).onTape()}) {
        const auto ours = valuesOf<T>(program, x)[0];
        for (std::size_t i = 0; i < x.size(); ++i)
            EXPECT_TRUE(areNear(ours[i], spline(x[i]))) << x[i] << ": " << ours[i] << " for " << spline(x[i]);
    }
}

TEST(PolynomialPieces, haveTheirValues)
{
    expectSpline<float>();
    expectSpline<double>();
}

void expectManyPieces(int count, bool isFromTheRight, bool hasKnots)
{
    std::vector<double> x = testing::points<double>(300);
    for (int k = 0; k < count - 1; ++k)
        x.push_back(knotAt(k));
    std::erase_if(x, [](double v) { return std::isinf(v); });
    const std::string formula = manyPieces(count, isFromTheRight, hasKnots);
    EXPECT_EQ(lookups(formula), (static_cast<std::size_t>(count) + kMostPieces - 1) / kMostPieces) << formula;
    const auto ours = valuesOf<double>(programOf({formula}), x)[0];
    for (std::size_t i = 0; i < x.size(); ++i)
        EXPECT_TRUE(areNear(ours[i], atManyPieces(count, x[i], isFromTheRight, hasKnots)))
            << formula << " at " << x[i];
}

TEST(PolynomialPieces, mayBeMoreThanOneTableHolds)
{
    for (int count = 4; count <= 26; ++count)
        for (const bool isFromTheRight : {false, true})
            for (const bool hasKnots : {false, true})
                expectManyPieces(count, isFromTheRight, hasKnots);
}

TEST(PolynomialPieces, mayMeetInOneKnot)
{
    const std::string rest = ", x < 3: 2*x^3, x < 4: x^3 - 1, x^2}";
    const std::string alone = "{x < 1: x^3, x <= 1: x^2 - 4*x^3" + rest,
                      none = "{x <= 1: x^3, x < 1: x^2 - x^3" + rest;
    EXPECT_EQ(lookups(alone), 1U);
    EXPECT_EQ(testing::valueAt(alone, 1), -3) << "the second piece holds at the knot only";
    EXPECT_EQ(lookups(none), 0U);
    EXPECT_EQ(testing::valueAt(none, 1), 1) << "the second piece holds nowhere";
}

TEST(PolynomialPieces, areReadInOneWalk)
{
    std::string power = "x";
    for (int i = 0; i < 12; ++i)
        power = "(" + power + "^16 + 1)";
    EXPECT_EQ(lookups("{x < 0: 1, x < 1: x^3, x < 2: x^2, " + power + "}"), 0U);
}

TEST(PolynomialPieces, areNotTakenApartWhereTheyWouldCancel)
{
    const std::string rest = "{x < -2: x^3, x < -1: x^2 - x^3, x < 0: 1 - x^3, ";
    EXPECT_EQ(lookups(rest + "x*(x - 1) + 5*(x - 1)}"), 0U);
    EXPECT_EQ(lookups(rest + "3*(x - 1)*x}"), 0U);
    EXPECT_EQ(lookups(rest + "x/0}"), 0U);
}

/// A constant, a line and a cubic, a zero and a line: each must keep what it is far out and at NaN.
const std::vector<std::string> kMixed = {
    "{x < -2: 7, x < -1: x, x < 1: x^3 - x, x < 2: 0, x < 5: x^3, x < 6: x^2, 2*x}",
    "{x < -2: -x, x < -1: x^2, x < 1: x^3 - x, x < 2: 0, x < 5: x^3, x < 6: x^2, 7}",
    "{x > 6: 2*x, x > 5: x^2, x > 2: x^3, x > 1: 0, x > -1: x^3 + x, x > -2: x, 7}",
    "{x > 6: 2*x, x > 5: x^2, x > 2: x^3, x > 1: 0, x > -1: x^3 + x, x > -2: x, x - x^2}",
};

/// The last value by another way: a condition that no table knows.
std::string choosing(std::string formula)
{
    for (std::size_t at = 0; (at = formula.find(": ", at)) != formula.npos; at += 14)
        formula.insert(at, " and x == x");
    return formula;
}

template <class T>
void expectAsChosen(const std::string& formula)
{
    using Limits = std::numeric_limits<T>;
    const std::vector<T> x{0,
                           T(-0.0),
                           1,
                           -1,
                           2,
                           -2,
                           5,
                           Limits::infinity(),
                           -Limits::infinity(),
                           Limits::quiet_NaN(),
                           1000,
                           -1000,
                           T(1e-30),
                           T(1.5),
                           T(-1.5),
                           T(0.3),
                           T(-0.3),
                           7,
                           4,
                           Limits::denorm_min()};
    ASSERT_EQ(lookups(formula), 1U) << formula;
    ASSERT_EQ(lookups(choosing(formula)), 0U);
    const auto ours = valuesOf<T>(programOf({formula}), x)[0],
               reference = valuesOf<T>(programOf({choosing(formula)}), x)[0];
    for (std::size_t i = 0; i < x.size(); ++i) {
        EXPECT_TRUE(areNear(ours[i], reference[i])) << formula << " at " << x[i];
    }
}

TEST(PolynomialPieces, keepTheirOwnDegreeFarOut)
{
    for (const std::string& formula : kMixed) {
        expectAsChosen<float>(formula);
        expectAsChosen<double>(formula);
    }
}

TEST(PolynomialPieces, keepTheSignOfZero)
{
    const std::string formula = "{x < -2: x^3, x < -1: x^2 - x^3, x < 1: 2*x, x < 2: x^3, x < 3: x^2, x}";
    ASSERT_EQ(lookups(formula), 1U);
    const auto values = valuesOf<float>(programOf({formula}), {-0.0F, 0.0F})[0];
    EXPECT_TRUE(std::signbit(values[0]));
    EXPECT_FALSE(std::signbit(values[1]));
}

template <class T>
void expectSameOnAllSets(const Pieces<T>& pieces)
{
    std::vector<T> x = testing::points<T>(1024);
    std::vector<T> reference;
    for (const InstructionSet& set : testing::allSets()) {
        std::vector<T> out(x.size());
        testing::runOn(set,
                       Step<T>{.code = Code::PickPolynomial, .out = out.data(), .in = {x.data()}, .pieces = &pieces},
                       x.size());
        if (reference.empty())
            reference = out;
        for (std::size_t i = 0; i < x.size(); ++i)
            EXPECT_TRUE(areNear(out[i], reference[i])) << set.name << " at " << x[i];
    }
}

TEST(PolynomialPieces, areTheSameOnEveryInstructionSet)
{
    for (const std::string& formula : kMixed) {
        const Plan plan = planOf(formula);
        expectSameOnAllSets<double>(plan.pieces.at(0));
        expectSameOnAllSets<float>(plan.piecesInFloat.at(0));
    }
}

}  // namespace
}  // namespace actlab::kernel
