#include "core/analysis/nearest.hpp"

#include "core/activation/catalogue.hpp"
#include "tests/core/analysis/activation_of.hpp"
#include "tests/core/analysis/drawn.hpp"

#include <cmath>
#include <limits>

namespace actlab::analysis {
namespace {

using Members = std::vector<FamilyMember>;

constexpr std::size_t kAll = 1000;

activation::ActivationPtr calling(const std::string& formula)
{
    return activation::makeActivation({"test", formula, "", {}}, activation::catalogueLibrary()).value();
}

Members nearestTo(const std::string& formula, std::size_t most = 8)
{
    return nearestMembers(*calling(formula), {-4, 4}, {.most = most}).value();
}

double distanceOfFamily(const Members& members, const std::string& name)
{
    for (const FamilyMember& m : members)
        if (m.row->name() == name)
            return m.distance;
    return std::numeric_limits<double>::infinity();
}

TEST(Nearest, recognizesAFunctionAsItself)
{
    for (const std::string name :
         {"tanh", "sigmoid", "gelu", "elu", "relu", "silu", "mish", "softplus", "hardtanh"}) {
        const FamilyMember best = nearestTo(name + "(x)").front();
        EXPECT_EQ(best.formula, name + "(x)");
        EXPECT_LT(best.distance, 1e-9);
        EXPECT_LT(best.greatestDistance, 1e-8);
    }
}

TEST(Nearest, writesWhatAPersonWouldWrite)
{
    const std::string formula = "0.7*gelu(0.8*x - 0.3) + 0.1*x - 0.5";
    const FamilyMember best = nearestTo(formula).front();
    EXPECT_EQ(best.formula, formula);
    EXPECT_EQ(nearestTo("-2*tanh(x)").front().formula, "-2*tanh(x)");
    EXPECT_EQ(nearestTo("relu(x - 1)").front().formula, "relu(x - 1)");
}

TEST(Nearest, seesThroughDisguises)
{
    for (const std::string name : {"tanh", "gelu", "elu", "mish", "sine", "hardtanh"}) {
        const Members members = nearestTo("-1.3137*" + name + "(0.8717*x - 0.2931) + 0.3173*x - 0.5711", kAll);
        EXPECT_LT(members.front().distance, 1e-9) << name;
        EXPECT_LT(distanceOfFamily(members, activation::findInCatalogue(name)->name()), 1e-9) << name;
    }
}

TEST(Nearest, tellsFamiliesApartThatAreNotTheSame)
{
    EXPECT_LT(distanceOfFamily(nearestTo("tanh(x)", kAll), "Sigmoid"), 1e-9);
    EXPECT_LT(distanceOfFamily(nearestTo("leaky_relu(x)", kAll), "ReLU"), 1e-9);
    EXPECT_GT(distanceOfFamily(nearestTo("tanh(x)", kAll), "Erf"), 1e-5);
    EXPECT_GT(distanceOfFamily(nearestTo("gelu(x)", kAll), "SiLU"), 1e-4);
    EXPECT_GT(distanceOfFamily(nearestTo("elu(x)", kAll), "Softplus"), 1e-4);
}

TEST(Nearest, recognizesWhatAHandDrew)
{
    const auto points = drawn([](double x) { return std::tanh(x); }, -4, 4, 0.02);
    const auto members = nearestMembers(points).value();
    EXPECT_EQ(members.front().row->name(), "Tanh");
    EXPECT_LT(members.front().distance, 0.015);
    EXPECT_LE(members.front().formula.size(), std::string("1.02*tanh(0.98*x + 0.02) + 0.01*x + 0.01").size());
}

TEST(Nearest, ranksByDistance)
{
    const Members members = nearestTo("x*sigmoid(1.2*x) + 0.05*x^2");
    ASSERT_EQ(members.size(), 8U);
    for (std::size_t i = 0; i + 1 < members.size(); ++i)
        EXPECT_LT(members[i].distance, 1.06 * members[i + 1].distance);
}

TEST(Nearest, writesFormulasThatMeanTheMember)
{
    const std::vector<double> x{-3, -0.7, 0.1, 2.3};
    for (const FamilyMember& m : nearestTo("0.9*tanh(x) + 0.1*x", kAll)) {
        const auto values = calling(m.formula)->evaluate<double>(x, 0)[0];
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double f = m.row->evaluate<double>(std::vector{m.b * x[i] + m.c}, 0)[0][0];
            const double expected = m.a * f + m.d * x[i] + m.e;
            EXPECT_NEAR(values[i], expected, 1e-9 * (1 + std::abs(m.a))) << m.formula;
        }
    }
}

TEST(Nearest, takesNoCurvedFunctionForAStraightLine)
{
    const Members members = nearestTo("0.5*x + 1", kAll);
    ASSERT_EQ(members.size(), 1U);
    EXPECT_EQ(members.front().formula, "0.5*x + 1");
    EXPECT_EQ(nearestTo("2").front().formula, "2");
    for (const FamilyMember& m : nearestTo("tanh(x)", kAll))
        EXPECT_TRUE(m.row->name() == "Identity" || std::abs(m.b) * 8 > 0.99) << m.formula;
}

TEST(Nearest, stopsWhenAsked)
{
    std::stop_source source;
    source.request_stop();
    EXPECT_TRUE(nearestMembers(*calling("tanh(x)"), {-4, 4}, {.stop = source.get_token()}).value().empty());
}

TEST(Nearest, saysWhatIsWrongWithThePoints)
{
    EXPECT_FALSE(nearestMembers(std::vector<Point>{}));
    EXPECT_FALSE(nearestMembers(std::vector<Point>{{1, 1}}));
    EXPECT_FALSE(nearestMembers(std::vector<Point>{{1, 1}, {1, 2}}));
    EXPECT_FALSE(nearestMembers(std::vector<Point>{{1, 1}, {2, std::nan("")}}));
    EXPECT_FALSE(nearestMembers(*calling("log(x)"), {-4, 4}));
    EXPECT_TRUE(nearestMembers(std::vector<Point>{{1, 1}, {2, 2}}));
}

}  // namespace
}  // namespace actlab::analysis
