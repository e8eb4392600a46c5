#include "core/nn/memory.hpp"

#include "tests/core/nn/example.hpp"

#include <gmock/gmock.h>

namespace actlab::nn {
namespace {

TEST(Memory, growsWithTheNetwork)
{
    testing::Example example(testing::activationOf("tanh(x)"));
    const std::size_t small = bytesToTrain(layoutOf(example.spec, example.data), 10);
    example.spec.hidden[0].width = example.spec.hidden[1].width = 1024;
    const std::size_t large = bytesToTrain(layoutOf(example.spec, example.data), 10);
    EXPECT_LT(small, 100'000u);
    EXPECT_GT(large, 8 * 4 * 1024u * 1024u);
    EXPECT_LT(large, 64u * 1024u * 1024u);
}

TEST(Memory, growsWithTheBatchWhereBatchNormLooksAtAllOfIt)
{
    testing::Example example(testing::activationOf("tanh(x)"));
    example.spec.hidden[0].width = example.spec.hidden[1].width = 256;
    const auto bytes = [&](std::size_t batch) { return bytesToTrain(layoutOf(example.spec, example.data), batch); };
    EXPECT_EQ(bytes(10), bytes(60'000));
    example.spec.hidden[1].batchNorm = true;
    EXPECT_EQ(bytes(10), bytes(32));
    EXPECT_GT(bytes(60'000), 60'000u * 256 * 4 * 16) << "what three layers keep of every row";
}

TEST(Memory, isRefusedWithBothFigures)
{
    EXPECT_FALSE(complaintAboutMemory(100, 100));
    EXPECT_EQ(complaintAboutMemory(1'254'000'000, 47'300'000),
              "Training this network takes 1.25 GB of memory, and 48 MB are free. Take fewer or narrower layers.");
    EXPECT_THAT(*complaintAboutMemory(20'050'000'000, 2'000'000'000), ::testing::HasSubstr("20.05 GB"));
    EXPECT_THAT(*complaintAboutMemory(2, 1, "smaller batches"), ::testing::EndsWith(" Take smaller batches."));
}

}  // namespace
}  // namespace actlab::nn
