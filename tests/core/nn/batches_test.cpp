#include "core/nn/batches.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace actlab::nn {
namespace {

std::vector<std::size_t> epochOf(Batches& batches)
{
    std::vector<std::size_t> rows;
    batches.startEpoch();
    while (!batches.empty())
        for (const std::size_t row : batches.next())
            rows.push_back(row);
    return rows;
}

TEST(Batches, showEveryRowOnceAnEpoch)
{
    Batches batches(103, 10, 1);
    const std::vector<std::size_t> rows = epochOf(batches);
    EXPECT_EQ(rows.size(), 103u);
    EXPECT_EQ(std::set(rows.begin(), rows.end()).size(), 103u);
}

TEST(Batches, endAnEpochWithWhatIsLeft)
{
    Batches batches(25, 10, 1);
    batches.startEpoch();
    EXPECT_EQ(batches.next().size(), 10u);
    EXPECT_EQ(batches.next().size(), 10u);
    EXPECT_EQ(batches.next().size(), 5u);
    EXPECT_TRUE(batches.empty());
}

TEST(Batches, mayBeLargerThanTheData)
{
    Batches batches(7, 1'000'000, 1);
    batches.startEpoch();
    EXPECT_EQ(batches.next().size(), 7u);
    EXPECT_TRUE(batches.empty());
}

TEST(Batches, comeInAnotherOrderEachEpochAndInTheSameForTheSameSeed)
{
    Batches first(50, 10, 1), same(50, 10, 1), other(50, 10, 2);
    const std::vector<std::size_t> rows = epochOf(first);
    EXPECT_EQ(rows, epochOf(same));
    EXPECT_NE(rows, epochOf(other));
    const std::vector<std::size_t> secondEpoch = epochOf(first);
    EXPECT_NE(rows, secondEpoch);
    EXPECT_EQ(secondEpoch, epochOf(same));
}

std::vector<std::vector<std::size_t>> batchesOf(Batches& batches)
{
    std::vector<std::vector<std::size_t>> all;
    batches.startEpoch();
    while (!batches.empty()) {
        const auto rows = batches.next();
        all.emplace_back(rows.begin(), rows.end());
    }
    return all;
}

TEST(Batches, goOnWithWhatIsLeftWhereTheOrderIsFixed)
{
    Batches batches(7, 3, 1, RowOrder::Fixed);
    using All = std::vector<std::vector<std::size_t>>;
    EXPECT_EQ(batchesOf(batches), (All{{0, 1, 2}, {3, 4, 5}}));
    EXPECT_EQ(batchesOf(batches), (All{{6, 0, 1, 2}, {3, 4, 5}}));
    EXPECT_EQ(batchesOf(batches), (All{{6, 0, 1, 2}, {3, 4, 5}}));
    Batches even(4, 2, 1, RowOrder::Fixed);
    EXPECT_EQ(batchesOf(even), (All{{0, 1}, {2, 3}}));
    EXPECT_EQ(batchesOf(even), (All{{0, 1}, {2, 3}}));
}

TEST(Batches, areNeverLargerThanTheSpecSays)
{
    for (const Init init : {Init::Auto, Init::Playground})
        for (const std::size_t rows : {1, 7, 12, 20})
            for (const std::size_t batch : {1, 3, 12, 50}) {
                TrainingSpec spec;
                spec.init = init;
                spec.batch = batch;
                Batches batches(rows, batch, 1, rowOrderOf(spec));
                std::size_t most = 0;
                for (int epoch = 0; epoch < 3; ++epoch)
                    for (const auto& each : batchesOf(batches))
                        most = std::max(most, each.size());
                EXPECT_EQ(mostRowsInABatch(spec, rows), most) << rows << " rows by " << batch;
            }
}

TEST(Batches, takeAllRowsWhereThereAreFewerThanABatchAndTheOrderIsFixed)
{
    Batches batches(3, 10, 1, RowOrder::Fixed);
    EXPECT_EQ(batchesOf(batches).front().size(), 3U);
    EXPECT_EQ(batchesOf(batches).front().size(), 3U);
}

}  // namespace
}  // namespace actlab::nn
