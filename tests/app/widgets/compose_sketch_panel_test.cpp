#include "app/widgets/compose_sketch_panel.hpp"

#include "tests/app/widgets/compose_sketch_bench.hpp"

#include <QCheckBox>
#include <QRadioButton>
#include <QSpinBox>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {
namespace {

using Hand = models::SketchDrawing::Hand;

class ComposeSketchPanelTest : public SketchBench {
protected:
    ComposeSketchPanel& panel() const { return *view.findChild<ComposeSketchPanel*>(); }
    void choose(const QString& kind) const
    {
        for (auto* button : panel().findChildren<QRadioButton*>())
            if (button->text() == kind)
                return button->click();
        ADD_FAILURE() << kind.toStdString();
    }
    QString words() const { return find<QLabel>("sketch-words").text(); }
    void use() const { find<QPushButton>("sketch-use").click(); }
    double valueAt(double x) const
    {
        return activation::makeActivation(draft()).value()->evaluate<double>(std::vector{x}, 0)[0][0];
    }
};

TEST_F(ComposeSketchPanelTest, aStrokeOfTheMouseBecomesTheFormulaAndUndoGivesTheFirstBack)
{
    const activation::Definition before = draft();
    open();
    EXPECT_TRUE(panel().isVisible());
    EXPECT_FALSE(find<QPushButton>("sketch-use").isEnabled());
    stroke([](double x) { return std::clamp(x, -1.0, 1.0); });
    ASSERT_TRUE(settles());
    EXPECT_TRUE(words().contains("On average")) << words().toStdString();
    use();
    EXPECT_FALSE(panel().isVisible());
    for (const double x : {-3.0, -0.5, 0.5, 3.0})
        EXPECT_NEAR(valueAt(x), std::clamp(x, -1.0, 1.0), 0.06);
    EXPECT_EQ(workspace.undoStack().count(), 1);
    workspace.undo();
    EXPECT_EQ(draft(), before);
}

TEST_F(ComposeSketchPanelTest, clickedPointsBecomeAMonotoneCubic)
{
    open();
    choose("Monotone cubic (PCHIP)");
    sketch().setHand(Hand::Points);
    for (const double x : {-3.0, -1.0, 1.0, 3.0})
        click(x, x < 0 ? -1 : 1);
    EXPECT_FALSE(find<QSpinBox>("sketch-knots").isVisible());
    use();
    EXPECT_NEAR(valueAt(-2), -1, 0.02);
    EXPECT_NEAR(valueAt(2), 1, 0.02);
    EXPECT_NEAR(valueAt(0), 0, 0.02);
}

TEST_F(ComposeSketchPanelTest, alongATanhTheNearestIsTanh)
{
    open();
    choose("Nearest known function");
    stroke([](double x) { return std::tanh(x); });
    ASSERT_TRUE(settles());
    auto& list = *panel().findChild<QListWidget*>();
    ASSERT_TRUE(list.isVisible());
    ASSERT_GE(list.count(), 4);
    QStringList names;
    for (int i = 0; i < list.count(); ++i)
        names.append(list.item(i)->text());
    // some of the catalogue are the same curve, stretched: a sigmoid, a tanh of other coefficients
    ASSERT_TRUE(names.contains("Tanh")) << names.join(", ").toStdString();
    EXPECT_LT(sketch().proposals().front().distance, 0.01);
    list.setCurrentRow(static_cast<int>(names.indexOf("Tanh")));
    EXPECT_LT(sketch().proposal()->distance, 0.01);
    use();
    EXPECT_NE(draft().formula.find("tanh"), std::string::npos) << draft().formula;
    EXPECT_NEAR(valueAt(1), std::tanh(1), 0.03);
}

TEST_F(ComposeSketchPanelTest, escapeAndCancelChangeNothing)
{
    const activation::Definition before = draft();
    open();
    stroke([](double x) { return x / 2; });
    QTest::keyClick(&sheet(), Qt::Key_Escape);
    EXPECT_FALSE(sketch().isOpen());
    open();
    find<QPushButton>("sketch-cancel").click();
    EXPECT_FALSE(sketch().isOpen());
    EXPECT_EQ(draft(), before);
    EXPECT_EQ(workspace.undoStack().count(), 0);
    ASSERT_TRUE(settles());
}

TEST_F(ComposeSketchPanelTest, asksForKnotsOnlyWhereTheyAreChosen)
{
    open();
    EXPECT_TRUE(find<QSpinBox>("sketch-knots").isVisible());
    EXPECT_TRUE(find<QCheckBox>("sketch-learnable").isVisible());
    find<QCheckBox>("sketch-learnable").click();
    EXPECT_EQ(find<QSpinBox>("sketch-knots").maximum(), 16);
    choose("Natural cubic spline");
    EXPECT_FALSE(find<QCheckBox>("sketch-learnable").isVisible());
    EXPECT_EQ(find<QSpinBox>("sketch-knots").maximum(), 24);
    choose("Nearest known function");
    EXPECT_FALSE(find<QSpinBox>("sketch-knots").isVisible());
}

TEST_F(ComposeSketchPanelTest, fewerKnotsAreSeenAtOnce)
{
    open();
    stroke([](double x) { return std::sin(2 * x); });
    ASSERT_TRUE(settles());
    find<QSpinBox>("sketch-knots").setValue(2);
    ASSERT_TRUE(settles());
    EXPECT_TRUE(words().startsWith("2 knots.")) << words().toStdString();
}

TEST_F(ComposeSketchPanelTest, saysWhatIsWrongWithAVerticalLine)
{
    open();
    drag([&](double part) { return pixel(1, -1 + 2 * part); });
    ASSERT_TRUE(settles());
    EXPECT_EQ(find<QLabel>("sketch-words").property("role"), "error");
    EXPECT_TRUE(words().contains("same x")) << words().toStdString();
    EXPECT_FALSE(find<QPushButton>("sketch-use").isEnabled());
}

TEST_F(ComposeSketchPanelTest, standsThereInPresenterModeToo)
{
    view.setSideVisible(false);
    EXPECT_FALSE(panel().isVisible());
    open();
    EXPECT_TRUE(panel().isVisible());
    find<QPushButton>("sketch-cancel").click();
    EXPECT_FALSE(panel().isVisible());
}

TEST_F(ComposeSketchPanelTest, undoAndClearAreOneClickAway)
{
    open();
    EXPECT_FALSE(find<QToolButton>("sketch-undo").isEnabled());
    stroke([](double x) { return x / 2; });
    find<QToolButton>("sketch-clear").click();
    EXPECT_TRUE(sketch().drawing().isEmpty());
    find<QToolButton>("sketch-undo").click();
    EXPECT_EQ(sketch().drawing().lines.size(), 1U);
    find<QToolButton>("sketch-undo").click();
    EXPECT_TRUE(sketch().drawing().isEmpty());
    ASSERT_TRUE(settles());
}

}  // namespace
}  // namespace actlab::widgets
