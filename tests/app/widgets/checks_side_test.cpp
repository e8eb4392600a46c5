#include "app/widgets/checks_side.hpp"

#include "app/widgets/checks_group.hpp"
#include "app/widgets/checks_panel.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/facts_line.hpp"
#include "app/widgets/formula_field.hpp"
#include "core/activation/catalogue.hpp"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

class ChecksSideTest : public ::testing::Test {
protected:
    void SetUp() override { QSettings().remove("checks"); }
    void TearDown() override { QSettings().remove("checks"); }

    void write(const std::string& formula)
    {
        workspace.edit("edit", [&](workspace::Document& document) { document.draft.definition.formula = formula; });
    }
    std::string formula() const { return workspace.document().draft.definition.formula; }
    static void show(QWidget& view)
    {
        view.resize(1280, 720);
        view.show();
    }
    static QString state(const QWidget& view) { return view.findChild<QLabel*>("checks-state")->text(); }
    static bool settles(const QWidget& view)
    {
        return QTest::qWaitFor([&] { return state(view) == "Checked."; }, 30'000);
    }
    static QPushButton* cureIn(const QWidget& view)
    {
        for (const auto* line : view.findChildren<ChecksLine*>())
            if (auto* button = line->findChild<QPushButton*>(); button && !line->isHidden())
                return button;
        return nullptr;
    }
    static bool isUnderlined(const FormulaField& field, int place)
    {
        for (const auto& mark : field.extraSelections())
            if (mark.cursor.selectionStart() <= place && place < mark.cursor.selectionEnd() &&
                mark.format.underlineStyle() == QTextCharFormat::DashUnderline)
                return true;
        return false;
    }

    models::WorkspaceModel workspace;
};

TEST_F(ChecksSideTest, givesItsPlaceToTheChecksAndRemembersIt)
{
    {
        ComposeView view(workspace);
        show(view);
        EXPECT_FALSE(view.checks().panel().isVisible());
        view.checks().showChecks(true);
        EXPECT_TRUE(view.checks().panel().isVisible());
    }
    ComposeView next(workspace);
    EXPECT_TRUE(next.checks().showsChecks());
    next.checks().showChecks(false);
    EXPECT_FALSE(ComposeView(workspace).checks().showsChecks());
}

TEST_F(ChecksSideTest, appliesACureInComposeAsOneStepThatCanBeUndone)
{
    write("2*log(1 + exp(x))");
    ComposeView view(workspace);
    show(view);
    view.checks().showChecks(true);
    ASSERT_TRUE(settles(view));
    const int steps = workspace.undoStack().count();
    ASSERT_TRUE(cureIn(view));
    cureIn(view)->click();
    EXPECT_EQ(formula(), "2*softplus(x, threshold=40)");
    EXPECT_EQ(workspace.undoStack().count(), steps + 1);
    ASSERT_TRUE(settles(view));
    EXPECT_FALSE(cureIn(view));
    workspace.undo();
    EXPECT_EQ(formula(), "2*log(1 + exp(x))");
    ASSERT_TRUE(settles(view));
    EXPECT_TRUE(cureIn(view));
}

TEST_F(ChecksSideTest, marksTheCauseInTheFormulaWhileTheChecksAreSeen)
{
    write("2*log(1 + exp(x))");
    ComposeView view(workspace);
    show(view);
    const auto& field = *view.findChild<FormulaField*>();
    view.checks().showChecks(true);
    ASSERT_TRUE(settles(view));
    EXPECT_TRUE(isUnderlined(field, 12)) << "exp(x)";
    EXPECT_FALSE(isUnderlined(field, 0));
    write("3*log(1 + exp(x))");
    EXPECT_FALSE(isUnderlined(field, 12)) << "what is known is of another text";
    ASSERT_TRUE(settles(view));
    EXPECT_TRUE(isUnderlined(field, 12));
    view.checks().showChecks(false);
    EXPECT_FALSE(isUnderlined(field, 12));
}

TEST_F(ChecksSideTest, saysThatAFormulaIsWrong)
{
    write("tanh(x)");
    ComposeView view(workspace);
    show(view);
    view.checks().showChecks(true);
    ASSERT_TRUE(settles(view));
    write("tanh(x");
    EXPECT_TRUE(state(view).startsWith("The formula is wrong as it stands"));
    write("tanh(x)");
    ASSERT_TRUE(settles(view));
}

TEST_F(ChecksSideTest, checksTheSelectedOneInExploreAndTakesItsCureToCompose)
{
    ExploreView view(workspace);
    show(view);
    view.checks().showChecks(true);
    const auto own = activation::makeActivation({"Mine", "log(1 + exp(x))", "", {}}).value();
    view.showActivation(own);
    ASSERT_TRUE(settles(view));
    QSignalSpy wanted(&view, &ExploreView::composeWanted);
    ASSERT_TRUE(cureIn(view));
    cureIn(view)->click();
    ASSERT_EQ(wanted.count(), 1);
    const auto cured = wanted[0][0].value<activation::ActivationPtr>();
    EXPECT_EQ(cured->name(), "Mine");
    EXPECT_EQ(cured->definition().formula, "softplus(x, threshold=40)");
    view.showActivation(activation::findInCatalogue("tanh"));
    ASSERT_TRUE(settles(view));
    EXPECT_FALSE(cureIn(view));
}

TEST_F(ChecksSideTest, leavesThePlotThreeFifthsOfTheWindowInExplore)
{
    ExploreView view(workspace);
    view.resize(1280, 723);  // of 800, below the menu and the header
    view.show();
    view.checks().showChecks(true);
    QCoreApplication::sendPostedEvents();
    const QWidget* plot = nullptr;
    for (const auto* each : view.findChildren<QWidget*>())
        if (each->accessibleName() == "Curves")
            plot = each;
    ASSERT_TRUE(plot);
    EXPECT_GE(plot->width() * plot->height(), 0.6 * 1280 * 800);
    EXPECT_FALSE(view.findChild<FactsLine*>()->isVisible());
}

}  // namespace
}  // namespace actlab::widgets
