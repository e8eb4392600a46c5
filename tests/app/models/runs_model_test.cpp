#include "app/models/runs_model.hpp"

#include "core/workspace/runs.hpp"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

class RunsModelTest : public ::testing::Test {
protected:
    void finish(const char* name, double testLoss, double testAccuracy)
    {
        workspace.look([&](workspace::Document& document) {
            addRun(document, {name, {}, {{3, 0.5, testLoss, 0.5, testAccuracy, 1}}, "finished 3 epochs"});
        });
    }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    QString text(int row, std::string_view column) const { return text(row, RunsModel::columnOf(column)); }
    QModelIndex nameAt(int row) const { return model.index(row, RunsModel::columnOf("name")); }

    WorkspaceModel workspace;
    RunsModel model{workspace};
};

TEST_F(RunsModelTest, followsTheRunsTheNewestFirst)
{
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    finish("older", 0.25, 0.5);
    finish("newer", 0.125, 0.755);
    EXPECT_EQ(inserted.size(), 2);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(text(0, "name"), "newer");
    EXPECT_EQ(text(0, "test_loss"), "0.1250");
    EXPECT_EQ(text(0, "test_accuracy"), "75.5 %");
    EXPECT_EQ(text(1, "epochs"), "3");
    EXPECT_EQ(text(0, RunsModel::qualityColumn()), "75.5 %");
    EXPECT_TRUE(model.isEmpty(RunsModel::columnOf("test_r2")));
    EXPECT_FALSE(model.isEmpty(RunsModel::columnOf("test_accuracy")));
}

TEST_F(RunsModelTest, saysWhereARunDivergedAndSortsItLast)
{
    finish("good", 0.25, 0.5);
    workspace.look([](workspace::Document& document) {
        workspace::Run run{"lost", {}, {{2, 0.1, 0.1, 1, 1, 1}}, "diverged at step 57"};
        nn::Outcome outcome;
        outcome.steps = 57;
        run.history.push_back(nn::lostEpoch(run.history, 0, outcome));
        addRun(document, run);
    });
    EXPECT_EQ(text(0, "test_loss"), "diverged");
    EXPECT_EQ(text(0, RunsModel::qualityColumn()), "at step 57");
    const auto at = [this](std::string_view column) { return model.index(0, RunsModel::columnOf(column)); };
    EXPECT_FALSE(at("test_loss").data(RunsModel::SortRole).isValid()) << "what is invalid is last either way";
    EXPECT_FALSE(at("test_accuracy").data(RunsModel::SortRole).isValid());
    model.pin(model.numberAt(1), true);
    EXPECT_EQ(text(0, RunsModel::lossDifferenceColumn()), "");
}

TEST_F(RunsModelTest, renamesAndNotesInStepsThatCanBeTakenBack)
{
    finish("run", 1, 1);
    EXPECT_TRUE(model.setData(nameAt(0), "  mine\n"));
    EXPECT_TRUE(model.setData(model.index(0, RunsModel::columnOf("note")), "why"));
    EXPECT_EQ(text(0, "name"), "mine");
    EXPECT_EQ(workspace.document().runs[0].note, "why");
    workspace.undo();
    EXPECT_EQ(text(0, "note"), "");
    EXPECT_EQ(text(0, "name"), "mine");
    finish("later", 1, 1);
    workspace.undo();
    EXPECT_EQ(text(0, "name"), "later") << "a run that came since stays";
    EXPECT_EQ(text(1, "name"), "run");
    workspace.redo();
    EXPECT_EQ(text(1, "name"), "mine");
}

TEST_F(RunsModelTest, takesNoEmptyNameAndMakesNoStepOfNothing)
{
    finish("run", 1, 1);
    const int steps = workspace.undoStack().count();
    EXPECT_FALSE(model.setData(nameAt(0), "  "));
    EXPECT_TRUE(model.setData(nameAt(0), "run"));
    EXPECT_FALSE(model.setData(model.index(0, RunsModel::columnOf("seed")), "3"));
    EXPECT_EQ(workspace.undoStack().count(), steps);
}

TEST_F(RunsModelTest, deletesAndBringsBack)
{
    for (const char* name : {"a", "b", "c"})
        finish(name, 1, 1);
    model.remove({model.numberAt(0), model.numberAt(2)});
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(text(0, "name"), "b");
    workspace.undo();
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(text(0, "name") + text(1, "name") + text(2, "name"), "cba");
}

TEST_F(RunsModelTest, measuresTheOthersAgainstTheBaseline)
{
    finish("base", 0.5, 0.5);
    finish("better", 0.25, 0.75);
    EXPECT_TRUE(model.isEmpty(RunsModel::lossDifferenceColumn()));
    model.pin(model.numberAt(1), true);
    EXPECT_EQ(text(0, RunsModel::lossDifferenceColumn()), QString::fromUtf8("−0.2500"));
    EXPECT_EQ(text(0, RunsModel::qualityDifferenceColumn()), "+25.0 %");
    EXPECT_EQ(text(1, RunsModel::lossDifferenceColumn()), "");
    EXPECT_TRUE(nameAt(0).data(Qt::ToolTipRole).toString().contains(QString::fromUtf8("Against “base”")));
    workspace.undo();
    EXPECT_TRUE(model.isEmpty(RunsModel::lossDifferenceColumn()));
}

TEST_F(RunsModelTest, drawsARunOverThePresentOneWithoutAStep)
{
    finish("run", 1, 1);
    const int steps = workspace.undoStack().count();
    EXPECT_EQ(nameAt(0).data(Qt::CheckStateRole), Qt::Unchecked);
    EXPECT_TRUE(model.setData(nameAt(0), Qt::Checked, Qt::CheckStateRole));
    EXPECT_EQ(nameAt(0).data(Qt::CheckStateRole), Qt::Checked);
    EXPECT_EQ(nameAt(0).data(RunsModel::ColourRole), 1);
    EXPECT_TRUE(workspace.document().runs[0].colour);
    EXPECT_EQ(workspace.undoStack().count(), steps);
}

}  // namespace
}  // namespace actlab::models
