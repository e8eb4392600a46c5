#include "app/widgets/runs_dialog.hpp"

#include "app/widgets/runs_view.hpp"
#include "tests/app/widgets/train_view_bench.hpp"

#include <QDialog>
#include <QLineEdit>
#include <QShortcut>

namespace actlab::widgets {
namespace {

class RunsDialogTest : public TrainViewBench {
protected:
    void finish(const char* name)
    {
        workspace.look([&](workspace::Document& document) {
            addRun(document, {name, models::smallSpec(), {{3, 0.5, 0.5, 0.5, 0.5, 1}}, "finished 3 epochs"});
        });
    }
    QString hint() const { return text("runs-hint"); }
};

TEST_F(RunsDialogTest, filtersByWordsAndSaysHowManyAreShown)
{
    open();
    for (const char* name : {"plain", "wide", "wide and deep"})
        finish(name);
    click("open-runs");
    EXPECT_TRUE(find<QWidget>("runs-dialog")->isVisible());
    EXPECT_TRUE(text("runs-count").contains("3"));
    auto* words = find<QLineEdit>("runs-filter");
    QTest::keyClicks(words, "WIDE");
    EXPECT_EQ(text("runs-count"), "showing 2 of 3");
    QTest::keyClicks(words, " deep finished");
    EXPECT_EQ(text("runs-count"), "showing 1 of 3");
    QTest::keyClicks(words, " no");
    EXPECT_EQ(find<RunsView>("runs-table")->model()->rowCount(), 0);
    EXPECT_TRUE(hint().startsWith("No run has all these words"));
}

TEST_F(RunsDialogTest, hasTheSettingsThatTheListHasNoRoomFor)
{
    open();
    finish("run");
    EXPECT_FALSE(find<QWidget>("open-runs")->isHidden());
    click("open-runs");
    const auto* table = find<RunsView>("runs-table");
    for (const char* column : {"data", "network", "activation", "optimizer", "learning_rate", "seed", "outcome"})
        EXPECT_FALSE(table->isColumnHidden(models::RunsModel::columnOf(column))) << column;
    for (const char* column : {"note", "test_r2"})
        EXPECT_TRUE(table->isColumnHidden(models::RunsModel::columnOf(column))) << "nothing is there: " << column;
    EXPECT_TRUE(find<RunsView>("train-runs")->isColumnHidden(models::RunsModel::columnOf("seed")));
}

TEST_F(RunsDialogTest, saysWhichStepWasUndone)
{
    open();
    finish("run");
    editSpec([](nn::TrainingSpec& spec) { spec.epochs = 7; });
    click("open-runs");
    const auto shortcuts = find<QDialog>("runs-dialog")->findChildren<QShortcut*>();
    const auto press = [&](QKeySequence::StandardKey key) {
        for (QShortcut* each : shortcuts)
            if (each->key() == QKeySequence(key))
                Q_EMIT each->activated();
    };
    press(QKeySequence::Undo);
    EXPECT_TRUE(hint().startsWith("Undone: edit."));
    press(QKeySequence::Redo);
    EXPECT_EQ(hint(), "Done again: edit.");
    EXPECT_EQ(spec().epochs, 7U);
    press(QKeySequence::Redo);
    EXPECT_EQ(hint(), "There is no step to do again.");
    workspace.undoStack().clear();
    press(QKeySequence::Undo);
    EXPECT_EQ(hint(), "There is no step to take back.");
}

TEST_F(RunsDialogTest, hasNoDoorWhereThereAreNoRuns)
{
    open();
    EXPECT_TRUE(find<QWidget>("open-runs")->isHidden());
}

}  // namespace
}  // namespace actlab::widgets
