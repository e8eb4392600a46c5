#include "core/analysis/roots.hpp"

#include <cmath>
#include <gmock/gmock.h>

namespace actlab::analysis {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<double> roots(const Function& value, const Function& slope, std::size_t most = 100)
{
    std::vector<double> x, y;
    for (int i = 0; i <= 100; ++i) {
        x.push_back(-6.03 + 12.1 * i / 100);
        y.push_back(value(x.back()));
    }
    return rootsOf({value, slope, x, y}, most);
}

TEST(Roots, areExactToTheLastDigit)
{
    EXPECT_THAT(roots([](double x) { return x * x * x - 2; }, [](double x) { return 3 * x * x; }),
                ElementsAre(DoubleEq(std::cbrt(2.0))));
}

TEST(Roots, areFoundWhereTheFunctionOnlyTouchesZero)
{
    const auto found = roots([](double x) { return (x - 0.7) * (x - 0.7); }, [](double x) { return 2 * (x - 0.7); });
    EXPECT_THAT(found, ElementsAre(DoubleEq(0.7)));
}

TEST(Roots, areFoundTwiceBetweenTwoSamples)
{
    const auto value = [](double x) { return (x - 0.7) * (x - 0.7) - 1e-8; };
    EXPECT_THAT(roots(value, [](double x) { return 2 * (x - 0.7); }),
                ElementsAre(testing::DoubleNear(0.6999, 1e-12), testing::DoubleNear(0.7001, 1e-12)));
}

TEST(Roots, areNotSeenWhereTheFunctionStaysAboveZero)
{
    EXPECT_THAT(roots([](double x) { return x * x + 1e-3; }, [](double x) { return 2 * x; }), IsEmpty());
}

TEST(Roots, areTheEndsOfAStretchOfZeros)
{
    const auto value = [](double x) { return x < 1 ? x - 1 : x > 2 ? x - 2 : 0; };
    EXPECT_THAT(roots(value, [](double) { return 1; }), ElementsAre(DoubleEq(1), DoubleEq(2)));
}

TEST(Roots, areInTheMiddleWhereRoundingMakesZerosAroundThem)
{
    const auto value = [](double x) { return x - 1.1 - std::sin(x - 1.1); };
    const auto found = roots(value, [](double x) { return 1 - std::cos(x - 1.1); });
    EXPECT_THAT(found, ElementsAre(testing::DoubleNear(1.1, 1e-6)));
}

TEST(Roots, passOverWhatIsNotANumber)
{
    EXPECT_THAT(roots([](double x) { return std::sqrt(x) - 1; }, [](double) { return 1; }), ElementsAre(DoubleEq(1)));
}

TEST(Roots, endAtTheMostThatAreWanted)
{
    const auto found =
        roots([](double x) { return std::sin(9 * x); }, [](double x) { return 9 * std::cos(9 * x); }, 5);
    EXPECT_THAT(found, SizeIs(5));
}

}  // namespace
}  // namespace actlab::analysis
