#include "core/expr/differentiate.hpp"

#include "core/expr/simplify.hpp"
#include "meaning_of.hpp"
#include "random_formulas.hpp"
#include "slope.hpp"

namespace actlab::expr {

namespace {

constexpr double kPoints[] = {-2.7315, -0.6180339887, 0.3141592654, 1.4142135, 5.6789};

/// The input and the parameters when the one of them that is differentiated by stands at `t`.
using Place = std::function<std::pair<double, ReferenceValue::Parameters>(double t)>;

/// What came of comparing derivatives with differences.
struct Tally {
    int compared = 0, notFinite = 0, drowned = 0;
};

/// Whether rounding alone moves the differences as far as `distance`.
bool drowns(const Expr& e, const Place& place, double point, double distance)
{
    const auto [x, parameters] = place(point);
    return distance <= 4 * reachOfRounding(e, x, parameters, valueAt(e, x, parameters)) / 1e-4;
}

/// Compares at every point where e has a slope that differences can tell.
void compare(const Expr& e, const Expr& derivative, const Place& place, Tally& tally)
{
    const auto valueThere = [&](double t) {
        const auto [x, parameters] = place(t);
        return finiteValueAt(e, x, parameters).value_or(NAN);
    };
    for (const double point : kPoints) {
        const auto slope = slopeOf(valueThere, point);
        if (!slope)
            continue;
        ++tally.compared;
        const auto [x, parameters] = place(point);
        const double ours = valueAt(derivative, x, parameters), distance = std::abs(ours - *slope);
        tally.notFinite += !std::isfinite(ours);
        if (!std::isfinite(ours) || distance <= 1e-4 * (1 + std::abs(*slope)))
            continue;
        ASSERT_TRUE(drowns(e, place, point, distance))
            << print(e) << "  '=>  " << print(derivative) << " at " << point << ": " << ours << ", " << *slope;
        ++tally.drowned;
    }
}

void expectAgreement(unsigned seed, const std::function<Result<Expr>(const Expr&)>& differentiated,
                     const Place& place)
{
    RandomExpression random(seed);
    Tally tally;
    for (int i = 0; i < 5'000 && !::testing::Test::HasFatalFailure(); ++i) {
        const Expr e = mildFormula(random, 1 + i % 5);
        const auto derivative = differentiated(e);
        ASSERT_TRUE(derivative) << print(e);
        compare(e, *derivative, place, tally);
    }
    EXPECT_GT(tally.compared, 5'000);
    EXPECT_LT(tally.notFinite, tally.compared / 200);
    EXPECT_LT(tally.drowned, tally.compared / 200);
}

TEST(DifferentiateProperties, agreesWithCentralDifferences)
{
    expectAgreement(21, differentiate, [](double x) { return std::pair(x, kParameters); });
}

TEST(DifferentiateProperties, agreesWithCentralDifferencesByAParameter)
{
    expectAgreement(
        22, [](const Expr& e) { return differentiateByParameter(e, "a"); },
        [](double a) {
            return std::pair(0.7182818, ReferenceValue::Parameters{{"a", a}, {"b", -1.25}});
        });
}

TEST(DifferentiateProperties, isSimple)
{
    RandomExpression random(23);
    for (int i = 0; i < 5'000; ++i) {
        const auto derivative = differentiate(mildFormula(random, 1 + i % 4));
        ASSERT_TRUE(derivative);
        ASSERT_EQ(simplify(*derivative), *derivative) << print(*derivative);
    }
}

}  // namespace

}  // namespace actlab::expr
