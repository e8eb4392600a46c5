#include "app/widgets/curve_thinning.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace actlab::widgets {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

Polyline sampled(double (*f)(double), int points)
{
    Polyline line;
    for (int i = 0; i < points; ++i) {
        line.x.push_back(-6 + 12.0 * i / (points - 1));
        line.y.push_back(f(line.x.back()));
    }
    return line;
}

double heightOf(const Polyline& line, double x)
{
    const auto right = std::max<qsizetype>(1, std::lower_bound(line.x.begin(), line.x.end(), x) - line.x.begin());
    const double share = (x - line.x[right - 1]) / (line.x[right] - line.x[right - 1]);
    return line.y[right - 1] + share * (line.y[right] - line.y[right - 1]);
}

}  // namespace

TEST(CurveThinning, keepsAStraightLineByItsEnds)
{
    EXPECT_EQ(thinned(sampled([](double x) { return 2 * x; }, 1000), 0.001).x, (QVector<double>{-6, 6}));
}

TEST(CurveThinning, staysWithinTheToleranceOfEveryPoint)
{
    const Polyline line = sampled([](double x) { return std::sin(3 * x) + std::tanh(x); }, 1000);
    const Polyline few = thinned(line, 0.001);
    EXPECT_LT(few.x.size(), 400);
    for (qsizetype i = 0; i < line.x.size(); ++i)
        EXPECT_NEAR(heightOf(few, line.x[i]), line.y[i], 0.0011) << line.x[i];
}

TEST(CurveThinning, keepsCorners)
{
    const Polyline few = thinned(sampled([](double x) { return std::abs(x); }, 1001), 0.0001);
    EXPECT_EQ(few.x, (QVector<double>{-6, 0, 6}));
}

TEST(CurveThinning, keepsGapsAndTheirEdges)
{
    const Polyline line{{0, 1, 2, 3, 3, 3, 4, 5}, {0, 0, 0, 0, kNan, 1, 1, 1}};
    const Polyline few = thinned(line, 0.01);
    ASSERT_EQ(few.x, (QVector<double>{0, 3, 3, 3, 5}));
    EXPECT_TRUE(std::isnan(few.y[2]));
    EXPECT_EQ(few.y[1], 0);
    EXPECT_EQ(few.y[3], 1);
}

TEST(CurveThinning, keepsAStepStraightUp)
{
    const Polyline line{{0, 1, 1, 2}, {0, 0, 5, 5}};
    EXPECT_EQ(thinned(line, 0.01).y, (QVector<double>{0, 0, 5, 5}));
}

TEST(CurveThinning, standsLinesOfNoAndOnePoint)
{
    EXPECT_TRUE(thinned({}, 0.1).x.isEmpty());
    EXPECT_EQ(thinned({{1}, {2}}, 0.1).y, QVector<double>{2});
}

}  // namespace actlab::widgets
