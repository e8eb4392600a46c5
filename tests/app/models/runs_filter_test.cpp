#include "app/models/runs_filter.hpp"

#include "app/models/runs_model.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

class RunsFilterTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        finish("Spiral Tanh", 9, 0.5);
        finish("Circle ReLU", 10, NAN);
        finish("Spiral ReLU", 100, 1e-9);
        filter.setSourceModel(&model);
    }
    void finish(const char* name, std::size_t epoch, double testLoss)
    {
        workspace.look([&](workspace::Document& document) {
            addRun(document, {name, {}, {{epoch, 0.5, testLoss, 0.5, 0.5, 1}}, "finished"});
        });
    }
    QString names() const
    {
        QStringList all;
        for (int row = 0; row < filter.rowCount(); ++row)
            all << filter.index(row, RunsModel::columnOf("name")).data().toString();
        return all.join(", ");
    }

    WorkspaceModel workspace;
    RunsModel model{workspace};
    RunsFilter filter;
};

TEST_F(RunsFilterTest, keepsTheOrderOfTheRunsUntilAColumnIsChosen)
{
    EXPECT_EQ(names(), "Spiral ReLU, Circle ReLU, Spiral Tanh");
}

TEST_F(RunsFilterTest, sortsNumbersAsNumbers)
{
    filter.sort(RunsModel::columnOf("epochs"), Qt::AscendingOrder);
    EXPECT_EQ(names(), "Spiral Tanh, Circle ReLU, Spiral ReLU");
    filter.sort(RunsModel::columnOf("name"), Qt::AscendingOrder);
    EXPECT_EQ(names(), "Circle ReLU, Spiral ReLU, Spiral Tanh");
}

TEST_F(RunsFilterTest, putsWhatIsNoNumberLastEitherWay)
{
    filter.sort(RunsModel::columnOf("test_loss"), Qt::AscendingOrder);
    EXPECT_EQ(names(), "Spiral ReLU, Spiral Tanh, Circle ReLU");
    filter.sort(RunsModel::columnOf("test_loss"), Qt::DescendingOrder);
    EXPECT_EQ(names(), "Spiral Tanh, Spiral ReLU, Circle ReLU");
}

TEST_F(RunsFilterTest, showsTheRunsThatHaveEveryWordSomewhere)
{
    filter.setWords("relu");
    EXPECT_EQ(names(), "Spiral ReLU, Circle ReLU");
    filter.setWords("  RELU spir ");
    EXPECT_EQ(names(), "Spiral ReLU");
    filter.setWords("nowhere");
    EXPECT_EQ(names(), "");
    filter.setWords("");
    EXPECT_EQ(filter.rowCount(), 3);
}

}  // namespace
}  // namespace actlab::models
