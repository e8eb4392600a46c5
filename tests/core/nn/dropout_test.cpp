#include "core/nn/dropout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace actlab::nn {
namespace {

TrainingSpec specWith(double share, std::uint64_t seed = 1)
{
    TrainingSpec spec;
    spec.hidden = {{60, nullptr}, {40, nullptr}};
    spec.dropout = share;
    spec.seed = seed;
    return spec;
}

std::vector<float> rows(const TrainingSpec& spec, int count)
{
    Dropout dropout(spec);
    std::vector<float> all;
    for (int i = 0; i < count; ++i)
        std::ranges::copy(dropout.nextRow(), std::back_inserter(all));
    return all;
}

TEST(Dropout, isOffWhereNothingIsToBeLeftOut)
{
    EXPECT_FALSE(Dropout(specWith(0)).isOn());
    TrainingSpec linear = specWith(0.5);
    linear.hidden.clear();
    EXPECT_FALSE(Dropout(linear).isOn()) << "there is no hidden neuron";
}

TEST(Dropout, leavesOutItsShareAndKeepsTheMean)
{
    for (const double share : {0.1, 0.5, 0.8}) {
        const std::vector<float> factors = rows(specWith(share), 200);
        ASSERT_EQ(factors.size(), 20'000U);
        const auto zeros = static_cast<double>(std::ranges::count(factors, 0.0f));
        EXPECT_NEAR(zeros / 20'000, share, 0.015);
        const auto kept = static_cast<float>(1 / (1 - share));
        EXPECT_EQ(zeros + static_cast<double>(std::ranges::count(factors, kept)), 20'000);
    }
}

TEST(Dropout, isTheSameForTheSameSeedAndNewForEveryRow)
{
    EXPECT_EQ(rows(specWith(0.5), 3), rows(specWith(0.5), 3));
    EXPECT_NE(rows(specWith(0.5), 3), rows(specWith(0.5, 2), 3));
    const std::vector<float> two = rows(specWith(0.5), 2);
    EXPECT_FALSE(std::equal(two.begin(), two.begin() + 100, two.begin() + 100));
}

}  // namespace
}  // namespace actlab::nn
