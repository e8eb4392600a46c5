#include "core/torch/parallel_kernels.hpp"

#include <ATen/Parallel.h>

#include <algorithm>
#include <vector>

namespace actlab::torch_room {

namespace {

/// Elements that are worth a thread.
constexpr std::size_t kShare = 32 * 1'024;

/// Calls work(share, begin, end) for every share of n elements, in any order.
template <class Work>
void forShares(std::size_t n, const Work& work)
{
    const auto shares = static_cast<std::int64_t>((n + kShare - 1) / kShare);
    at::parallel_for(0, shares, 1, [&](std::int64_t first, std::int64_t last) {
        for (auto share = static_cast<std::size_t>(first); share < static_cast<std::size_t>(last); ++share)
            work(share, share * kShare, std::min(n, (share + 1) * kShare));
    });
}

}  // namespace

void evaluateInParallel(const kernel::Program& program, std::span<const float> x, std::span<const float> parameters,
                        float* value)
{
    forShares(x.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
        float* const place = value + begin;
        program.evaluate<float>(x.subspan(begin, end - begin), parameters, std::span(&place, 1));
    });
}

void pullBackInParallel(const kernel::Program& program, std::span<const float> x, std::span<const float> parameters,
                        const float* upstream, float* gradient, std::span<double> sums)
{
    const std::size_t shares = (x.size() + kShare - 1) / kShare;
    std::vector<double> partial(shares * sums.size());
    forShares(x.size(), [&](std::size_t share, std::size_t begin, std::size_t end) {
        program.pullBack<float>(x.subspan(begin, end - begin), parameters, upstream + begin, gradient + begin,
                                std::span(partial).subspan(share * sums.size(), sums.size()));
    });
    for (std::size_t i = 0; i < partial.size(); ++i)
        sums[i % sums.size()] += partial[i];
}

}  // namespace actlab::torch_room
