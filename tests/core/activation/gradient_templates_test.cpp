#include "core/activation/gradient_templates.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace actlab::activation {
namespace {

const GradientTemplate& named(std::string_view name)
{
    return *std::ranges::find(gradientTemplates(), name, &GradientTemplate::name);
}

const Definition kStep{"step", "{x > 0: 1, 0}", "", {}};

double slopeOf(const Definition& definition, double x)
{
    return (*makeActivation(definition))->evaluate<double>(std::vector{x}, 1)[1][0];
}

TEST(GradientTemplates, eachMakesAnActivationOfAnyFunction)
{
    for (const char* formula : {"{x > 0: 1, 0}", "sign(x)", "x^2", "gelu(x)", "a*tanh(x)"})
        for (const GradientTemplate& gradient : gradientTemplates()) {
            const Definition changed = withGradient({"f", formula, "", {}}, gradient);
            EXPECT_FALSE(changed.gradient.empty()) << formula << ", " << gradient.name;
            EXPECT_TRUE(makeActivation(changed));
        }
}

TEST(GradientTemplates, surrogatesOfAStepHaveItsArea)
{
    for (const char* name : {"Sigmoid", "Triangle", "Arctan"}) {
        const auto surrogate = *makeActivation(withGradient(kStep, named(name)));
        ASSERT_EQ(surrogate->parameters().size(), 1U);
        for (const double width : {0.5, 1.0, 2.0}) {
            double area = 0;
            for (double x = -2000; x < 2000; x += 0.01)
                area +=
                    0.01 * surrogate->withValue("width", width)->evaluate<double>(std::vector{x + 0.005}, 1)[1][0];
            EXPECT_NEAR(area, 1, 1e-3) << name << " of width " << width;
        }
    }
}

TEST(GradientTemplates, straightThroughPassesAll)
{
    EXPECT_EQ(slopeOf(withGradient(kStep, named("Straight-through")), 7), 1);
    EXPECT_EQ(slopeOf(withGradient(kStep, named("Straight-through inside ±1")), 1), 1);
    EXPECT_EQ(slopeOf(withGradient(kStep, named("Straight-through inside ±1")), 1.01), 0);
}

TEST(GradientTemplates, clippingLimitsTheTrueDerivative)
{
    const Definition clipped = withGradient({"f", "x^2", "1", {}}, named("Clipped"));
    EXPECT_EQ(slopeOf(clipped, 0.25), 0.5);
    EXPECT_EQ(slopeOf(clipped, 3), 1);
    EXPECT_EQ(slopeOf(clipped, -3), -1);
}

TEST(GradientTemplates, keepAParameterThatIsThere)
{
    const Definition before{"f", "width*x", "", {{.name = "width", .value = 3}}};
    EXPECT_EQ(withGradient(before, named("Triangle")).parameters, before.parameters);
}

TEST(GradientTemplates, changeNothingOfAWrongFormula)
{
    const Definition wrong{"f", "x +", "", {}};
    EXPECT_EQ(withGradient(wrong, named("Straight-through")), wrong);
}

}  // namespace
}  // namespace actlab::activation
