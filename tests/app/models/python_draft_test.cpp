#include "app/models/python_draft.hpp"

#include "app/models/compose_model.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

class PythonDraftTest : public ::testing::Test {
protected:
    PythonDraftTest()
    {
        model.setFormula("x + a");
        model.setName("mine");
        model.setParameter("a", 3);
        workspace.endGesture();
    }
    void take(const QString& python, bool withGradient)
    {
        const PythonReading reading = readPython(python);
        ASSERT_FALSE(reading.functions.empty());
        takeIntoDraft(workspace, reading.functions.front(), withGradient);
    }

    WorkspaceModel workspace;
    ComposeModel model{workspace};
    const QString jump = "def jump(x, k=2.0):\n    return (x > 0).float()\n"
                         "def jump_grad(x, k=2.0):\n    return k * torch.exp(-x * x)\n";
};

TEST_F(PythonDraftTest, takesFormulaNameParametersAndGradientInOneStep)
{
    const activation::Definition before = model.definition();
    const int steps = workspace.undoStack().count();
    take(jump, true);
    EXPECT_EQ(workspace.undoStack().count(), steps + 1);
    EXPECT_EQ(model.name(), "jump");
    EXPECT_TRUE(model.isRight());
    EXPECT_FALSE(model.gradient().isEmpty());
    ASSERT_EQ(model.definition().parameters.size(), 1U);
    EXPECT_EQ(model.definition().parameters.front().value, 2);
    workspace.undo();
    EXPECT_EQ(model.definition(), before);
    workspace.redo();
    EXPECT_EQ(model.name(), "jump");
}

TEST_F(PythonDraftTest, leavesTheGradientAndItsParametersOutOnRequest)
{
    take(jump, false);
    EXPECT_EQ(model.gradient(), "");
    EXPECT_TRUE(model.definition().parameters.empty());
}

TEST_F(PythonDraftTest, leavesTheCatalogueItsNames)
{
    take("def mish(x): return x * torch.tanh(F.softplus(x))", true);
    EXPECT_EQ(model.name(), "My mish");
    EXPECT_TRUE(model.canBeAdded());
}

TEST_F(PythonDraftTest, endsTheGestureBefore)
{
    model.setFormula("x + a + 1");
    take("def f(x): return x", true);
    workspace.undo();
    EXPECT_EQ(model.formula(), "x + a + 1");
}

}  // namespace
}  // namespace actlab::models
