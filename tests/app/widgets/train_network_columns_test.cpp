#include "app/widgets/train_network_columns.hpp"

#include "app/widgets/theme.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/limits.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QApplication>
#include <QFontMetrics>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

std::vector<TrainNetworkColumn> columnsOf(const nn::TrainingSpec& spec)
{
    return networkColumns(spec, data::load(spec.data).value());
}

TEST(TrainNetworkColumns, standBetweenInputsAndOutputs)
{
    const auto columns = columnsOf(models::smallSpec());
    ASSERT_EQ(columns.size(), 3U);
    EXPECT_EQ(columns[0].neurons, 2U);
    EXPECT_EQ(columns[1].neurons, 4U);
    EXPECT_EQ(columns[1].activation, models::smallSpec().hidden.front().activation);
    EXPECT_EQ(columns[2].neurons, nn::outputCount(models::smallSpec().loss, data::load({}).value()));
}

TEST(TrainNetworkGeometry, keepsEveryNeuronInsideTheArea)
{
    nn::TrainingSpec spec = models::smallSpec();
    spec.hidden.push_back({500, spec.hidden.front().activation});
    const auto columns = columnsOf(spec);
    const QRectF area(10, 20, 600, 96);
    const TrainNetworkGeometry geometry(columns, area);
    for (std::size_t column = 0; column < columns.size(); ++column)
        for (std::size_t number = 0; number < geometry.shown(column); ++number)
            EXPECT_TRUE(area.adjusted(-1, -1, 1, 1).contains(geometry.neuron(column, number)));
    EXPECT_TRUE(geometry.isCut(2));
    EXPECT_FALSE(geometry.isCut(1));
}

TEST(TrainNetworkGeometry, leavesRoomForTheLinksBetweenAsManyLayersAsThereMayBe)
{
    applyTheme(*qApp, ThemeChoice::Light);  // the names take their room by its type
    nn::TrainingSpec spec = models::smallSpec();
    spec.hidden.assign(nn::kMostLayers, spec.hidden.front());
    const auto columns = columnsOf(spec);
    const TrainNetworkGeometry geometry(columns, QRectF(0, 0, 620, 184));
    for (std::size_t column = 0; column + 1 < columns.size(); ++column)
        EXPECT_GT(geometry.square(column + 1, 0).left() - geometry.square(column, 0).right(), 8) << column;
    EXPECT_GT(geometry.columnWidth(0), geometry.columnWidth(1)) << "inputs and outputs have names beside them";
    EXPECT_NEAR(geometry.columnX(columns.size() - 1) + geometry.columnWidth(0) / 2, 620, 1e-9)
        << "short names move nothing";
}

TEST(TrainNetworkGeometry, movesNeuronsInwardsForLongNames)
{
    applyTheme(*qApp, ThemeChoice::Light);
    auto columns = columnsOf(models::smallSpec());
    const QRectF area(0, 0, 340, 184);
    const TrainNetworkGeometry usual(columns, area);
    columns.front().names = {"sepal length", "sepal width"};
    const TrainNetworkGeometry moved(columns, area);
    EXPECT_GT(moved.nameRoom(0), usual.nameRoom(0) + 10);
    EXPECT_GT(moved.columnX(0), usual.columnX(0) + 10);
    EXPECT_GT(moved.square(1, 0).left(), moved.square(0, 0).right());
    EXPECT_EQ(moved.columnX(2), usual.columnX(2));
}

TEST(TrainNetworkGeometry, leavesRoomForTheWordsOfEveryLayerAtItsLeastWidth)
{
    applyTheme(*qApp, ThemeChoice::Light);
    nn::TrainingSpec spec = models::smallSpec();
    spec.hidden.assign(nn::kMostLayers, {1024, spec.hidden.front().activation});
    const auto columns = columnsOf(spec);
    const int width = leastNetworkWidth(columns);
    const TrainNetworkGeometry geometry(columns, QRectF(0, 0, width, 184));
    EXPECT_GT(geometry.columnWidth(1), QFontMetrics(qApp->font()).horizontalAdvance("1024"));
    spec.hidden.pop_back();
    EXPECT_LT(leastNetworkWidth(columnsOf(spec)), width);
}

}  // namespace
}  // namespace actlab::widgets
