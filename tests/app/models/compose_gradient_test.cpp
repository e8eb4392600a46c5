#include "app/models/compose_model.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

class ComposeGradientTest : public ::testing::Test {
protected:
    void write(const char* formula)
    {
        model.setFormula(formula);
        workspace.endGesture();
    }
    void take(std::string_view name)
    {
        const auto all = activation::gradientTemplates();
        model.takeGradient(*std::ranges::find(all, name, &activation::GradientTemplate::name));
    }
    double slopeAt(double x) const { return model.activation()->evaluate<double>(std::vector{x}, 1)[1][0]; }

    WorkspaceModel workspace;
    ComposeModel model{workspace};
};

TEST_F(ComposeGradientTest, typingAGradientIsOneStepToUndo)
{
    write("{x > 0: 1, 0}");
    const int before = workspace.undoStack().count();
    for (const char* text : {"1", "1/", "1/2"})
        model.setGradient(text);
    EXPECT_EQ(workspace.undoStack().count(), before + 1);
    EXPECT_EQ(slopeAt(7), 0.5);
    workspace.undo();
    EXPECT_EQ(model.gradient(), "");
    EXPECT_EQ(slopeAt(7), 0);
    workspace.redo();
    EXPECT_EQ(model.gradient(), "1/2");
}

TEST_F(ComposeGradientTest, onlySpacesAreNoGradient)
{
    write("x^2");
    model.setGradient("1");
    model.setGradient("  ");
    EXPECT_EQ(model.gradient(), "");
    EXPECT_FALSE(model.gradientError());
    EXPECT_EQ(slopeAt(3), 6);
}

TEST_F(ComposeGradientTest, aTemplateBringsItsParameterInTheSameStep)
{
    write("{x > 0: 1, 0}");
    take("Triangle");
    EXPECT_EQ(slopeAt(0.5), 0.5);
    model.setParameter("width", 2);
    EXPECT_EQ(slopeAt(0.5), 0.375);
    workspace.undo();
    workspace.undo();
    EXPECT_EQ(model.gradient(), "");
    EXPECT_TRUE(model.definition().parameters.empty());
}

TEST_F(ComposeGradientTest, aTemplateWorksUnderAnyNameAndOverAWrongGradient)
{
    write("x^2");
    model.setName("");
    model.setGradient("1 +");
    take("Clipped");
    EXPECT_FALSE(model.gradientError());
    EXPECT_EQ(slopeAt(3), 1);
    EXPECT_EQ(slopeAt(0.25), 0.5);
}

TEST_F(ComposeGradientTest, noTemplateForAWrongFormula)
{
    write("x +");
    take("Triangle");
    EXPECT_EQ(model.gradient(), "");
}

TEST_F(ComposeGradientTest, aStableSpellingIsOneStepToUndo)
{
    write("2*log(1 + exp(x))");
    ASSERT_TRUE(model.stableProposal());
    model.rewriteStably();
    EXPECT_EQ(model.formula(), "2*softplus(x, threshold=40)");
    EXPECT_FALSE(model.stableProposal());
    workspace.undo();
    EXPECT_EQ(model.formula(), "2*log(1 + exp(x))");
}

TEST_F(ComposeGradientTest, nothingStableIsProposedForAWrongFormula)
{
    write("log(1 + exp(x))");
    write("log(1 + exp(x)) +");
    EXPECT_FALSE(model.stableProposal());
    model.rewriteStably();
    EXPECT_EQ(model.formula(), "log(1 + exp(x)) +");
}

}  // namespace
}  // namespace actlab::models
