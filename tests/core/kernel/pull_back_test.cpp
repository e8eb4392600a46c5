#include "tests/core/kernel/values.hpp"

namespace actlab::kernel {
namespace {

using testing::programOf;

/// f, f′, ∂f/∂a and ∂f/∂b, spelled out.
Program exampleProgram()
{
    return programOf({"{x > 0: a*x + b*x^2, expm1(a*x)}", "{x > 0: a + 2*b*x, a*exp(a*x)}", "{x > 0: x, x*exp(a*x)}",
                      "{x > 0: x^2, 0}"},
                     {"a", "b"});
}

template <class T>
std::vector<T> ordinaryPoints(std::size_t n)
{
    std::vector<T> x(n);
    for (std::size_t i = 0; i < n; ++i)
        x[i] = T(-3) + T(6) * static_cast<T>(i % 991) / T(991);
    return x;
}

template <class T>
void expectProductsAndSums(std::size_t n)
{
    const Program program = exampleProgram();
    const std::vector<T> x = ordinaryPoints<T>(n), parameters{T(0.75), T(-1.25)};
    std::vector<T> upstream(n), gradient(n);
    for (std::size_t i = 0; i < n; ++i)
        upstream[i] = T(1) - static_cast<T>(i % 13) / T(6);
    std::vector<double> sums{5, -3}, expected = sums;
    program.pullBack<T>(x, parameters, upstream.data(), gradient.data(), sums);
    const auto outputs = testing::valuesOf<T>(program, x, parameters);
    for (std::size_t i = 0; i < n; ++i) {
        ASSERT_TRUE(testing::areClose<T>(gradient[i], upstream[i] * outputs[1][i])) << i << " of " << n;
        for (std::size_t p = 0; p < sums.size(); ++p)
            expected[p] += static_cast<double>(upstream[i]) * static_cast<double>(outputs[p + 2][i]);
    }
    for (std::size_t p = 0; p < sums.size(); ++p)
        EXPECT_NEAR(sums[p], expected[p], 1e-12 * (1 + static_cast<double>(n))) << n;
}

TEST(PullBack, multipliesBySlopesAndAddsUpWhatParametersDoAtEveryLength)
{
    for (const std::size_t n : {0, 1, 15, 16, 17, 1023, 1024, 1025, 5000}) {
        expectProductsAndSums<float>(n);
        expectProductsAndSums<double>(n);
    }
}

TEST(PullBack, mayWriteTheGradientOverWhatItComesFrom)
{
    const Program program = exampleProgram();
    const std::vector<double> x = ordinaryPoints<double>(1100), parameters{0.75, -1.25}, upstream(x.size(), 0.5);
    std::vector<double> apart(x.size()), inPlace = upstream, sums(2), same(2);
    program.pullBack<double>(x, parameters, upstream.data(), apart.data(), sums);
    program.pullBack<double>(x, parameters, inPlace.data(), inPlace.data(), same);
    EXPECT_EQ(apart, inPlace);
    EXPECT_EQ(sums, same);
}

TEST(PullBack, isRightWhereTheSlopeIsTheSameEverywhereOrXItself)
{
    const std::vector<float> x = ordinaryPoints<float>(37), upstream(37, 2);
    std::vector<float> gradient(37);
    std::vector<double> sums(1);
    programOf({"3*x", "3", "x"}).pullBack<float>(x, {}, upstream.data(), gradient.data(), sums);
    EXPECT_EQ(gradient, std::vector<float>(37, 6));
    programOf({"x^2/2", "x", "1"}).pullBack<float>(x, {}, upstream.data(), gradient.data(), sums);
    EXPECT_EQ(gradient[36], 2 * x[36]);
}

/// A slope that is not finite at the last element is not multiplied by what only fills the padding up.
TEST(PullBack, keepsInfiniteSlopesToThemselves)
{
    const std::vector<double> x{1, 0}, upstream{1, 1};
    std::vector<double> gradient(2), sums(1);
    programOf({"x", "1/x", "1/x"}).pullBack<double>(x, {}, upstream.data(), gradient.data(), sums);
    EXPECT_EQ(gradient, (std::vector<double>{1, INFINITY}));
    EXPECT_EQ(sums[0], INFINITY);
}

TEST(PullBack, needsNoAlignment)
{
    const Program program = exampleProgram();
    const std::vector<float> parameters{0.75F, -1.25F}, all = ordinaryPoints<float>(1200), upstream(1200, 1.5F);
    std::vector<float> gradient(1200);
    for (std::size_t shift = 0; shift < 17; ++shift) {
        const std::vector<float> x(all.begin() + static_cast<long>(shift),
                                   all.begin() + static_cast<long>(shift) + 1100);
        std::vector<float> expected(x.size());
        program.pullBack<float>(x, parameters, upstream.data(), expected.data(), {});
        program.pullBack<float>(std::span(all).subspan(shift, 1100), parameters, upstream.data() + shift,
                                gradient.data() + shift, {});
        EXPECT_TRUE(std::equal(expected.begin(), expected.end(), gradient.begin() + static_cast<long>(shift)));
    }
}

}  // namespace
}  // namespace actlab::kernel
