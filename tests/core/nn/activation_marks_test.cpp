#include "core/nn/activation_marks.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

activation::ActivationPtr mine(const std::string& formula, const std::string& gradient)
{
    return activation::makeActivation({"mine", formula, gradient, {}}).value();
}

TEST(ActivationMarks, tellOneGradientOfAFormulaFromAnother)
{
    const auto marks = activationMarks(*mine("x^2", ""), *mine("x^2", "x"), {});
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].from, "x^2");
    EXPECT_EQ(marks[0].to, "x^2, f' = x");
    EXPECT_TRUE(activationMarks(*mine("x^2", "x"), *mine("x^2", "x"), {}).empty());
}

TEST(ActivationMarks, ofAGradientThatIsTakenBackBeforeAStepGo)
{
    std::vector<Mark> marks;
    addMark(marks, activationMarks(*mine("x^2", ""), *mine("x^2", "x"), {})[0]);
    addMark(marks, activationMarks(*mine("x^2", "x"), *mine("x^2", ""), {})[0]);
    EXPECT_TRUE(marks.empty());
}

}  // namespace
}  // namespace actlab::nn
