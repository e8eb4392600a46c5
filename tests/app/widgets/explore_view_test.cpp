#include "app/widgets/explore_view.hpp"

#include "app/models/workspace_model.hpp"
#include "app/widgets/activation_delegate.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/facts_line.hpp"
#include "app/widgets/theme.hpp"
#include "core/activation/catalogue.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace actlab::widgets {

namespace {

class ExploreViewTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        applyTheme(*qApp, ThemeChoice::Light);
        view = std::make_unique<ExploreView>(workspace);
        view->resize(1280, 700);
        view->show();
    }
    void select(const char* name) { view->showActivation(activation::findInCatalogue(name)); }
    const workspace::PlotSpec& plot() const { return workspace.document().plot; }
    std::string selected() const { return plot().shown.front().activation->name(); }
    double firstParameter() const { return plot().shown.front().activation->parameters().front().value; }
    QModelIndex row(const char* name) const
    {
        const auto* list = view->findChild<QListView*>();
        for (int i = 0; i < list->model()->rowCount(); ++i)
            if (list->model()->index(i, 0).data().toString() == name)
                return list->model()->index(i, 0);
        return {};
    }
    void click(const QPoint& place)
    {
        QTest::mouseClick(view->findChild<QListView*>()->viewport(), Qt::LeftButton, Qt::NoModifier, place);
    }
    QRect placeOf(const char* name) const { return view->findChild<QListView*>()->visualRect(row(name)); }

    models::WorkspaceModel workspace;
    std::unique_ptr<ExploreView> view;
};

}  // namespace

TEST_F(ExploreViewTest, aDragOfASliderIsOneStepToUndo)
{
    select("PReLU");
    const double before = firstParameter();
    const int steps = workspace.undoStack().count();
    auto* slider = view->findChild<QSlider*>();
    const int middle = slider->height() / 2;
    const int from = slider->value() * (slider->width() - 14) / 1000 + 7;
    QTest::mousePress(slider, Qt::LeftButton, Qt::NoModifier, {from, middle});
    for (int i = 1; i <= 8; ++i)
        QTest::mouseMove(slider, {from + 4 * i, middle});
    QTest::mouseRelease(slider, Qt::LeftButton, Qt::NoModifier, {from + 32, middle});
    EXPECT_NE(firstParameter(), before);
    EXPECT_EQ(workspace.undoStack().count(), steps + 1);
    workspace.undo();
    EXPECT_EQ(firstParameter(), before);
}

TEST_F(ExploreViewTest, aClickOnARowSelectsAndAClickOnItsBoxOverlays)
{
    click(placeOf("ReLU6").center());
    EXPECT_EQ(selected(), "ReLU6");
    const auto count = plot().shown.size();
    click(ActivationDelegate::checkBoxOf(placeOf("Abs")).center());
    EXPECT_EQ(plot().shown.size(), count + 1);
    EXPECT_EQ(plot().shown.back().activation->name(), "Abs");
    EXPECT_EQ(selected(), "ReLU6") << "the box does not select";
    click(ActivationDelegate::checkBoxOf(placeOf("Abs")).center());
    EXPECT_EQ(plot().shown.size(), count);
}

TEST_F(ExploreViewTest, theKeysWalkAlongTheListAndOverlay)
{
    auto* list = view->findChild<QListView*>();
    QApplication::setActiveWindow(view.get());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Down);
    EXPECT_EQ(selected(), list->currentIndex().data().toString().toStdString());
    const auto count = plot().shown.size();
    QTest::keyClick(list, Qt::Key_Space);
    EXPECT_EQ(plot().shown.size(), count - 1) << "Space is the box of the row";
}

TEST_F(ExploreViewTest, theButtonsSayAndSwitchWhatIsDrawn)
{
    const auto buttons = view->findChildren<QToolButton*>();
    const auto second = std::find_if(buttons.begin(), buttons.end(), [](auto* each) { return each->text() == "f″"; });
    ASSERT_NE(second, buttons.end());
    EXPECT_FALSE((*second)->isChecked());
    (*second)->click();
    EXPECT_TRUE(plot().second);
    workspace.undo();
    EXPECT_FALSE((*second)->isChecked());
}

TEST_F(ExploreViewTest, aMovedViewIsKeptWithoutAStepToUndo)
{
    auto* curves = view->findChild<CurvePlot*>();
    Q_EMIT curves->viewChanged({-1, 1}, {-2, 2});
    EXPECT_EQ(plot().x, (analysis::Interval{-1, 1}));
    EXPECT_FALSE(workspace.undoStack().canUndo());
}

TEST_F(ExploreViewTest, aDoubleClickFitsTheCurves)
{
    auto* curves = view->findChild<CurvePlot*>();
    curves->setView({100, 101}, {5, 6});
    Q_EMIT curves->fitRequested();
    EXPECT_EQ(curves->xView(), analysis::Interval{});
    EXPECT_LT(curves->yView().low, 0);
}

TEST_F(ExploreViewTest, theFactsFollowWhenTheHandRests)
{
    select("Tanh");
    const auto says = [&](const char* words) {
        const auto labels = view->findChild<FactsLine*>()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [=](auto* each) { return each->text() == words; });
    };
    EXPECT_TRUE(models::waitUntil([&] { return says("smooth"); }));
    select("ReLU");
    EXPECT_TRUE(models::waitUntil([&] { return says("continuous, with kinks"); }));
}

TEST_F(ExploreViewTest, theTitleGrowsWithTheTypeAndShrinksAgain)
{
    select("Tanh");
    const auto labels = view->findChildren<QLabel*>();
    const auto title = std::find_if(labels.begin(), labels.end(), [](auto* each) { return each->text() == "Tanh"; });
    ASSERT_NE(title, labels.end());
    const int before = (*title)->font().pixelSize();
    applyTheme(*qApp, ThemeChoice::Light, true);
    QCoreApplication::processEvents();
    EXPECT_GT((*title)->font().pixelSize(), 1.5 * before);
    applyTheme(*qApp, ThemeChoice::Dark, false);
    QCoreApplication::processEvents();
    EXPECT_EQ((*title)->font().pixelSize(), before);
    EXPECT_TRUE((*title)->font().bold() || (*title)->font().weight() == QFont::DemiBold);
}

TEST_F(ExploreViewTest, scrollsToTheRowThatIsSelectedElsewhere)
{
    select("Tanh");
    const auto* list = view->findChild<QListView*>();
    EXPECT_TRUE(list->viewport()->rect().contains(placeOf("Tanh")));
}

TEST_F(ExploreViewTest, keepsTheSelectedRowWhenOnesOwnAreAdded)
{
    workspace.edit("add", [](workspace::Document& document) {
        document.custom = {*activation::makeActivation({"Mine", "2*x", "", {}})};
        document.plot.shown.front() = {document.custom.front()};
    });
    EXPECT_EQ(view->findChild<QListView*>()->currentIndex().data().toString(), "Mine");
}

TEST_F(ExploreViewTest, standsAnEmptyPlotAndSaysWhatToDo)
{
    workspace.edit("nothing", [](workspace::Document& document) { document.plot.shown.clear(); });
    view->fit();
    const auto labels = view->findChildren<QLabel*>();
    EXPECT_TRUE(models::waitUntil([&] {
        return std::any_of(labels.begin(), labels.end(), [](auto* each) {
            return each->isVisible() && each->text().contains("Choose an activation");
        });
    }));
}

}  // namespace actlab::widgets
