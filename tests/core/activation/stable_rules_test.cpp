#include "core/activation/stable_rules.hpp"

#include "core/activation/activation.hpp"
#include "core/activation/rule_text.hpp"
#include "core/activation/stabilize.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace actlab::activation {
namespace {

/// A side of a rule as a function of x: u is x, v a number that is no special case.
ActivationPtr functionOf(std::string_view side)
{
    const expr::Bindings meaning{{"u", expr::variable()}, {"v", expr::number(0.75)}};
    const auto made = makeActivation({"side", spelledOut(side, meaning, ""), "", {}});
    EXPECT_TRUE(made) << side << (made ? "" : ": " + made.error().message);
    return made ? *made : nullptr;
}

double relativeDifference(double a, double b)
{
    return std::abs(a - b) / std::max(std::abs(a), std::abs(b));
}

TEST(StableRules, bothSidesAreEqualWhereTheFirstIsSound)
{
    for (const StableRule& rule : stableRules()) {
        if (rule.stable.empty())
            continue;
        const auto unstable = functionOf(rule.unstable), stable = functionOf(rule.stable);
        for (const double x : {-0.9, -0.6, -0.3, 0.2, 0.5, 0.8, 1.7, 3.0}) {
            const auto a = unstable->evaluate<double>(std::vector{x}, 1),
                       b = stable->evaluate<double>(std::vector{x}, 1);
            for (int order = 0; order < 2 && std::isfinite(a[0][0]); ++order)
                EXPECT_LT(relativeDifference(a[order][0], b[order][0]), 1e-11)
                    << rule.unstable << " and " << rule.stable << " at " << x << ", order " << order;
        }
    }
}

template <class T>
void expectSoundWhereDefined(const StableRule& rule)
{
    const auto stable = functionOf(rule.stable);
    for (const double size : {1e-30, 1e-5, 1.0, 17.0, 50.0, 89.0, 104.0, 710.0, 1e4})
        for (const double x : {size, -size}) {
            const auto y = stable->evaluate<T>(std::vector{static_cast<T>(x)}, 1);
            const double exact = stable->evaluate<double>(std::vector{x}, 0)[0][0];
            if (std::abs(exact) < 0.1 * std::numeric_limits<T>::max()) {
                EXPECT_TRUE(std::isfinite(y[0][0]) && !std::isnan(y[1][0]))
                    << rule.stable << " at " << x << ": " << y[0][0] << ", slope " << y[1][0];
            }
        }
}

TEST(StableRules, theSecondSideIsSoundInSingleAndDoublePrecision)
{
    for (const StableRule& rule : stableRules())
        if (!rule.stable.empty()) {
            expectSoundWhereDefined<float>(rule);
            expectSoundWhereDefined<double>(rule);
        }
}

TEST(StableRules, everyRuleIsReached)
{
    for (const StableRule& rule : stableRules()) {
        const expr::Bindings meaning{{"u", expr::variable()}, {"v", expr::number(0.75)}};
        const auto found = stabilize(spelledOut(rule.unstable, meaning, ""));
        EXPECT_EQ(found.has_value(), !rule.stable.empty()) << rule.unstable;
        EXPECT_EQ(found ? found->rewrites.size() : 1, 1U) << rule.unstable;
    }
}

}  // namespace
}  // namespace actlab::activation
