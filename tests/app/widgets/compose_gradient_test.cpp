#include "app/widgets/compose_gradient.hpp"

#include "app/widgets/formula_field.hpp"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

class ComposeGradientViewTest : public ::testing::Test {
protected:
    ComposeGradientViewTest()
    {
        QSettings().remove("compose/gradient-open");
        model.setFormula("{x > 0: 1, 0}");
        workspace.endGesture();
        view.emplace(model);
        view->resize(320, 300);
        view->show();
    }

    template <class Widget>
    Widget& find(const char* name) const
    {
        return *view->findChild<Widget*>(name);
    }
    void open() const { find<QToolButton>("compose-gradient-open").click(); }
    FormulaField& field() const { return find<FormulaField>("compose-gradient"); }
    QString message() const { return find<QLabel>("compose-gradient-message").text(); }
    void take(const QString& name) const
    {
        for (QAction* action : find<QPushButton>("compose-gradient-templates").menu()->actions())
            if (action->text() == name)
                action->trigger();
    }

    models::WorkspaceModel workspace;
    models::ComposeModel model{workspace};
    std::optional<ComposeGradient> view;
};

TEST_F(ComposeGradientViewTest, isClosedUntilWantedAndRemembersThat)
{
    EXPECT_FALSE(field().isVisible());
    open();
    EXPECT_TRUE(field().isVisible());
    view.emplace(model).show();
    EXPECT_TRUE(field().isVisible());
    open();
    EXPECT_FALSE(field().isVisible());
}

TEST_F(ComposeGradientViewTest, typingIsOneStepAndSaysWhereItDiffers)
{
    open();
    QTest::keyClicks(&field(), "{abs(x) < 1: 1, 0}");
    EXPECT_EQ(model.gradient(), "{abs(x) < 1: 1, 0}");
    EXPECT_EQ(message(), "Differs from the true derivative: −1 < x < 1.");
    workspace.undo();
    EXPECT_EQ(field().toPlainText(), "");
    EXPECT_FALSE(find<QPushButton>("compose-gradient-true").isEnabled());
    workspace.redo();
    EXPECT_EQ(field().toPlainText(), "{abs(x) < 1: 1, 0}");
}

TEST_F(ComposeGradientViewTest, mendsWhatIsWrongOnAClick)
{
    open();
    QTest::keyClicks(&field(), "1 + tnh(x)");
    auto& label = find<QLabel>("compose-gradient-message");
    ASSERT_TRUE(message().contains("<a href=\"fix\">")) << message().toStdString();
    EXPECT_TRUE(label.textInteractionFlags() & Qt::LinksAccessibleByMouse);
    Q_EMIT label.linkActivated("fix");
    EXPECT_EQ(field().toPlainText(), "1 + tanh(x)");
    workspace.undo();
    EXPECT_EQ(field().toPlainText(), "1 + tnh(x)");
}

TEST_F(ComposeGradientViewTest, marksWhatIsWrongInItAndNotInTheFormula)
{
    open();
    QTest::keyClicks(&field(), "1 + tnh(x)");
    EXPECT_TRUE(message().contains("There is no function")) << message().toStdString();
    EXPECT_GT(field().underlinedAt(), 0);
    EXPECT_FALSE(model.error());
    field().selectAll();
    QTest::keyClicks(&field(), "1");
    EXPECT_EQ(field().underlinedAt(), 0);
    EXPECT_EQ(message(), "Differs from the true derivative: everywhere.");
}

TEST_F(ComposeGradientViewTest, takesATemplateAndGoesBackToTheTrueDerivative)
{
    open();
    take("Triangle");
    const QString triangle = field().toPlainText();
    EXPECT_TRUE(triangle.contains("width")) << triangle.toStdString();
    EXPECT_EQ(model.activation()->parameters().size(), 1U);
    find<QPushButton>("compose-gradient-true").click();
    EXPECT_EQ(field().toPlainText(), "");
    EXPECT_TRUE(model.activation()->parameters().empty());
    workspace.undo();
    EXPECT_EQ(field().toPlainText(), triangle);
    workspace.undo();
    EXPECT_EQ(field().toPlainText(), "");
    workspace.redo();
    EXPECT_EQ(field().toPlainText(), triangle);
}

TEST_F(ComposeGradientViewTest, waitsWhileTheFormulaIsWrong)
{
    open();
    take("Straight-through");
    model.setFormula("{x > 0: 1, ");
    EXPECT_FALSE(find<QPushButton>("compose-gradient-templates").isEnabled());
    EXPECT_EQ(message(), "It can be compared as soon as the formula is right.");
    EXPECT_EQ(field().toPlainText(), "1");
}

TEST_F(ComposeGradientViewTest, knowsTheTrueDerivativeWhenItIsWrittenByHand)
{
    model.setFormula("x^2");
    open();
    QTest::keyClicks(&field(), "x + x");
    EXPECT_EQ(message(), "It is the true derivative.");
}

}  // namespace
}  // namespace actlab::widgets
