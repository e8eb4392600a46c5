#include "core/data/plane_formula.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace actlab::data {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

DataSpec formulaSpec(const std::string& formula, Task task)
{
    DataSpec spec;
    spec.name = "formula";
    spec.formula = formula;
    spec.task = task;
    return spec;
}

Dataset loadedFormula(const DataSpec& spec)
{
    auto data = load(spec);
    EXPECT_TRUE(data) << data.error().message;
    return data ? *std::move(data) : Dataset{};
}

std::string complaintAbout(const std::string& formula, Task task)
{
    const auto data = load(formulaSpec(formula, task));
    return data ? "" : data.error().field + ": " + data.error().message;
}

TEST(PlaneFormula, isClassOneWhereItIsTrue)
{
    const Dataset data = loadedFormula(formulaSpec("y > sin(3*x)", Task::Classification));
    EXPECT_THAT(data.classNames, ElementsAre("false", "true"));
    for (std::size_t row = 0; row < data.train.rows(); ++row) {
        const double x = data.train.inputs[2 * row], y = data.train.inputs[2 * row + 1];
        const bool isNearTheEdge = std::abs(y - std::sin(3 * x)) < 1e-4;  // decided before rounding to float
        EXPECT_TRUE(isNearTheEdge || (data.train.targets[row] == 1) == (y > std::sin(3 * x)));
    }
}

TEST(PlaneFormula, withoutYIsACurveWhereValuesAreAsked)
{
    const Dataset curve = loadedFormula(formulaSpec("x^2/9 + relu(x)", Task::Regression));
    EXPECT_THAT(curve.featureNames, ElementsAre("x"));
    for (std::size_t row = 0; row < curve.train.rows(); ++row) {
        const double x = curve.train.inputs[row];
        EXPECT_NEAR(curve.train.targets[row], x * x / 9 + std::max(x, 0.0), 1e-5);
    }
    EXPECT_EQ(loadedFormula(formulaSpec("x*y", Task::Regression)).train.features, 2u);
    EXPECT_EQ(loadedFormula(formulaSpec("x > 1", Task::Classification)).train.features, 2u);
}

TEST(PlaneFormula, givesAClassToEachOfItsValues)
{
    const Dataset data = loadedFormula(formulaSpec("floor(sqrt(x^2 + y^2)/2.9)", Task::Classification));
    EXPECT_THAT(data.classNames, ElementsAre("0", "1", "2"));
    EXPECT_EQ(data.classes, 3u);
}

TEST(PlaneFormula, leavesOutThePlacesWhereItHasNoValue)
{
    const Dataset data = loadedFormula(formulaSpec("log(x)", Task::Regression));
    EXPECT_EQ(data.train.rows() + data.test.rows(), 500u);
    for (const float x : data.train.inputs)
        EXPECT_GT(x, 0);
    EXPECT_THAT(complaintAbout("log(-1 - x^2)", Task::Regression), HasSubstr("at 0 of 25000 places"));
}

TEST(PlaneFormula, movesThePlaceThatIsJudgedByNoise)
{
    DataSpec spec = formulaSpec("x > 0", Task::Classification);
    spec.noise = 0.5;
    const Dataset data = loadedFormula(spec);
    std::size_t wrong = 0;
    for (std::size_t row = 0; row < data.train.rows(); ++row)
        wrong += (data.train.inputs[2 * row] > 0) != (data.train.targets[row] == 1) ? 1 : 0;
    EXPECT_GT(wrong, data.train.rows() / 20);
    EXPECT_LT(wrong, data.train.rows() / 4);
}

TEST(PlaneFormula, refusesWhatNeverVaries)
{
    EXPECT_THAT(complaintAbout("x > 100", Task::Classification), HasSubstr("formula: The formula never varies"));
    EXPECT_THAT(complaintAbout("7", Task::Regression), HasSubstr("it is 7 everywhere"));
    EXPECT_THAT(complaintAbout("x*y", Task::Classification), HasSubstr("task: The formula has more than 100"));
}

TEST(PlaneFormula, pointsAtOtherNamesThanXAndY)
{
    const auto formula = readPlaneFormula("y > a*x");
    ASSERT_FALSE(formula);
    EXPECT_EQ(formula.error().span, (expr::Span{4, 5}));
    EXPECT_THAT(complaintAbout("y > a*x", Task::Classification), HasSubstr("formula: `a` has no value here"));
    EXPECT_THAT(complaintAbout("", Task::Classification), HasSubstr("formula: "));
    EXPECT_EQ(readPlaneFormula("y > )").error().span.begin, 4u);
}

TEST(PlaneFormula, isGuessedByItsForm)
{
    EXPECT_EQ(guessTask(*readPlaneFormula("x > y and x < 2")), Task::Classification);
    EXPECT_EQ(guessTask(*readPlaneFormula("x + y")), Task::Regression);
}

TEST(PlaneFormula, givesTheSamePointsForTheSameSpec)
{
    DataSpec spec = formulaSpec("x*y", Task::Regression);
    spec.noise = 0.1;
    EXPECT_EQ(loadedFormula(spec).train.inputs, loadedFormula(spec).train.inputs);
    EXPECT_EQ(loadedFormula(spec).train.targets, loadedFormula(spec).train.targets);
}

}  // namespace
}  // namespace actlab::data
