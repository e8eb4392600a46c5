#include "app/widgets/compose_view.hpp"

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/number_slider.hpp"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

constexpr int kLongRest = 600;  // ms: the hand has stopped typing

class ComposeViewTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        view.resize(1280, 720);
        view.show();
    }

    QString formula() const { return QString::fromStdString(workspace.document().draft.definition.formula); }
    FormulaField& field() const { return *view.findChild<FormulaField*>(); }
    CurvePlot& plot() const { return *view.findChild<CurvePlot*>(); }
    template <class Widget>
    Widget& find(const char* name) const
    {
        return *view.findChild<Widget*>(name);
    }
    /// The cell of the table that says this; nullptr where none does.
    QLineEdit* cell(const QString& words) const
    {
        const auto all = view.findChildren<QLineEdit*>();
        const auto found = std::ranges::find_if(all, [&](const auto* each) { return each->text() == words; });
        return found == all.end() ? nullptr : *found;
    }
    QLabel* label(const QString& part) const
    {
        const auto all = view.findChildren<QLabel*>();
        const auto found = std::ranges::find_if(
            all, [&](const auto* each) { return each->isVisibleTo(&view) && each->text().contains(part); });
        return found == all.end() ? nullptr : *found;
    }
    template <class Widget>
    Widget* named(const QString& accessibleName) const
    {
        const auto all = view.findChildren<Widget*>();
        const auto found =
            std::ranges::find_if(all, [&](const auto* each) { return each->accessibleName() == accessibleName; });
        return found == all.end() ? nullptr : *found;
    }
    QPushButton* button(const QString& text) const
    {
        const auto all = view.findChildren<QPushButton*>();
        const auto found = std::ranges::find_if(all, [&](const auto* each) { return each->text() == text; });
        return found == all.end() ? nullptr : *found;
    }
    void write(const QString& text) const
    {
        field().selectAll();
        QTest::keyClicks(&field(), text);
    }
    models::WorkspaceModel workspace;
    ComposeView view{workspace};
};

TEST_F(ComposeViewTest, textAndTableSayTheSame)
{
    write("{x < 3: x, 7}");
    ASSERT_TRUE(cell("x < 3"));
    ASSERT_TRUE(cell("7"));
    EXPECT_FALSE(cell("0.1*x"));
    cell("7")->setFocus();
    cell("7")->end(false);
    QTest::keyClicks(cell("7"), "0");
    EXPECT_EQ(field().toPlainText(), "{x < 3: x, 70}");
    EXPECT_EQ(formula(), "{x < 3: x, 70}");
}

TEST_F(ComposeViewTest, saysWhatIsWrongAndMendsItOnAClick)
{
    write("{x < 0: 0, tnh(x)}");
    ASSERT_TRUE(cell("tnh(x)"));
    EXPECT_TRUE(cell("tnh(x)")->property("wrong").toBool());
    ASSERT_TRUE(label("There is no function"));
    Q_EMIT label("There is no function")->linkActivated("fix");
    EXPECT_EQ(field().toPlainText(), "{x < 0: 0, tanh(x)}");
    EXPECT_FALSE(label("There is no function"));
    EXPECT_FALSE(cell("tanh(x)")->property("wrong").toBool());
}

TEST_F(ComposeViewTest, undoBringsTheTextBackWithTheCursorAtTheChange)
{
    write("x + 1");
    workspace.endGesture();
    field().moveCursor(QTextCursor::Start);
    QTest::keyClicks(&field(), "tanh(2)*");
    EXPECT_EQ(formula(), "tanh(2)*x + 1");
    field().moveCursor(QTextCursor::End);
    workspace.undo();
    EXPECT_EQ(field().toPlainText(), "x + 1");
    EXPECT_EQ(field().textCursor().position(), 0);
    workspace.redo();
    EXPECT_EQ(field().toPlainText(), "tanh(2)*x + 1");
    EXPECT_EQ(field().textCursor().position(), 8);
}

TEST_F(ComposeViewTest, theFieldLeavesUndoToTheDocument)
{
    write("x + 1");
    EXPECT_FALSE(field().isUndoRedoEnabled());
    QTest::keyClick(&field(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(field().toPlainText(), "x + 1");
}

TEST_F(ComposeViewTest, parametersOfTheTextBecomeSlidersAtOnce)
{
    EXPECT_TRUE(view.findChildren<NumberSlider*>().isEmpty());
    write("a*x");
    auto* slider = view.findChild<NumberSlider*>()->findChild<QSlider*>();
    workspace.endGesture();
    const int steps = workspace.undoStack().count();
    slider->setSliderDown(true);
    slider->setSliderPosition(700);
    slider->setSliderPosition(800);
    slider->setSliderDown(false);
    EXPECT_EQ(workspace.document().draft.definition.parameters.at(0).value, 3);
    EXPECT_EQ(workspace.undoStack().count(), steps + 1);
}

TEST_F(ComposeViewTest, aLimitThatPassesTheOtherPushesItAlong)
{
    write("a*x");
    auto* least = named<QDoubleSpinBox>("Least value");
    ASSERT_TRUE(least);
    EXPECT_FALSE(least->isVisible());
    least->setValue(20);
    const activation::Parameter& a = workspace.document().draft.definition.parameters.at(0);
    EXPECT_EQ(a.minimum, 20);
    EXPECT_EQ(a.maximum, 30);
    EXPECT_EQ(a.value, 20);
}

TEST_F(ComposeViewTest, joinsTheCatalogueAndIsUpdatedThere)
{
    auto& add = find<QPushButton>("compose-add");
    EXPECT_EQ(add.text(), "Add to catalogue");
    add.click();
    ASSERT_EQ(workspace.document().custom.size(), 1U);
    EXPECT_FALSE(add.isEnabled());
    write("2*x");
    EXPECT_EQ(add.text(), "Update");
    add.click();
    EXPECT_EQ(workspace.document().custom.at(0)->definition().formula, "2*x");
}

TEST_F(ComposeViewTest, refusesANameOfTheCatalogueAtTheField)
{
    auto& name = find<QLineEdit>("compose-name");
    name.selectAll();
    QTest::keyClicks(&name, "ReLU");
    EXPECT_EQ(find<QLabel>("compose-name-message").property("role"), "error");
    EXPECT_TRUE(find<QLabel>("compose-name-message").text().contains("ReLU"));
    EXPECT_FALSE(find<QPushButton>("compose-add").isEnabled());
    EXPECT_FALSE(find<QPushButton>("compose-train").isEnabled());
}

TEST_F(ComposeViewTest, goesOnToTrainAndToExplore)
{
    const QSignalSpy train(&view, &ComposeView::trainWanted), explore(&view, &ComposeView::exploreWanted);
    find<QPushButton>("compose-train").click();
    ASSERT_EQ(train.count(), 1);
    EXPECT_EQ(train.at(0).at(0), "My activation");
    EXPECT_EQ(workspace.document().training.hidden.at(0).activation->name(), "My activation");
    find<QPushButton>("compose-explore").click();
    EXPECT_EQ(explore.count(), 1);
    EXPECT_EQ(workspace.document().custom.size(), 1U);
}

TEST_F(ComposeViewTest, teachesWhereTheFormulaIsEmpty)
{
    EXPECT_FALSE(button("elu(x, alpha=a)")->isVisible());
    field().selectAll();
    QTest::keyClick(&field(), Qt::Key_Delete);
    EXPECT_TRUE(label("Begin with"));
    ASSERT_TRUE(button("elu(x, alpha=a)")->isVisible());
    button("elu(x, alpha=a)")->click();
    EXPECT_EQ(formula(), "elu(x, alpha=a)");
    EXPECT_EQ(view.findChildren<NumberSlider*>().size(), 1);
    EXPECT_FALSE(label("Begin with"));
}

TEST_F(ComposeViewTest, saysHowThePiecesMeetAndWhatIsLeftOut)
{
    EXPECT_EQ(named<QToolButton>("How the pieces meet")->text(), "kink");
    EXPECT_FALSE(find<QLabel>("compose-coverage").isVisible());
    write("{x < 0: 0, x > 1: 2}");
    EXPECT_TRUE(find<QLabel>("compose-coverage").isVisible());
    write("{x < 0: 0, 2}");
    EXPECT_EQ(named<QToolButton>("How the pieces meet")->text(), "jump");
    EXPECT_FALSE(find<QLabel>("compose-coverage").isVisible());
}

TEST_F(ComposeViewTest, theHeightOfThePlotStaysWhileNumbersAreTyped)
{
    const analysis::Interval before = plot().yView();
    QLineEdit* slope = cell("0.1*x");
    slope->setFocus();
    slope->setSelection(0, 3);
    QTest::keyClicks(slope, "3");
    QTest::qWait(kLongRest);
    EXPECT_EQ(formula(), "{x < 0: 3*x, x < 1: x, 1}");
    EXPECT_EQ(plot().yView(), before);
}

TEST_F(ComposeViewTest, thePlotIsFittedToACurveThatWouldBeInvisible)
{
    write("x*x + 1000");
    EXPECT_TRUE(QTest::qWaitFor([&] { return plot().yView().high > 1000; }));
}

TEST_F(ComposeViewTest, thePlotIsFittedToAnotherFormulaThatIsBadlySeen)
{
    write("20*tanh(x)");
    EXPECT_TRUE(QTest::qWaitFor([&] { return plot().yView().high > 18; }));
    const analysis::Interval high = plot().yView();
    write("softplus(-x)");
    EXPECT_TRUE(QTest::qWaitFor([&] { return plot().yView().width() < high.width() / 2; }));
}

TEST_F(ComposeViewTest, doubleClickFits)
{
    write("3*x");
    Q_EMIT plot().fitRequested();
    EXPECT_GT(plot().yView().high, 17);
}

}  // namespace
}  // namespace actlab::widgets
