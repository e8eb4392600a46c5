#include "core/activation/activation.hpp"

#include "core/activation/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace actlab::activation {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> remarksOn(std::string formula, std::vector<Parameter> parameters = {})
{
    const auto made = makeActivation(Definition{"mine", std::move(formula), "", std::move(parameters)});
    return made ? remarks(**made) : std::vector<std::string>{made.error().message};
}

TEST(Remarks, areEmptyForAnOrdinaryActivation)
{
    EXPECT_THAT(remarksOn("x*tanh(a*x)", {{.name = "a", .learnable = true}}), IsEmpty());
}

TEST(Remarks, nameAFormulaWithoutX)
{
    EXPECT_THAT(remarksOn("1 + a"), ElementsAre(HasSubstr("does not contain x")));
}

TEST(Remarks, nameAFunctionThatIsConstant)
{
    EXPECT_THAT(remarksOn("0*x + 2"), ElementsAre(HasSubstr("same everywhere")));
    EXPECT_THAT(remarksOn("x - x"), ElementsAre(HasSubstr("same everywhere")));
}

TEST(Remarks, nameAGradientThatIsZeroEverywhere)
{
    EXPECT_THAT(remarksOn("{x > 0: 1, 0}"), ElementsAre(HasSubstr("gradient is 0")));
    EXPECT_THAT(remarksOn("floor(x)"), ElementsAre(HasSubstr("gradient is 0")));
}

TEST(Remarks, nameAPlaceWithoutValue)
{
    EXPECT_THAT(remarksOn("log(x + 1)"), ElementsAre(HasSubstr("x = -1.")));
    EXPECT_THAT(remarksOn("{x < 0: x}"), ElementsAre(HasSubstr("x = 0.")));
    EXPECT_THAT(remarksOn("1/x"), ElementsAre(HasSubstr("x = 0.")));
}

TEST(Remarks, nameALearnableParameterThatChangesNothing)
{
    EXPECT_THAT(remarksOn("x + 0*a", {{.name = "a", .learnable = true}}), ElementsAre(HasSubstr("parameter a")));
}

TEST(Remarks, areMadeOnNoCatalogueFunctionButTheTwoSteps)
{
    for (const ActivationPtr& f : catalogue()) {
        const bool isStep = f->name() == "Binary step" || f->name() == "Sign";
        EXPECT_EQ(remarks(*f).size(), isStep ? 1U : 0U) << f->name();
    }
}

}  // namespace
}  // namespace actlab::activation
