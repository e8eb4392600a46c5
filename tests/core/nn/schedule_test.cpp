#include "core/nn/schedule.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace actlab::nn {
namespace {

std::vector<double> factors(Schedule schedule, std::size_t epochs)
{
    std::vector<double> all;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch)
        all.push_back(rateFactor(schedule, epoch, epochs));
    return all;
}

TEST(Schedule, staysConstant)
{
    EXPECT_EQ(factors(Schedule::Constant, 3), (std::vector<double>{1, 1, 1}));
}

TEST(Schedule, takesATenthAfterEachThird)
{
    EXPECT_EQ(factors(Schedule::Step, 6), (std::vector<double>{1, 1, 0.1, 0.1, 0.01, 0.01}));
    EXPECT_EQ(factors(Schedule::Step, 4), (std::vector<double>{1, 1, 0.1, 0.01}));
    EXPECT_EQ(factors(Schedule::Step, 1), (std::vector<double>{1}));
    EXPECT_EQ(rateFactor(Schedule::Step, 6, 6), 0.01) << "after the last epoch";
}

TEST(Schedule, goesDownHalfAWaveAndNeverReachesZero)
{
    const std::vector<double> wave = factors(Schedule::Cosine, 4);
    EXPECT_DOUBLE_EQ(wave[0], 1);
    EXPECT_DOUBLE_EQ(wave[1], (1 + std::sqrt(0.5)) / 2);
    EXPECT_DOUBLE_EQ(wave[2], 0.5);
    EXPECT_DOUBLE_EQ(wave[3], (1 - std::sqrt(0.5)) / 2);
    EXPECT_GT(factors(Schedule::Cosine, 1'000'000).back(), 0);
}

}  // namespace
}  // namespace actlab::nn
