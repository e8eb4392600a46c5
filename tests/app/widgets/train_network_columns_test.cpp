#include "app/widgets/train_network_columns.hpp"

#include "core/nn/engine.hpp"
#include "tests/app/models/scripted_training.hpp"

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

}  // namespace
}  // namespace actlab::widgets
