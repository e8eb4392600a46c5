#include "tests/app/widgets/train_view_bench.hpp"

#include <qcustomplot.h>

#include "app/models/training_changes.hpp"

#include <QTreeView>

namespace actlab::widgets {
namespace {

using State = models::TrainingSession::State;

class TrainViewTest : public TrainViewBench {};

TEST_F(TrainViewTest, startsPausesGoesOnAndStopsByClicks)
{
    open();
    EXPECT_EQ(buttonText("train-toggle"), "Start");
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    EXPECT_EQ(buttonText("train-toggle"), "Pause");
    click("train-toggle");
    EXPECT_EQ(session->state(), State::Paused);
    EXPECT_EQ(buttonText("train-toggle"), "Resume");
    click("train-toggle");
    EXPECT_EQ(session->state(), State::Running);
    click("train-stop");
    ASSERT_TRUE(reaches(State::Finished));
    EXPECT_EQ(buttonText("train-toggle"), "Start");
    EXPECT_TRUE(text("train-message").startsWith("Stopped after"));
}

TEST_F(TrainViewTest, invitesWhereNothingHasBeenTrained)
{
    open();
    EXPECT_TRUE(text("train-message").contains("Press Start"));
    EXPECT_FALSE(find<QWidget>("train-stop")->isEnabled());
    EXPECT_FALSE(find<QWidget>("train-reset")->isEnabled());
    click("train-first-run");
    EXPECT_TRUE(session->isOn());
}

TEST_F(TrainViewTest, aStepDoesOneEpoch)
{
    open();
    click("train-step");
    ASSERT_TRUE(trains(1));
    EXPECT_EQ(session->state(), State::Paused);
    EXPECT_TRUE(models::waitUntil([&] { return text("train-epoch").startsWith("epoch 1 of"); }));
}

TEST_F(TrainViewTest, resetGoesBackAndStartBeginsWithTheSameSpec)
{
    open();
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    click("train-reset");
    EXPECT_EQ(session->state(), State::Idle);
    EXPECT_EQ(text("train-epoch"), "epoch –");
    ASSERT_EQ(workspace.document().runs.size(), 1U) << "what was trained is kept";
    EXPECT_TRUE(workspace.document().runs.front().outcome.starts_with("unfinished"));
    click("train-toggle");
    ASSERT_TRUE(trains(1));
    ASSERT_EQ(training.specs().size(), 2U);
    EXPECT_EQ(training.specs()[0].seed, training.specs()[1].seed);
    EXPECT_FALSE(models::changesBetween(training.specs()[0], training.specs()[1]).any());
}

TEST_F(TrainViewTest, offersTheSuggestedRateAfterDivergenceAndStartsAgainWithIt)
{
    open({.divergesAt = 5, .suggestedLearningRate = 0.125});
    click("train-toggle");
    ASSERT_TRUE(reaches(State::Finished));
    EXPECT_TRUE(text("train-message").contains("Diverged at step 57"));
    const auto* loss = view->findChild<QWidget*>("loss-plot")->findChild<QCustomPlot*>();
    bool isCrossed = false;
    for (int i = 0; i < loss->graphCount(); ++i)
        isCrossed = isCrossed || (loss->graph(i)->scatterStyle().shape() == QCPScatterStyle::ssCross &&
                                  loss->graph(i)->data()->size() == 1);
    EXPECT_TRUE(isCrossed);
    EXPECT_EQ(buttonText("train-message-action"), "Start with 0.125");
    click("train-message-action");
    EXPECT_EQ(spec().learningRate, 0.125);
    EXPECT_TRUE(session->isOn());
    EXPECT_EQ(session->spec().learningRate, 0.125);
    workspace.undo();
    EXPECT_NE(spec().learningRate, 0.125);
}

TEST_F(TrainViewTest, passesANewLearningRateToTheRunThatIsOn)
{
    open();
    click("train-toggle");
    ASSERT_TRUE(trains(1));
    editSpec([](nn::TrainingSpec& spec) { spec.learningRate = 0.5; });
    EXPECT_TRUE(models::waitUntil([&] { return training.learningRatesHeard() == std::vector{0.5}; }));
    EXPECT_FALSE(text("train-message").contains("Changed since Start"));
}

TEST_F(TrainViewTest, saysThatOtherChangesWaitForTheNextStart)
{
    open();
    click("train-toggle");
    ASSERT_TRUE(trains(1));
    click("layer-more-1");
    EXPECT_EQ(spec().hidden.front().width, 5U);
    EXPECT_TRUE(text("train-message").contains("Changed since Start: network"));
    EXPECT_EQ(session->spec().hidden.front().width, 4U);
    click("train-message-action");
    EXPECT_EQ(workspace.document().runs.size(), 1U) << "what was trained is kept";
    ASSERT_TRUE(models::waitUntil([&] { return training.specs().size() == 2; }));
    EXPECT_EQ(training.specs()[1].hidden.front().width, 5U);
}

TEST_F(TrainViewTest, listsAFinishedRunAndUndoDoesNotLoseIt)
{
    open();
    editSpec([](nn::TrainingSpec& spec) { spec.epochs = 5; });
    click("train-toggle");
    ASSERT_TRUE(reaches(State::Finished));
    ASSERT_EQ(workspace.document().runs.size(), 1U);
    EXPECT_EQ(workspace.document().runs.front().history.size(), 6U);
    EXPECT_EQ(find<QTreeView>("train-runs")->model()->rowCount(), 1);
    const int steps = workspace.undoStack().count();
    workspace.undo();
    EXPECT_EQ(workspace.document().runs.size(), 1U);
    workspace.redo();
    EXPECT_EQ(workspace.document().runs.size(), 1U);
    EXPECT_EQ(workspace.undoStack().count(), steps);
}

TEST_F(TrainViewTest, bringsBackTheSettingsOfARun)
{
    open();
    editSpec([](nn::TrainingSpec& spec) { spec.epochs = 5; });
    click("train-toggle");
    ASSERT_TRUE(reaches(State::Finished));
    editSpec([](nn::TrainingSpec& spec) { spec.hidden.clear(); });
    auto* runs = find<QTreeView>("train-runs");
    runs->setCurrentIndex(runs->model()->index(0, 0));
    Q_EMIT runs->activated(runs->currentIndex());
    EXPECT_EQ(spec().hidden.size(), 1U);
}

TEST_F(TrainViewTest, newDataShowAtOnceAndPutAwayWhatWasLearntFromOthers)
{
    open();
    editSpec([](nn::TrainingSpec& spec) { spec.epochs = 5; });
    click("train-toggle");
    ASSERT_TRUE(reaches(State::Finished));
    click("dataset-digits");
    EXPECT_EQ(spec().data.name, "digits");
    EXPECT_EQ(session->state(), State::Idle);
    EXPECT_TRUE(find<QWidget>("train-digits")->isVisible());
}

TEST_F(TrainViewTest, dataChosenWhileARunIsOnShowAfterReset)
{
    open();
    click("train-toggle");
    ASSERT_TRUE(trains(1));
    click("dataset-digits");
    EXPECT_FALSE(find<QWidget>("train-digits")->isVisible());
    EXPECT_TRUE(text("train-message").contains("Changed since Start: data"));
    click("train-reset");
    EXPECT_TRUE(find<QWidget>("train-digits")->isVisible());
}

TEST_F(TrainViewTest, marksThePicturesThatAreReadWrong)
{
    open();
    click("dataset-digits");
    click("train-toggle");
    ASSERT_TRUE(trains(2));
    EXPECT_TRUE(text("train-digits-score").contains("read right"));
}

TEST_F(TrainViewTest, survivesTheDeletionOfAnActivationInUse)
{
    open();
    const auto own = activation::makeActivation({"mine", "x > 0 ? x : 0.1*x", "", {}}).value();
    workspace.edit("make", [&](workspace::Document& document) {
        document.custom.push_back(own);
        document.training.hidden.front().activation = own;
    });
    click("train-toggle");
    ASSERT_TRUE(trains(1));
    workspace.edit("delete", [](workspace::Document& document) { document.custom.clear(); });
    ASSERT_TRUE(trains(3));
    EXPECT_FALSE(text("train-message").contains("Changed since Start"));
    click("train-reset");
    click("train-toggle");
    EXPECT_TRUE(session->isOn());
}

TEST_F(TrainViewTest, aLayerWithoutActivationIsNamedAndNotStarted)
{
    open();
    editSpec([](nn::TrainingSpec& spec) { spec.hidden.front().activation = nullptr; });
    click("train-toggle");
    EXPECT_EQ(session->state(), State::Idle);
    EXPECT_TRUE(text("train-message").contains("activation"));
}

TEST_F(TrainViewTest, isNotClippedAt1280By800)
{
    open();
    view->resize(1280, 690);  // what menu and header leave
    EXPECT_LE(view->minimumSizeHint().width(), 1280);
    EXPECT_LE(view->minimumSizeHint().height(), 690);
}

}  // namespace
}  // namespace actlab::widgets
