#include "app/widgets/formula_completion.hpp"

#include "app/models/compose_model.hpp"
#include "app/widgets/formula_box.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/proposal_popup.hpp"
#include "app/widgets/signature_tip.hpp"

#include <QLabel>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

class FormulaCompletionTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        model.setFormula("");
        workspace.endGesture();
        box.setGeometry(20, 300, 700, 160);
        box.show();
        box.activateWindow();
        field().setFocus();
        EXPECT_TRUE(QTest::qWaitFor([this] { return field().hasFocus(); }));
    }

    FormulaField& field() const { return *box.findChild<FormulaField*>(); }
    ProposalPopup& popup() const { return *field().findChild<ProposalPopup*>(); }
    SignatureTip& tip() const { return *field().findChild<SignatureTip*>(); }
    void type(const QString& text) const { QTest::keyClicks(&field(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(&field(), key, modifiers); }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; popup().isVisible() && row < popup().model()->rowCount(); ++row)
            all.append(popup().model()->index(row, 0).data().toString());
        return all;
    }
    QString chosen() const { return popup().chosen() ? popup().chosen()->name : QString(); }
    /// The text with a bar at the caret.
    QString state() const { return field().toPlainText().insert(field().textCursor().position(), '|'); }

    models::WorkspaceModel workspace;
    models::ComposeModel model{workspace};
    FormulaBox box{model};
};

TEST_F(FormulaCompletionTest, proposesWhatBeginsLikeThatAndTakesItWithTheCaretBetweenTheBrackets)
{
    type("ta");
    EXPECT_TRUE(names().contains("tanh"));
    EXPECT_TRUE(names().contains("tan"));
    while (chosen() != "tanh" && popup().isVisible())
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(state(), "tanh(|)");
    EXPECT_EQ(model.formula(), "tanh()");
    EXPECT_FALSE(popup().isVisible());
    type("x");
    EXPECT_EQ(state(), "tanh(x|)");
}

TEST_F(FormulaCompletionTest, proposesTheKeywordsOfTheCallAndTakesOneWithItsSign)
{
    type("elu(x, al");
    EXPECT_EQ(names().value(0), "alpha=");
    press(Qt::Key_Return);
    EXPECT_EQ(state(), "elu(x, alpha=|");
    type("0.5, al");
    EXPECT_FALSE(names().contains("alpha=")) << "it has been given";
}

TEST_F(FormulaCompletionTest, proposesKeywordsOnlyWhereAnArgumentBegins)
{
    type("elu(x, 2*al");
    EXPECT_FALSE(names().contains("alpha="));
    press(Qt::Key_Escape);
    field().selectAll();
    type("clamp(x, ");
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_EQ(names().mid(0, 2), QStringList({"min=", "max="}));
}

TEST_F(FormulaCompletionTest, aTakenNameIsOneStepToUndo)
{
    type("1 + tan");
    press(Qt::Key_Tab);
    EXPECT_EQ(state(), "1 + tan(|)");
    type("x");
    workspace.undo();
    EXPECT_EQ(state(), "1 + tan(|)");
    workspace.undo();
    EXPECT_EQ(state(), "1 + tan|");
    workspace.undo();
    EXPECT_EQ(field().toPlainText(), "");
    workspace.redo();
    workspace.redo();
    EXPECT_EQ(field().toPlainText(), "1 + tan()");
}

TEST_F(FormulaCompletionTest, hasTheArrowKeysAndEscapeOnlyWhileItIsOpen)
{
    type("so");
    ASSERT_TRUE(popup().isVisible());
    const QString first = chosen();
    press(Qt::Key_Down);
    EXPECT_NE(chosen(), first);
    press(Qt::Key_Up);
    EXPECT_EQ(chosen(), first);
    press(Qt::Key_Up);
    EXPECT_EQ(chosen(), names().last());
    press(Qt::Key_Escape);
    EXPECT_FALSE(popup().isVisible());
    EXPECT_EQ(state(), "so|");
    press(Qt::Key_Return);
    press(Qt::Key_Up);
    EXPECT_EQ(field().toPlainText(), "so");
    press(Qt::Key_Tab);
    EXPECT_EQ(field().toPlainText(), "so");
    EXPECT_FALSE(field().hasFocus());
}

TEST_F(FormulaCompletionTest, staysShutBehindANumberInsideANameAndBehindOneLetter)
{
    for (const char* text : {"1", "2e", "2ta", "x", "x.cl", "x + 1"}) {
        field().selectAll();
        press(Qt::Key_Delete);
        type(text);
        EXPECT_FALSE(popup().isVisible()) << text;
    }
    field().selectAll();
    type("sigmoid(x)");
    press(Qt::Key_Home);
    press(Qt::Key_Right);
    type("i");
    EXPECT_EQ(state(), "si|igmoid(x)");
    EXPECT_FALSE(popup().isVisible());
}

TEST_F(FormulaCompletionTest, opensOnControlAndSpaceAndListsEverythingThere)
{
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_GT(names().size(), 100);
    EXPECT_TRUE(names().contains("where"));
    EXPECT_TRUE(names().contains("leaky_relu"));
    press(Qt::Key_Escape);
    type("e");
    EXPECT_FALSE(popup().isVisible());
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_TRUE(names().contains("elu"));
    press(Qt::Key_Escape);
    type(" * 2");
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_FALSE(popup().isVisible());
}

TEST_F(FormulaCompletionTest, knowsTheParametersOfTheFormulaButNotTheWordBeingTyped)
{
    type("slope*x + slo");
    EXPECT_EQ(names(), QStringList{"slope"});
    press(Qt::Key_Return);
    EXPECT_EQ(state(), "slope*x + slope|");
    type(" + bias_of_mine");
    EXPECT_FALSE(names().contains("bias_of_mine"));
}

TEST_F(FormulaCompletionTest, findsCatalogueFunctionsByEveryNameAndSaysWhatTheyAre)
{
    type("hard_sw");
    ASSERT_TRUE(names().contains("hard_swish")) << names().join(' ').toStdString();
    EXPECT_TRUE(popup().chosen()->help.contains("hardswish"));
    field().selectAll();
    type("elu");
    EXPECT_EQ(chosen(), "elu");
    EXPECT_EQ(popup().chosen()->signature, "elu(x, alpha=1)");
}

TEST_F(FormulaCompletionTest, narrowsWhileOneTypesOnAndWidensWithBackspace)
{
    type("si");
    const qsizetype all = names().size();
    type("g");
    EXPECT_LT(names().size(), all);
    press(Qt::Key_Backspace);
    EXPECT_EQ(names().size(), all);
    type("qqq");
    EXPECT_FALSE(popup().isVisible());
    press(Qt::Key_Backspace);
    EXPECT_FALSE(popup().isVisible());
}

TEST_F(FormulaCompletionTest, closesWhenTheCaretLeavesOrTheTextChangesUnderIt)
{
    type("si");
    press(Qt::Key_Left);
    EXPECT_FALSE(popup().isVisible());
    press(Qt::Key_End);
    type("g");
    EXPECT_TRUE(popup().isVisible());
    workspace.undo();
    EXPECT_FALSE(popup().isVisible());
    type("si");
    EXPECT_TRUE(popup().isVisible());
    field().clearFocus();
    EXPECT_FALSE(popup().isVisible());
}

TEST_F(FormulaCompletionTest, keepsBracketsThatAreThere)
{
    type("(x)");
    press(Qt::Key_Home);
    type("tan");
    press(Qt::Key_Return);
    EXPECT_EQ(state(), "tan(|x)");
}

TEST_F(FormulaCompletionTest, aClickTakesARow)
{
    type("sig");
    ASSERT_TRUE(popup().isVisible());
    const QModelIndex second = popup().model()->index(1, 0);
    const QString name = second.data().toString();
    QTest::mouseClick(popup().viewport(), Qt::LeftButton, {}, popup().visualRect(second).center());
    EXPECT_EQ(state(), name + "(|)");
}

TEST_F(FormulaCompletionTest, paintsEveryRowWithItsCurve)
{
    press(Qt::Key_Space, Qt::ControlModifier);
    for (int row = 0; row < popup().model()->rowCount(); row += 7) {
        popup().setCurrentIndex(popup().model()->index(row, 0));
        EXPECT_FALSE(popup().grab().isNull());
    }
}

TEST_F(FormulaCompletionTest, showsTheSignatureWhileTheCaretIsInTheBrackets)
{
    type("elu(");
    ASSERT_TRUE(tip().isVisible());
    EXPECT_TRUE(tip().text().contains("elu(<b>x</b>, alpha=1)")) << tip().text().toStdString();
    type("x, ");
    EXPECT_TRUE(tip().text().contains("elu(x, <b>alpha=1</b>)")) << tip().text().toStdString();
    type("2)");
    EXPECT_FALSE(tip().isVisible());
    press(Qt::Key_Left);
    EXPECT_TRUE(tip().isVisible());
    press(Qt::Key_Home);
    EXPECT_FALSE(tip().isVisible());
}

TEST_F(FormulaCompletionTest, marksTheArgumentThatAKeywordNames)
{
    type("clamp(x, max=1");
    EXPECT_TRUE(tip().text().contains("clamp(x, min=-inf, <b>max=inf</b>)")) << tip().text().toStdString();
}

TEST_F(FormulaCompletionTest, escapeHidesTheSignatureOfThisCallAlone)
{
    type("tanh(");
    press(Qt::Key_Escape);
    type("x + ");
    EXPECT_FALSE(tip().isVisible());
    type("min(");
    EXPECT_TRUE(tip().isVisible());
    field().clearFocus();
    EXPECT_FALSE(tip().isVisible());
}

TEST_F(FormulaCompletionTest, theListAndTheSignatureDoNotCoverEachOtherNorTheLine)
{
    type("max(x, si");
    ASSERT_TRUE(popup().isVisible());
    ASSERT_TRUE(tip().isVisible());
    const QRect line(field().mapToGlobal(QPoint()), field().size());
    EXPECT_FALSE(popup().geometry().intersects(tip().geometry()));
    EXPECT_LE(tip().geometry().bottom(), placeOnScreen(field(), 0).top());
    EXPECT_FALSE(popup().geometry().intersects(placeOnScreen(field(), 9)));
}

}  // namespace
}  // namespace actlab::widgets
