#include "core/expr/simplify.hpp"

#include "meaning_of.hpp"
#include "random_formulas.hpp"

#include <cmath>
#include <iostream>

namespace actlab::expr {

namespace {

TEST(SimplifyProperties, keepsTheValueWhereverAllPartsAreFinite)
{
    RandomExpression random(11);
    const int wanted = formulasWanted(10'000);
    int compared = 0, drowned = 0;
    double worst = 0;
    for (int i = 0; i < wanted; ++i) {
        const Expr e = mildFormula(random, 1 + i % 5), simple = simplify(e);
        for (const double x : {-2.5, -0.6180339887, 0.0, 0.3141592654, 1.0, 7.25}) {
            const auto before = finiteValueAt(e, x, kParameters);
            if (!before)
                continue;
            ++compared;
            const double after = valueAt(simple, x, kParameters);
            const double distance = std::isfinite(after) ? std::abs(*before - after) : HUGE_VAL;
            if (distance <= 1e-13 * std::abs(*before)) {
                worst = std::max(worst, distance == 0 ? 0 : distance / std::abs(*before));
                continue;
            }
            ASSERT_LE(distance, 4 * reachOfRounding(e, x, kParameters, *before))
                << print(e) << "  =>  " << print(simple) << " at " << x << ": " << *before << ", " << after;
            ++drowned;
        }
    }
    std::cout << wanted << " formulas, " << compared << " values, worst relative error " << worst << ", " << drowned
              << " drowned in rounding\n";
    EXPECT_GT(compared, wanted * 5 / 2);
    EXPECT_LT(drowned, compared / 500);
}

TEST(SimplifyProperties, hasNothingLeftToDoTheSecondTime)
{
    RandomExpression random(12);
    const int wanted = formulasWanted(10'000);
    for (int i = 0; i < wanted; ++i) {
        const Expr e = i % 2 == 0 ? random.value(1 + i % 5) : mildFormula(random, 1 + i % 5);
        const Expr once = simplify(e), twice = simplify(once);
        ASSERT_EQ(once, twice) << print(e) << "  =>  " << print(once) << "  =>  " << print(twice);
    }
}

TEST(SimplifyProperties, neverMakesAFormulaLarger)
{
    RandomExpression random(13);
    const int wanted = formulasWanted(5'000);
    for (int i = 0; i < wanted; ++i) {
        const Expr e = random.value(1 + i % 5);
        ASSERT_LE(simplify(e).node().treeSize, e.node().treeSize) << print(e);
    }
}

TEST(SimplifyProperties, writesWhatParsesBack)
{
    RandomExpression random(14);
    const int wanted = formulasWanted(5'000);
    for (int i = 0; i < wanted; ++i) {
        const Expr simple = simplify(random.value(1 + i % 4));
        ASSERT_EQ(meaningOf(print(simple)), simple);
    }
}

}  // namespace

}  // namespace actlab::expr
