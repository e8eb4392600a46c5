#include "core/analysis/sketch.hpp"

#include "core/analysis/breakpoints.hpp"
#include "tests/core/analysis/activation_of.hpp"
#include "tests/core/analysis/drawn.hpp"

#include <cmath>
#include <limits>

namespace actlab::analysis {
namespace {

using Curve = std::function<double(double)>;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double hardTanh(double x)
{
    return std::clamp(x, -1.0, 1.0);
}
double relu6(double x)
{
    return std::clamp(x, 0.0, 6.0);
}
double sigmoid(double x)
{
    return 1 / (1 + std::exp(-x));
}
double gelu(double x)
{
    return 0.5 * x * std::erfc(-x / std::sqrt(2));
}

Sketch sketched(std::span<const Point> points, const SketchSettings& settings)
{
    auto made = sketch(points, settings);
    if (!made)
        throw std::runtime_error(made.error());
    return *made;
}

activation::ActivationPtr made(const Sketch& sketch)
{
    return activationOf(sketch.definition.formula, sketch.definition.parameters);
}

/// Root mean square from a curve, over the drawn range.
double distanceFrom(const Curve& curve, const activation::Activation& activation, double low, double high)
{
    double squares = 0;
    std::vector<double> x;
    for (int i = 0; i < 500; ++i)
        x.push_back(low + (high - low) * (i + 0.5) / 500);
    const auto y = activation.evaluate<double>(x, 0)[0];
    for (std::size_t i = 0; i < x.size(); ++i)
        squares += (y[i] - curve(x[i])) * (y[i] - curve(x[i]));
    return std::sqrt(squares / 500);
}

/// The greatest step of value, slope or curvature at a knot, from one digit beside it to the other.
double greatestGap(const Sketch& sketch, int order)
{
    double gap = 0;
    for (const Point& knot : sketch.knots) {
        const std::vector<double> beside{std::nextafter(knot.x, -1e9), knot.x};
        const auto y = made(sketch)->evaluate<double>(beside, order)[static_cast<std::size_t>(order)];
        gap = std::max(gap, std::abs(y[0] - y[1]));
    }
    return gap;
}

struct Drawing {
    const char* name;
    Curve curve;
    double low, high, height;
    std::size_t knots[3];  ///< at most, for each form
};

const std::vector<Drawing>& drawings()
{
    static const std::vector<Drawing> drawings{{"hard tanh", hardTanh, -4, 4, 2, {4, 4, 6}},
                                               {"relu6", relu6, -4, 9, 6, {4, 6, 8}},
                                               {"sigmoid", sigmoid, -6, 6, 1, {6, 5, 5}},
                                               {"gelu", gelu, -4, 4, 4, {4, 5, 5}}};
    return drawings;
}

TEST(Sketch, findsKnownFunctionsUnderATremblingHand)
{
    for (const Drawing& d : drawings())
        for (const unsigned seed : {1U, 2U, 3U})
            for (const auto form : {SketchForm::Linear, SketchForm::MonotoneCubic, SketchForm::NaturalCubic}) {
                SCOPED_TRACE(std::string(d.name) + ", form " + std::to_string(static_cast<int>(form)));
                const auto points = drawn(d.curve, d.low, d.high, 0.01 * d.height, seed);
                const Sketch found = sketched(points, {.form = form});
                EXPECT_LE(found.knots.size(), d.knots[static_cast<int>(form)]) << found.definition.formula;
                EXPECT_LT(distanceFrom(d.curve, *made(found), d.low, d.high), 0.02 * d.height);
            }
}

TEST(Sketch, findsTheFormulaOfWhatWasDrawnExactly)
{
    EXPECT_EQ(sketched(drawn(relu6, -4, 9, 0), {}).definition.formula, "{x < 0: 0, x < 6: x, 6}");
    EXPECT_EQ(sketched(drawn([](double x) { return 0.5 * x + 1; }, -3, 3, 0.02), {}).definition.formula, "0.5*x + 1");
    EXPECT_EQ(sketched(drawn([](double) { return 2; }, -3, 3, 0), {}).definition.formula, "2");
}

TEST(Sketch, doesNotMindTheOrderOfThePoints)
{
    auto points = drawn(gelu, -4, 4, 0.02);
    const auto forward = sketched(points, {}).definition;
    std::ranges::reverse(points);
    EXPECT_LT(
        distanceFrom([&](double x) { return made(sketched(points, {}))->evaluate<double>(std::vector{x}, 0)[0][0]; },
                     *activationOf(forward.formula), -4, 4),
        1e-9);
}

TEST(Sketch, goesThroughClickedPoints)
{
    const std::vector<Point> clicked{{2, 1}, {-2, -1}, {0, 0.25}, {3.5, 0.5}};
    for (const auto form : {SketchForm::Linear, SketchForm::MonotoneCubic, SketchForm::NaturalCubic}) {
        const Sketch through = sketched(clicked, {.form = form, .pointsAreKnots = true});
        EXPECT_EQ(through.knots.size(), 4U);
        EXPECT_LT(through.greatestDistance, 1e-12);
        for (const Point& p : clicked)
            EXPECT_NEAR(made(through)->evaluate<double>(std::vector{p.x}, 0)[0][0], p.y, 1e-12);
    }
}

TEST(Sketch, goesOnStraightBeyondTheEnds)
{
    const std::vector<Point> clicked{{-1, 2}, {0, 0}, {1, 0.5}, {2, 3}};
    for (const auto form : {SketchForm::Linear, SketchForm::MonotoneCubic, SketchForm::NaturalCubic}) {
        const auto f = made(sketched(clicked, {.form = form, .pointsAreKnots = true}));
        const auto far = f->evaluate<double>(std::vector<double>{-100, -10, -1.001, 2.001, 10, 100}, 2);
        EXPECT_NEAR(far[1][0], far[1][2], 1e-12);
        EXPECT_NEAR(far[1][3], far[1][5], 1e-12);
        EXPECT_NEAR((far[0][1] - far[0][0]) / 90, far[1][1], 1e-12);
    }
}

/// Clicked points with numbers that are long.
std::vector<Point> randomPoints(unsigned seed, std::size_t count, bool rising)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> step(0.2, 1.5), value(-2, 2);
    std::vector<Point> points;
    for (Point p{-5, -2}; points.size() < count; p.x += step(random)) {
        p.y = rising ? p.y + std::max(value(random), 0.0) : value(random);
        points.push_back(p);
    }
    return points;
}

TEST(Sketch, joinsPiecesToTheLastDigits)
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        const auto points = randomPoints(seed, 9, false);
        const auto through = [&](SketchForm form) {
            return sketched(points, {.form = form, .pointsAreKnots = true});
        };
        EXPECT_LE(greatestGap(through(SketchForm::Linear), 0), 1e-12);
        EXPECT_LE(greatestGap(through(SketchForm::MonotoneCubic), 0), 1e-12);
        EXPECT_LE(greatestGap(through(SketchForm::MonotoneCubic), 1), 1e-12);
        EXPECT_LE(greatestGap(through(SketchForm::NaturalCubic), 1), 1e-12);
        EXPECT_LE(greatestGap(through(SketchForm::NaturalCubic), 2), 1e-11);
    }
}

TEST(Sketch, makesSplinesWithoutAKinkAndNaturalOnesWithoutABreakInCurvature)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto points = randomPoints(seed, 7, false);
        const auto joins = [&](SketchForm form) {
            const auto f = made(sketched(points, {.form = form, .pointsAreKnots = true}));
            return findBreakpoints(*f, {-6, 12}).points;
        };
        for (const Breakpoint& join : joins(SketchForm::MonotoneCubic))
            EXPECT_EQ(join.join, Join::C1) << "at " << join.x << ", seed " << seed;
        EXPECT_TRUE(joins(SketchForm::NaturalCubic).empty()) << "seed " << seed;
    }
}

TEST(Sketch, keepsWhatOnlyRisesRising)
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        const auto points = randomPoints(seed, 12, true);
        const auto f = made(sketched(points, {.form = SketchForm::MonotoneCubic, .pointsAreKnots = true}));
        std::vector<double> x;
        for (double at = -6; at < points.back().x + 1; at += 0.01)
            x.push_back(at);
        const auto values = f->evaluate<double>(x, 1);
        for (const double slope : values[1])
            EXPECT_GE(slope, -1e-12) << "seed " << seed;
    }
}

TEST(Sketch, offersTheValuesAtTheKnotsAsLearnableParameters)
{
    const std::vector<Point> clicked{{-2, -1}, {0, 0.25}, {1.5, 1}, {3.5, 0.5}};
    const Sketch through = sketched(clicked, {.pointsAreKnots = true, .learnableValues = true});
    const auto f = made(through);
    ASSERT_EQ(f->parameters().size(), 4U);
    for (std::size_t i = 0; i < clicked.size(); ++i) {
        const auto& parameter = through.definition.parameters[i];
        EXPECT_EQ(parameter.name, "y" + std::to_string(i));
        EXPECT_TRUE(parameter.learnable);
        EXPECT_LT(parameter.minimum, clicked[i].y);
        EXPECT_GT(parameter.maximum, clicked[i].y);
        EXPECT_NEAR(f->evaluate<double>(std::vector{clicked[i].x}, 0)[0][0], clicked[i].y, 1e-12);
    }
    const auto moved = f->withValue("y2", 3);
    EXPECT_NEAR(moved->evaluate<double>(std::vector{1.5}, 0)[0][0], 3, 1e-12);
    EXPECT_NEAR(moved->evaluate<double>(std::vector{0.0}, 0)[0][0], 0.25, 1e-12);
}

TEST(Sketch, makesFormulasThatCanBeReadOfAsManyKnotsAsItAllows)
{
    for (const auto form : {SketchForm::Linear, SketchForm::MonotoneCubic, SketchForm::NaturalCubic}) {
        const auto points = randomPoints(5, mostKnotsOf(form), false);
        EXPECT_NO_THROW(made(sketched(points, {.form = form, .pointsAreKnots = true})));
        const auto tooMany = randomPoints(5, mostKnotsOf(form) + 1, false);
        const auto refused = sketch(tooMany, {.form = form, .pointsAreKnots = true});
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().find("more than " + std::to_string(mostKnotsOf(form))), std::string::npos);
    }
}

TEST(Sketch, saysWhatIsWrongWithThePoints)
{
    const auto error = [](const std::vector<Point>& points, bool clicked) {
        const auto made = sketch(points, {.pointsAreKnots = clicked});
        return made ? std::string("none") : made.error();
    };
    for (const bool clicked : {true, false}) {
        EXPECT_EQ(error({}, clicked), "Two points are needed at least.");
        EXPECT_EQ(error({{1, 1}}, clicked), "Two points are needed at least.");
        EXPECT_EQ(error({{1, 1}, {2, kNan}}, clicked), "A point has a coordinate that is not a finite number.");
        EXPECT_EQ(error({{1, 1}, {INFINITY, 0}}, clicked), "A point has a coordinate that is not a finite number.");
        EXPECT_EQ(error({{1, 1}, {1e12, 0}}, clicked), "A point is farther out than 1e9.");
        EXPECT_EQ(error({{1, 0}, {1, 1}, {1, 2}}, clicked),
                  "All points have the same x: a function has one value there. Draw from left to right.");
    }
    EXPECT_EQ(error({{0, 0}, {1, 0}, {1, 2}}, true), "Two points have the same x: a function has one value there.");
    EXPECT_EQ(error({{0, 0}, {1, 0}, {1, 2}}, false), "none");
    EXPECT_EQ(error({{0, 0}, {1, 1}, {1, 1}}, true), "none");
}

TEST(Sketch, refusesLearnableValuesWhereTheyCannotBe)
{
    const auto points = randomPoints(1, 17, false);
    const auto many = sketch(points, {.pointsAreKnots = true, .learnableValues = true});
    ASSERT_FALSE(many);
    EXPECT_NE(many.error().find("more than 16"), std::string::npos);
    EXPECT_FALSE(sketch(points, {.form = SketchForm::NaturalCubic, .learnableValues = true}));
}

}  // namespace
}  // namespace actlab::analysis
