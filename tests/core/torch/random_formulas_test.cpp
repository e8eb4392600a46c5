#include "core/torch/autograd_oracle.hpp"

#include "core/expr/printer.hpp"
#include "tests/core/expr/random_formulas.hpp"
#include "tests/core/torch/formulas.hpp"

#include <gtest/gtest.h>

#include <iostream>

namespace actlab::torch_room {
namespace {

constexpr double kPoints[] = {-2.7315, -0.6180339887, 0.3141592654, 1.4142135, 5.6789};

/// What came of comparing derivatives with autograd's.
struct Tally {
    int compared = 0, drowned = 0;
    int missing = 0;  ///< autograd's is finite, ours is not: 0 times the logarithm of a negative base
    double worst = 0;
};

/// Where a derivative is so badly conditioned that rounding alone moves it as far as `distance`, the two cannot
/// be told apart.
bool drowns(const expr::Expr& derivative, double x, double value, double distance)
{
    return distance <= 64 * expr::reachOfRounding(derivative, x, expr::kParameters, value);
}

void compare(const activation::Activation& f, Tally& tally)
{
    const auto ours = f.evaluate<double>(kPoints, 1)[1], theirs = evaluateByAutograd(f, kPoints)[1];
    for (std::size_t i = 0; i < std::size(kPoints); ++i) {
        if (!expr::finiteValueAt(f.value(), kPoints[i], expr::kParameters) || !std::isfinite(theirs[i]))
            continue;
        ++tally.compared;
        if (!std::isfinite(ours[i])) {
            ++tally.missing;
            continue;
        }
        const double error = testing::errorBetween(ours[i], theirs[i]);
        if (error <= 1e-9) {
            tally.worst = std::max(tally.worst, error);
            continue;
        }
        ASSERT_TRUE(drowns(f.trueDerivative(), kPoints[i], ours[i], std::abs(ours[i] - theirs[i])))
            << expr::print(f.value()) << "  '=>  " << expr::print(f.trueDerivative()) << " at " << kPoints[i] << ": "
            << ours[i] << ", autograd " << theirs[i];
        ++tally.drowned;
    }
}

/// nullptr where the formula is beyond the limits of the language.
activation::ActivationPtr drawn(expr::RandomExpression& random, int depth)
{
    const auto made = activation::makeActivation(
        {"drawn", expr::print(expr::mildFormula(random, depth)), "", {{"a", 0.75}, {"b", -1.25}}});
    return made ? *made : nullptr;
}

TEST(RandomFormulas, haveTheDerivativeThatAutogradFinds)
{
    expr::RandomExpression random(20'261'125);
    Tally tally;
    const int wanted = expr::formulasWanted(3'000);
    int made = 0;
    for (int i = 0; i < wanted && !HasFatalFailure(); ++i)
        if (const activation::ActivationPtr f = drawn(random, 1 + i % 5)) {
            ++made;
            compare(*f, tally);
        }
    std::cout << made << " formulas, " << tally.compared << " derivatives, worst relative error " << tally.worst
              << ", " << tally.drowned << " drowned in rounding, " << tally.missing << " missing\n";
    EXPECT_GT(made, wanted * 9 / 10);
    EXPECT_GT(tally.compared, made);
    EXPECT_LT(tally.drowned, tally.compared / 100);
    EXPECT_LT(tally.missing, tally.compared / 500);
}

}  // namespace
}  // namespace actlab::torch_room
