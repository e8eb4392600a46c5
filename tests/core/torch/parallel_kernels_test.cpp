#include "core/torch/parallel_kernels.hpp"
#include "core/torch/thread_count.hpp"

#include "tests/core/torch/formulas.hpp"

#include <gtest/gtest.h>

namespace actlab::torch_room {
namespace {

struct Example {
    activation::ActivationPtr f = testing::activationOf("a*x*sigmoid(x)", {{"a", 0.75, 0, 1, true}});
    std::vector<float> x, upstream;
    std::vector<float> a{0.75F};

    explicit Example(std::size_t n) : x(n), upstream(n)
    {
        for (std::size_t i = 0; i < n; ++i) {
            x[i] = -4 + 8 * static_cast<float>(i % 9973) / 9973;
            upstream[i] = 1 - static_cast<float>(i % 17) / 8;
        }
    }
};

/// Lengths around those where another thread takes a share.
const std::size_t kLengths[] = {0, 1, 1'000, 32'768, 32'769, 65'537, 300'000};

TEST(ParallelKernels, giveTheValuesOfTheProgram)
{
    const ThreadCount two(2);
    for (const std::size_t n : kLengths) {
        const Example e(n);
        std::vector<float> ours(n), expected(n);
        float* place = expected.data();
        e.f->training().evaluate<float>(e.x, e.a, std::span(&place, 1));
        evaluateInParallel(e.f->training(), e.x, e.a, ours.data());
        EXPECT_EQ(ours, expected) << n;
    }
}

TEST(ParallelKernels, giveTheGradientsOfTheProgram)
{
    const ThreadCount two(2);
    for (const std::size_t n : kLengths) {
        const Example e(n);
        std::vector<float> ours(n), expected(n);
        std::vector<double> sums{5}, whole{5};
        e.f->training().pullBack<float>(e.x, e.a, e.upstream.data(), expected.data(), whole);
        pullBackInParallel(e.f->training(), e.x, e.a, e.upstream.data(), ours.data(), sums);
        EXPECT_EQ(ours, expected) << n;
        EXPECT_NEAR(sums[0], whole[0], 1e-9 * static_cast<double>(n + 1)) << n;
    }
}

TEST(ParallelKernels, addUpTheSameHoweverManyThreadsThereAre)
{
    const Example e(300'000);
    std::vector<float> gradient(e.x.size());
    const auto sumWith = [&](int threads) {
        const ThreadCount some(threads);
        std::vector<double> sum{0};
        pullBackInParallel(e.f->training(), e.x, e.a, e.upstream.data(), gradient.data(), sum);
        return sum[0];
    };
    EXPECT_EQ(sumWith(1), sumWith(2));
    EXPECT_EQ(sumWith(1), sumWith(3));
}

}  // namespace
}  // namespace actlab::torch_room
