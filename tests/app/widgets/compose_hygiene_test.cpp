#include "app/widgets/compose_hygiene.hpp"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

class ComposeHygieneTest : public ::testing::Test {
protected:
    void write(const QString& formula)
    {
        model.setFormula(formula);
        workspace.endGesture();
    }
    bool appears() const
    {
        return QTest::qWaitFor([this] { return view.isVisible(); }, 2000);
    }
    bool vanishes() const
    {
        return QTest::qWaitFor([this] { return !view.isVisible(); }, 2000);
    }
    QString words() const { return view.findChild<QLabel*>("compose-hygiene")->text(); }
    QPushButton& button() const { return *view.findChild<QPushButton*>("compose-rewrite"); }

    models::WorkspaceModel workspace;
    models::ComposeModel model{workspace};
    ComposeHygiene view{model};
};

TEST_F(ComposeHygieneTest, saysWhatBreaksWhereAndTheStableForm)
{
    write("2*log(1 + exp(x))");
    ASSERT_TRUE(appears());
    EXPECT_TRUE(words().contains("log(1 + exp(x))")) << words().toStdString();
    EXPECT_TRUE(words().contains("is not finite in float32 where x &gt; 88.7")) << words().toStdString();
    EXPECT_TRUE(words().contains("softplus(x")) << words().toStdString();
    EXPECT_TRUE(words().contains("places both agree to")) << words().toStdString();
}

TEST_F(ComposeHygieneTest, rewritesInOneStepToUndoAndGoes)
{
    write("2*log(1 + exp(x))");
    ASSERT_TRUE(appears());
    const int before = workspace.undoStack().count();
    button().click();
    EXPECT_EQ(model.formula(), "2*softplus(x, threshold=40)");
    EXPECT_EQ(workspace.undoStack().count(), before + 1);
    EXPECT_TRUE(vanishes());
    workspace.undo();
    EXPECT_EQ(model.formula(), "2*log(1 + exp(x))");
    EXPECT_TRUE(appears());
    workspace.redo();
    EXPECT_EQ(model.formula(), "2*softplus(x, threshold=40)");
    EXPECT_TRUE(vanishes());
}

TEST_F(ComposeHygieneTest, doesNotLookWhileAHandIsTyping)
{
    write("log(1 + exp(x))");
    EXPECT_FALSE(view.isVisible());
    ASSERT_TRUE(appears());
    write("log(1 + exp(2*x))");
    EXPECT_FALSE(button().isEnabled());
    EXPECT_TRUE(QTest::qWaitFor([this] { return button().isEnabled(); }, 2000));
    EXPECT_TRUE(words().contains("exp(2*x)"));
}

TEST_F(ComposeHygieneTest, isSilentOverStableAndWrongFormulas)
{
    write("log(1 + exp(x))");
    ASSERT_TRUE(appears());
    write("log(1 + exp(x)) +");
    EXPECT_TRUE(vanishes());
    write("exp(x) - 1");
    ASSERT_TRUE(appears());
    EXPECT_TRUE(words().contains("loses its digits")) << words().toStdString();
    write("expm1(x)");
    EXPECT_TRUE(vanishes());
}

TEST_F(ComposeHygieneTest, countsTheOtherParts)
{
    write("{x > 0: x, exp(x) - 1} + log(1 + exp(x))");
    ASSERT_TRUE(appears());
    EXPECT_TRUE(words().contains("And 1 more.")) << words().toStdString();
}

}  // namespace
}  // namespace actlab::widgets
