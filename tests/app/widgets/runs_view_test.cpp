#include "app/widgets/runs_view.hpp"

#include "tests/app/widgets/train_view_bench.hpp"

#include "app/models/training_changes.hpp"
#include "core/workspace/runs.hpp"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>

namespace actlab::widgets {
namespace {

using State = models::TrainingSession::State;
using models::RunsModel;

class RunsViewTest : public TrainViewBench {
protected:
    void finish(const char* name, double testLoss)
    {
        workspace.look([&](workspace::Document& document) {
            addRun(document, {name, models::smallSpec(), {{3, 0.5, testLoss, 0.5, 0.5, 1}}, "finished 3 epochs"});
        });
    }
    RunsView& runs() const { return *find<RunsView>("train-runs"); }
    QString nameAt(int row) const
    {
        return runs().model()->index(row, RunsModel::columnOf("name")).data().toString();
    }
    void choose(int row) const { runs().setCurrentIndex(runs().model()->index(row, 0)); }
    void press(Qt::Key key) const { QTest::keyClick(&runs(), key); }
    /// On the screen, so that its shortcuts are heard.
    void openInFront()
    {
        open();
        view->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(view.get()));
        finish("worse", 0.5);
        finish("best", 0.25);
        finish("worst", 10);
        runs().setFocus();
    }
};

TEST_F(RunsViewTest, sortsByAClickOnATitleAndTheOtherWayByTheNext)
{
    openInFront();
    EXPECT_EQ(nameAt(0) + nameAt(1) + nameAt(2), "worstbestworse");
    auto* header = runs().header();
    const int column = RunsModel::columnOf("test_loss");
    const QPoint title(header->sectionViewportPosition(column) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
    EXPECT_EQ(nameAt(0) + nameAt(1) + nameAt(2), "bestworseworst");
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
    EXPECT_EQ(nameAt(0) + nameAt(1) + nameAt(2), "worstworsebest");
}

TEST_F(RunsViewTest, renamesInPlaceWithF2)
{
    openInFront();
    choose(1);
    press(Qt::Key_F2);
    auto* editor = runs().findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    EXPECT_EQ(editor->text(), "best");
    editor->setText("my favourite");
    QTest::keyClick(editor, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(workspace.document().runs[1].name, "my favourite");
    workspace.undo();
    EXPECT_EQ(nameAt(1), "best");
}

TEST_F(RunsViewTest, mayGoWhileANameIsEdited)
{
    openInFront();
    choose(1);
    press(Qt::Key_F2);
    runs().findChild<QLineEdit*>()->setText("half a na");
    view.reset();
    EXPECT_EQ(workspace.document().runs.size(), 3U);
}

TEST_F(RunsViewTest, deletesWhatIsSelectedAndUndoBringsItBack)
{
    openInFront();
    choose(0);
    press(Qt::Key_Delete);
    EXPECT_EQ(workspace.document().runs.size(), 2U);
    EXPECT_EQ(nameAt(0), "best");
    EXPECT_EQ(runs().currentIndex().row(), 0) << "the next may be deleted, too";
    EXPECT_EQ(workspace.undoStack().undoText(), "Delete a run");
    workspace.undo();
    EXPECT_EQ(nameAt(0), "worst");
    choose(2);
    press(Qt::Key_Delete);
    EXPECT_EQ(runs().selectionModel()->selectedRows().size(), 1);
    EXPECT_EQ(runs().currentIndex().row(), 1);
}

TEST_F(RunsViewTest, pinsABaselineAndOverlaysByKeys)
{
    openInFront();
    choose(1);
    press(Qt::Key_B);
    EXPECT_EQ(workspace::baselineOf(workspace.document())->name, "best");
    EXPECT_TRUE(runs().baseline()->isChecked());
    press(Qt::Key_O);
    EXPECT_TRUE(workspace.document().runs[1].colour);
    press(Qt::Key_O);
    EXPECT_FALSE(workspace.document().runs[1].colour);
    press(Qt::Key_B);
    EXPECT_EQ(workspace::baselineOf(workspace.document()), nullptr);
}

TEST_F(RunsViewTest, writesANoteIntoAColumnThatWasEmpty)
{
    openInFront();
    choose(2);
    press(Qt::Key_N);
    auto* editor = runs().findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    editor->setText("too slow");
    QTest::keyClick(editor, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(workspace.document().runs[0].note, "too slow");
}

TEST_F(RunsViewTest, runsAgainWithTheSettingsAndActivationsOfThatDay)
{
    open();
    editSpec([](nn::TrainingSpec& spec) { spec.epochs = 5; });
    click("train-toggle");
    ASSERT_TRUE(reaches(State::Finished));
    editSpec([](nn::TrainingSpec& spec) {
        spec.seed = 77;
        spec.hidden.clear();
    });
    choose(0);
    runs().again()->trigger();
    ASSERT_TRUE(models::waitUntil([&] { return training.specs().size() == 2; }));
    EXPECT_FALSE(models::changesBetween(training.specs()[0], training.specs()[1]).any());
    EXPECT_EQ(spec().seed, training.specs()[0].seed) << "the settings at the left are those of the run";
}

TEST_F(RunsViewTest, runsAgainToTheVeryNumbers)
{
    workspace.edit("set up", [](workspace::Document& document) {
        document.training = models::smallSpec();
        document.training.epochs = 4;
    });
    session = std::make_unique<models::TrainingSession>();
    view = std::make_unique<TrainView>(workspace, *session);
    click("train-toggle");
    ASSERT_TRUE(reaches(State::Finished));
    editSpec([](nn::TrainingSpec& spec) { spec.learningRate = 0.5; });
    choose(0);
    runs().again()->trigger();
    ASSERT_TRUE(models::waitUntil([&] { return workspace.document().runs.size() == 2; }));
    const auto &first = workspace.document().runs[0].history, &second = workspace.document().runs[1].history;
    ASSERT_EQ(first.size(), 5U);
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].trainLoss, second.at(i).trainLoss);
        EXPECT_EQ(first[i].testAccuracy, second[i].testAccuracy);
    }
}

TEST_F(RunsViewTest, saysWhyARunThatWasEditedCannotBeRunAgain)
{
    open();
    finish("edited", 1);
    workspace.look([](workspace::Document& document) {
        document.runs.back().marks = {{nn::MarkKind::LearningRate, {}, {}, "0.01", "0.02"}};
    });
    choose(0);
    EXPECT_FALSE(runs().again()->isEnabled());
    EXPECT_TRUE(runs().again()->toolTip().contains("edited while it went on"));
}

TEST_F(RunsViewTest, offersNothingWhereNothingIsSelected)
{
    open();
    finish("only", 1);
    runs().clearSelection();
    EXPECT_FALSE(runs().again()->isEnabled());
    EXPECT_TRUE(runs().again()->toolTip().contains("Choose one run"));
    choose(0);
    EXPECT_TRUE(runs().again()->isEnabled());
    QSignalSpy asked{&runs(), &RunsView::exportTableAsked};
    runs().exportTable()->trigger();
    EXPECT_EQ(asked.size(), 1);
}

}  // namespace
}  // namespace actlab::widgets
