#include "core/data/generators.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace actlab::data {
namespace {

struct Row {
    double x, y;
    bool positive;
};

Row rowOf(const Table& table, std::size_t row)
{
    return {table.inputs[2 * row], table.inputs[2 * row + 1], table.targets[row] == 1};
}

template <class Wrong>
std::size_t count(const Table& table, Wrong wrong)
{
    std::size_t number = 0;
    for (std::size_t row = 0; row < table.rows(); ++row)
        number += wrong(rowOf(table, row));
    return number;
}

TEST(Circle, isADiscInARing)
{
    Random random(1);
    const Table table = circle(500, 0, random);
    EXPECT_EQ(table.rows(), 500u);
    EXPECT_EQ(count(table, [](Row r) { return r.positive; }), 250u);
    EXPECT_EQ(count(table, [](Row r) { return r.positive != (std::hypot(r.x, r.y) < 2.5); }), 0u);
    EXPECT_EQ(count(table, [](Row r) { return std::hypot(r.x, r.y) > 2.5 && std::hypot(r.x, r.y) < 3.4999; }), 0u);
    EXPECT_EQ(count(table, [](Row r) { return std::hypot(r.x, r.y) > 5.0001; }), 0u);
}

TEST(Circle, changesLabelsAndNotPointsWhenItIsNoisy)
{
    Random random(1);
    const Table noisy = circle(500, 0.5, random);
    EXPECT_EQ(count(noisy, [](Row r) { return std::hypot(r.x, r.y) > 5.0001; }), 0u);
    EXPECT_GT(count(noisy, [](Row r) { return r.positive != (std::hypot(r.x, r.y) < 2.5); }), 50u);
}

TEST(Plane, risesFromCornerToCorner)
{
    Random random(1);
    const Table table = plane(500, 0, random);
    for (std::size_t row = 0; row < table.rows(); ++row)
        EXPECT_NEAR(table.targets[row], (table.inputs[2 * row] + table.inputs[2 * row + 1]) / 10, 1e-6);
    const Table noisy = plane(500, 0.5, random);
    double off = 0;
    for (std::size_t row = 0; row < noisy.rows(); ++row)
        off =
            std::max(off, std::abs(noisy.targets[row] - (noisy.inputs[2 * row] + noisy.inputs[2 * row + 1]) / 10.0));
    EXPECT_GT(off, 0.1);
    EXPECT_LE(off, 0.6) << "3 on each axis at most";
}

TEST(MultiGauss, hasThreeHillsAndThreeHollows)
{
    Random random(1);
    const Table table = multiGauss(20'000, 0, random);
    const auto valueNear = [&](double x, double y) {
        double nearest = 1e9, value = 0;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const double distance = std::hypot(table.inputs[2 * row] - x, table.inputs[2 * row + 1] - y);
            if (distance < nearest) {
                nearest = distance;
                value = table.targets[row];
            }
        }
        return value;
    };
    for (const auto& [x, y, sign] : {std::tuple(-4.0, 2.5, 1), std::tuple(4.0, 2.5, 1), std::tuple(0.0, -2.5, 1),
                                     std::tuple(0.0, 2.5, -1), std::tuple(-4.0, -2.5, -1), std::tuple(4.0, -2.5, -1)})
        EXPECT_NEAR(valueNear(x, y), sign, 0.1);
    EXPECT_NEAR(valueNear(0, 0), 0, 0.01);
    EXPECT_NEAR(valueNear(-3, 2.5), 0.5, 0.1);
}

TEST(ExclusiveOr, keepsAwayFromTheAxes)
{
    Random random(2);
    const Table table = exclusiveOr(500, 0, random);
    EXPECT_EQ(count(table, [](Row r) { return r.positive != (r.x * r.y >= 0); }), 0u);
    EXPECT_EQ(count(table, [](Row r) { return std::min(std::abs(r.x), std::abs(r.y)) < 0.2999; }), 0u);
    EXPECT_EQ(count(table, [](Row r) { return std::max(std::abs(r.x), std::abs(r.y)) > 5.3001; }), 0u);
}

/// Mean and variance of x over the rows of one class.
std::pair<double, double> momentsOf(const Table& table, bool positive)
{
    double sum = 0, squares = 0, number = 0;
    for (std::size_t i = 0; i < table.rows(); ++i)
        if (const Row row = rowOf(table, i); row.positive == positive) {
            sum += row.x;
            squares += row.x * row.x;
            ++number;
        }
    return {sum / number, squares / number - sum * sum / number / number};
}

TEST(TwoGaussians, standAtTwoAndMinusTwoAndWidenWithNoise)
{
    Random random(3);
    const Table calm = twoGaussians(20'000, 0, random), noisy = twoGaussians(20'000, 0.5, random);
    for (const bool positive : {true, false}) {
        const double centre = positive ? 2 : -2;
        EXPECT_NEAR(momentsOf(calm, positive).first, centre, 0.04);
        EXPECT_NEAR(momentsOf(calm, positive).second, 0.5, 0.04);
        EXPECT_NEAR(momentsOf(noisy, positive).first, centre, 0.1);
        EXPECT_NEAR(momentsOf(noisy, positive).second, 4, 0.3);
    }
}

TEST(Spiral, hasTwoArmsOfOneAndThreeQuarterTurns)
{
    Random random(4);
    const Table table = spiral(500, 0, random);
    for (const std::size_t i : {0u, 1u, 100u, 249u}) {
        const double share = static_cast<double>(i) / 250, angle = 1.75 * share * 2 * std::numbers::pi;
        const Row first = rowOf(table, i), second = rowOf(table, 250 + i);
        EXPECT_TRUE(first.positive);
        EXPECT_FALSE(second.positive);
        EXPECT_NEAR(first.x, 5 * share * std::sin(angle), 1e-6);
        EXPECT_NEAR(first.y, 5 * share * std::cos(angle), 1e-6);
        EXPECT_NEAR(second.x, -first.x, 1e-6);
        EXPECT_NEAR(second.y, -first.y, 1e-6);
    }
}

TEST(Spiral, movesPointsByNoMoreThanItsNoise)
{
    Random random(4), other(5);
    const Table calm = spiral(500, 0, random), noisy = spiral(500, 0.4, other);
    double farthest = 0;
    for (std::size_t i = 0; i < calm.inputs.size(); ++i)
        farthest = std::max(farthest, static_cast<double>(std::abs(calm.inputs[i] - noisy.inputs[i])));
    EXPECT_LE(farthest, 0.4001);
    EXPECT_GT(farthest, 0.35);
}

TEST(Moons, fitTheSquareAndDoNotTouch)
{
    Random random(5);
    const Table table = moons(500, 0, random);
    EXPECT_EQ(count(table, [](Row r) { return std::max(std::abs(r.x), std::abs(r.y)) > 6; }), 0u);
    EXPECT_EQ(count(table, [](Row r) { return r.positive; }), 250u);
    double nearest = 100;
    for (std::size_t i = 0; i < 250; ++i)
        for (std::size_t j = 250; j < 500; ++j)
            nearest = std::min(
                nearest, std::hypot(rowOf(table, i).x - rowOf(table, j).x, rowOf(table, i).y - rowOf(table, j).y));
    EXPECT_GT(nearest, 0.5);
}

TEST(Sine, isTheSineOfItsInput)
{
    Random random(6), other(6);
    const Table calm = sine(1'200, 0, random), noisy = sine(1'200, 0.3, other);
    ASSERT_EQ(calm.features, 1u);
    double squares = 0;
    for (std::size_t i = 0; i < calm.rows(); ++i) {
        ASSERT_LE(std::abs(calm.inputs[i]), 6);
        ASSERT_NEAR(calm.targets[i], std::sin(calm.inputs[i]), 1e-6);
        squares += std::pow(noisy.targets[i] - std::sin(noisy.inputs[i]), 2);
    }
    EXPECT_NEAR(std::sqrt(squares / 1'200), 0.3, 0.03);
}

TEST(Generators, makeAnOddNumberOfPointsToo)
{
    Random random(7);
    for (auto make : {circle, exclusiveOr, twoGaussians, spiral, moons})
        EXPECT_EQ(make(11, 0.1, random).rows(), 11u);
}

}  // namespace
}  // namespace actlab::data
