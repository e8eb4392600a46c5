#include "tests/app/widgets/main_window_bench.hpp"

#include "app/widgets/checks_panel.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/race_dialog.hpp"
#include "app/widgets/start_page.hpp"
#include "app/widgets/train_view.hpp"

#include <QAbstractItemModel>
#include <QCompleter>

namespace actlab::widgets {
namespace {

class MainWindowTest : public MainWindowBench {};

TEST_F(MainWindowTest, beginsWithTheStartPageAndReturnsToItOnRequest)
{
    EXPECT_TRUE(isShown<StartPage>());
    action("Explore")->trigger();
    EXPECT_FALSE(isShown<StartPage>());
    action("Start page")->trigger();
    EXPECT_TRUE(isShown<StartPage>());
}

TEST_F(MainWindowTest, remembersTheWorkspaceOfLastTime)
{
    action("Train")->trigger();
    window->close();
    models::TrainingSession other{nullptr, training.train()};
    MainWindow next(workspace, other);
    next.show();
    EXPECT_TRUE(next.findChild<TrainView*>()->isVisible());
}

TEST_F(MainWindowTest, showsTheChecksInExploreAndComposeOrInNeither)
{
    action("Explore")->trigger();
    action("Checks")->trigger();
    const auto* inExplore = window->findChild<ExploreView*>()->findChild<ChecksPanel*>();
    EXPECT_TRUE(inExplore->isVisible());
    action("Compose")->trigger();
    const auto* inCompose = window->findChild<ComposeView*>()->findChild<ChecksPanel*>();
    EXPECT_TRUE(inCompose->isVisible());
    action("Checks")->trigger();
    EXPECT_FALSE(inCompose->isVisible());
    action("Explore")->trigger();
    EXPECT_FALSE(inExplore->isVisible());
}

TEST_F(MainWindowTest, opensTheExampleThatIsClicked)
{
    const auto cards = window->findChild<StartPage*>()->findChildren<QAbstractButton*>();
    const auto card = std::find_if(cards.begin(), cards.end(),
                                   [](const auto* each) { return each->accessibleName() == "Two spirals"; });
    ASSERT_NE(card, cards.end());
    (*card)->click();
    EXPECT_TRUE(isShown<TrainView>());
    EXPECT_EQ(workspace.document().training.data.name, "spiral");
    EXPECT_FALSE(workspace.isModified());
}

TEST_F(MainWindowTest, findsAnActivationThroughTheSearch)
{
    auto* search = field("Search everything");
    action("Search everything")->trigger();
    EXPECT_TRUE(search->hasFocus());
    QTest::keyClicks(search, "mish");
    QWidget* proposals = QApplication::activePopupWidget();
    ASSERT_NE(proposals, nullptr);
    QTest::keyClick(proposals, Qt::Key_Return);
    EXPECT_TRUE(isShown<ExploreView>());
    EXPECT_EQ(workspace.document().plot.shown.front().activation->name(), "Mish");
}

TEST_F(MainWindowTest, proposesShortNamesFirst)
{
    auto* search = field("Search everything");
    search->setFocus();
    QTest::keyClicks(search, "tan");
    const auto* completer = search->completer();
    ASSERT_GT(completer->completionCount(), 1);
    EXPECT_EQ(completer->completionModel()->index(0, 0).data().toString(), "Tanh");
}

TEST_F(MainWindowTest, enlargesTypeAndPutsSidesAwayForThePresenter)
{
    action("Explore")->trigger();
    const int before = QApplication::font().pixelSize();
    auto* search = field("Search activations");
    action("Presenter mode")->trigger();
    EXPECT_EQ(QApplication::font().pixelSize(), qRound(before * kPresenterScale));
    EXPECT_FALSE(search->isVisible());
    action("Presenter mode")->trigger();
    EXPECT_EQ(QApplication::font().pixelSize(), before);
    EXPECT_TRUE(search->isVisible());
}

TEST_F(MainWindowTest, givesEveryLayerTheSelectedActivation)
{
    action("Explore")->trigger();
    action("Train with it")->trigger();
    EXPECT_TRUE(isShown<TrainView>());
    for (const nn::Layer& layer : workspace.document().training.hidden)
        EXPECT_EQ(layer.activation, workspace.document().plot.shown.front().activation);
}

TEST_F(MainWindowTest, opensTheRaceOfTheTrainSettings)
{
    action("Race activations")->trigger();
    auto* race = window->findChild<RaceDialog*>();
    ASSERT_NE(race, nullptr);
    EXPECT_TRUE(race->isVisible());
    action("Race activations")->trigger();
    EXPECT_EQ(window->findChildren<RaceDialog*>().size(), 1) << "the same window again";
}

}  // namespace
}  // namespace actlab::widgets
