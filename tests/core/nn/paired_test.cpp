#include "core/nn/paired.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace actlab::nn {
namespace {

/// The usual tables of Student's distribution, two-sided.
TEST(Paired, hasTheQuantilesOfTheTables)
{
    struct Row {
        std::size_t freedom;
        double tail, t;
    };
    for (const Row& row : {Row{1, 0.05, 12.7062}, Row{2, 0.05, 4.30265}, Row{3, 0.05, 3.18245}, Row{4, 0.05, 2.77645},
                           Row{9, 0.05, 2.26216}, Row{30, 0.05, 2.04227}, Row{4, 0.01, 4.60409}, Row{1, 0.5, 1},
                           Row{999, 0.05, 1.96234}})
        EXPECT_NEAR(studentQuantile(row.freedom, row.tail), row.t, 1e-5 * row.t) << row.freedom << " " << row.tail;
}

TEST(Paired, dividesTheSquaresByOneLess)
{
    const auto [mean, deviation] = summaryOf(std::array{1.0, 2.0, 3.0, 4.0});
    EXPECT_EQ(mean, 2.5);
    EXPECT_NEAR(deviation.value(), std::sqrt(5.0 / 3), 1e-15);
    EXPECT_EQ(summaryOf(std::array{7.0}).deviation, std::nullopt);
}

TEST(Paired, tellsADifferenceOnlyWhereItIsLargeAgainstItsSpread)
{
    const Difference clear = pairedDifference(std::array{1.0, 1.1, 0.9, 1.0, 1.0}, 0.05);
    EXPECT_GT(clear.low, 0);
    EXPECT_NEAR(clear.high - clear.mean, 2.77645 * std::sqrt(0.02 / 4) / std::sqrt(5.0), 1e-5);
    EXPECT_LT(pairedDifference(std::array{1.0, -0.9, 0.5, -0.4}, 0.05).low, 0);
    EXPECT_LT(pairedDifference(std::array{5.0}, 0.05).low, 0) << "one seed tells nothing";
    EXPECT_LT(pairedDifference(std::array{0.5, 0.5}, 0.05).low, 0) << "two that are alike tell as little";
    EXPECT_EQ(pairedDifference(std::array{0.5, 0.5, 0.5, 0.5, 0.5}, 0.05).low, 0.5);
}

}  // namespace
}  // namespace actlab::nn
