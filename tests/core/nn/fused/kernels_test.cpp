#include "core/nn/fused/kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace actlab::nn::fused {
namespace {

class EveryProcessor : public ::testing::TestWithParam<const Kernels*> {
protected:
    const Kernels& m_kernels = *GetParam();
};

/// Numbers from −1 to 1 without a pattern that a wrong stride could hide behind.
std::vector<float> numbers(std::size_t count, float seed)
{
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = std::sin(seed + 1.7f * static_cast<float>(i) + 0.3f * static_cast<float>(i * i % 101));
    return values;
}

struct Shape {
    std::size_t rows, columns, steps;
};

/// Every number of rows of a tile, whole and partial vectors, no step and many.
std::vector<Shape> shapes()
{
    std::vector<Shape> all;
    for (const std::size_t rows : {1, 2, 3, 4, 5, 6, 7, 8, 9, 17})
        for (const std::size_t columns : {1, 2, 7, 8, 15, 16, 17, 31, 32, 33, 50, 64})
            for (const std::size_t steps : {0, 1, 2, 10, 33})
                all.push_back({rows, columns, steps});
    return all;
}

/// One way of calling multiply: c has three columns more than the product, which must stay as they are.
struct Trial {
    Trial(const Shape& shape, bool isTransposed, int from)
        : a(numbers(shape.rows * shape.steps, 1)),
          b(numbers(shape.steps * paddedToLanes(shape.columns + 1) + kLanes, 2)),
          start(numbers(shape.rows, 3)),
          c(numbers(shape.rows * (shape.columns + 3), 4)),
          product{shape.rows,
                  shape.columns,
                  shape.steps,
                  a.data(),
                  isTransposed ? 1 : shape.steps,
                  isTransposed ? shape.rows : 1,
                  b.data(),
                  paddedToLanes(shape.columns + 1),
                  c.data(),
                  shape.columns + 3}
    {
        product.start = from == 1 ? start.data() : nullptr;
        product.adds = from == 2;
    }
    Trial(const Trial&) = delete;
    double sum(std::size_t row, std::size_t column, float before) const
    {
        const Product& p = product;
        double sum = p.adds ? before : p.start ? p.start[row] : 0;
        for (std::size_t step = 0; step < p.steps; ++step)
            sum += static_cast<double>(p.a[row * p.aRow + step * p.aStep]) * p.b[step * p.bStep + column];
        return sum;
    }

    std::vector<float> a, b, start, c;
    Product product;
};

void expectProduct(const Kernels& kernels, Trial&& trial)
{
    const Product& p = trial.product;
    const std::vector<float> c = trial.c;
    kernels.multiply(p);
    for (std::size_t row = 0; row < p.rows; ++row) {
        for (std::size_t column = 0; column < p.cRow; ++column) {
            const float before = c[row * p.cRow + column];
            ASSERT_NEAR(p.c[row * p.cRow + column], column < p.columns ? trial.sum(row, column, before) : before,
                        1e-5)
                << p.rows << 'x' << p.columns << 'x' << p.steps << " at " << row << ", " << column;
        }
    }
}

TEST_P(EveryProcessor, multipliesMatricesOfAnyShape)
{
    for (const Shape& shape : shapes())
        for (const bool isTransposed : {false, true})
            for (const int from : {0, 1, 2})
                expectProduct(m_kernels, Trial(shape, isTransposed, from));
}

TEST_P(EveryProcessor, gathersRowsOfAnyLength)
{
    const std::vector<std::size_t> rows{3, 0, 4, 3, 1, 2, 4, 0, 1, 3, 2, 4};
    for (std::size_t columns = 1; columns <= 33; ++columns) {
        const std::vector<float> from = numbers(5 * columns, 1);
        const std::size_t touched = columns + kLanes, toRow = touched + 3;
        std::vector<float> to(rows.size() * toRow, 7);
        m_kernels.gather(from.data(), columns, rows.data(), rows.size(), to.data(), toRow);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t column = 0; column < columns; ++column)
                ASSERT_EQ(to[i * toRow + column], from[rows[i] * columns + column]) << columns;
            for (std::size_t column = touched; column < toRow; ++column)
                ASSERT_EQ(to[i * toRow + column], 7) << columns;
        }
    }
}

TEST_P(EveryProcessor, transposes)
{
    constexpr std::size_t kFromRow = 20, kToRow = 13;
    for (std::size_t rows = 1; rows <= 9; ++rows) {
        for (const std::size_t columns : {1, 3, 4, 7, 8, 16, 19}) {
            const std::vector<float> from = numbers(rows * kFromRow, 1);
            std::vector<float> to(columns * kToRow, 7);
            m_kernels.transpose(from.data(), kFromRow, rows, columns, to.data(), kToRow);
            for (std::size_t row = 0; row < columns; ++row)
                for (std::size_t column = 0; column < kToRow; ++column)
                    ASSERT_EQ(to[row * kToRow + column], column < rows ? from[column * kFromRow + row] : 7);
        }
    }
}

TEST_P(EveryProcessor, sumsRowsOfAnyLength)
{
    constexpr std::size_t kRows = 3, kStride = 70;
    const std::vector<float> from = numbers(kRows * kStride, 1), before = numbers(kRows, 2);
    for (std::size_t columns = 0; columns <= 67; ++columns) {
        for (const bool adds : {false, true}) {
            std::vector<float> sums = before;
            m_kernels.sumRows(from.data(), kStride, kRows, columns, sums.data(), adds);
            for (std::size_t row = 0; row < kRows; ++row) {
                const auto first = from.begin() + static_cast<std::ptrdiff_t>(row * kStride);
                ASSERT_NEAR(sums[row],
                            std::accumulate(first, first + static_cast<std::ptrdiff_t>(columns),
                                            adds ? static_cast<double>(before[row]) : 0.0),
                            1e-5)
                    << columns;
            }
        }
    }
}

TEST_P(EveryProcessor, scalesAndMultiplies)
{
    const std::vector<float> a = numbers(96, 1), b = numbers(96, 2);
    std::vector<float> scaled = a;
    EXPECT_NEAR(m_kernels.dot(a.data(), b.data(), 96), std::inner_product(a.begin(), a.end(), b.begin(), 0.0), 1e-5);
    m_kernels.scale(scaled.data(), b.data(), 96);
    for (std::size_t i = 0; i < 96; ++i)
        EXPECT_EQ(scaled[i], a[i] * b[i]);
}

TEST_P(EveryProcessor, descendsAnyNumberOfParametersAndNoneBeyond)
{
    for (const std::size_t count : {1, 15, 16, 17, 50}) {
        std::vector<float> parameters = numbers(80, 1), mean = numbers(80, 3), square(80, 0.5f);
        const std::vector<float> before = parameters, gradient = numbers(80, 2), meanBefore = mean;
        m_kernels.descend(parameters.data(), gradient.data(), 0.5f, count);
        m_kernels.descendWithMomentum(parameters.data(), gradient.data(), mean.data(), {0.25f, 0.9f, 0.5f, 2.0f},
                                      count);
        m_kernels.descendBySquares(parameters.data(), gradient.data(), square.data(), {0.3f, 0.8f, 0.25f, 1e-2f},
                                   count);
        m_kernels.descendWithMoments(parameters.data(), gradient.data(), mean.data(), square.data(),
                                     {0.1f, 2.0f, 0.99f, 0.9f, 0.1f, 0.99f, 0.01f, 1e-3f}, count);
        for (std::size_t i = 0; i < 64; ++i) {
            const float g = gradient[i], momentum = 0.9f * meanBefore[i] + g;
            const float squares = 0.8f * 0.5f + 0.25f * g * g;
            const float descended =
                before[i] - 0.5f * g - 0.25f * (0.5f * momentum + 2 * g) - 0.3f * g / (std::sqrt(squares) + 1e-2f);
            const float m = 0.9f * momentum + 0.1f * g, s = 0.99f * squares + 0.01f * g * g;
            const float moved = 0.99f * descended - 0.1f * m / (std::sqrt(s) * 2 + 1e-3f);
            EXPECT_NEAR(parameters[i], i < count ? moved : before[i], 1e-6) << i << " of " << count;
        }
        for (std::size_t i = paddedToLanes(count); i < 80; ++i) {
            EXPECT_EQ(mean[i], meanBefore[i]) << i << " of " << count;
            EXPECT_EQ(square[i], 0.5f) << i << " of " << count;
        }
    }
}

constexpr std::size_t kCount = 80;

/// Some steps of each kind on the first `count` of kCount. The parameters and what belongs to them begin `distance`
/// numbers from one another.
std::vector<float> descendedWith(const Kernels& kernels, std::size_t distance, std::size_t count = kCount)
{
    std::vector<float> memory(4 * distance);
    const auto place = [&](std::size_t index, const std::vector<float>& values) {
        return std::ranges::copy(values, memory.data() + index * distance).out - values.size();
    };
    float* const parameters = place(0, numbers(kCount, 1));
    float* const mean = place(1, numbers(kCount, 3));
    float* const square = place(2, std::vector(kCount, 0.5f));
    const float* const gradient = place(3, numbers(kCount, 2));
    for (int step = 0; step < 3; ++step) {
        kernels.descend(parameters, gradient, 0.3f, count);
        kernels.descendWithMomentum(parameters, gradient, mean, {0.3f, 0.9f, 0.7f, 1.1f}, count);
        kernels.descendBySquares(parameters, gradient, square, {0.3f, 0.7f, 0.3f, 1e-2f}, count);
        kernels.descendWithMoments(parameters, gradient, mean, square,
                                   {0.1f, 1.3f, 0.99f, 0.9f, 0.1f, 0.99f, 0.01f, 1e-3f}, count);
    }
    return {parameters, parameters + count};
}

TEST_P(EveryProcessor, descendsToTheSameBitsWhereverTheMemoryLies)
{
    const std::vector<float> far = descendedWith(m_kernels, 4'096);
    for (const std::size_t distance : {80, 81, 84, 96, 127, 128, 250})
        EXPECT_EQ(descendedWith(m_kernels, distance), far) << distance;
}

TEST_P(EveryProcessor, descendsToTheSameBitsHoweverManyThereAre)
{
    const std::vector<float> all = descendedWith(m_kernels, 4'096);
    for (std::size_t count = 1; count < kCount; ++count)
        EXPECT_TRUE(std::ranges::equal(descendedWith(m_kernels, 4'096, count), std::span(all).first(count))) << count;
}

std::string nameOf(const ::testing::TestParamInfo<const Kernels*>& info)
{
    return std::string(info.param->name);
}

INSTANTIATE_TEST_SUITE_P(Kernels, EveryProcessor, ::testing::ValuesIn(runnableKernels()), nameOf);

TEST(Kernels, alwaysIncludeTheBaseline)
{
    ASSERT_FALSE(runnableKernels().empty());
    EXPECT_EQ(runnableKernels().front()->name, "baseline");
}

}  // namespace
}  // namespace actlab::nn::fused
