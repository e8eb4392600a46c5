#include "core/kernel/program.hpp"

#include "core/kernel/run.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace actlab::kernel {

namespace {

/// The cache where machine code serves, otherwise nullptr. What comes from above may lie where the gradient goes, but
/// not while it is needed once more for sums.
template <class T>
jit::Cache* cacheFor(const jit::Purpose& purpose, const PullBack<T>& back, jit::Cache* cache)
{
    const bool isOverwritten = !back.sums.empty() && back.gradient == back.upstream;
    const bool serves = std::is_same_v<T, float> && !isOverwritten && (purpose.isPullBack || purpose.outputs > 0);
    return serves ? cache : nullptr;
}

/// How many of the elements, from the first on, one call of machine code has done. Only for a few, as a small network
/// has them: of many, a Run asks for the next block in time.
template <class T>
std::size_t doneAtOnce(const jit::Cache* cache, const jit::Purpose& purpose, std::span<const T> x,
                       std::span<T* const> outputs, const PullBack<T>& back)
{
    if constexpr (std::is_same_v<T, float>) {
        constexpr std::size_t kFew = 4'096;
        const bool isFor = cache && x.size() >= kStepPadding && x.size() <= kFew && back.sums.empty();
        const jit::Kernel* kernel = isFor ? cache->made(purpose) : nullptr;
        if (!kernel || kernel->roles.empty())
            return 0;
        float* arrays[jit::kMostArrays];
        std::ranges::transform(kernel->roles, arrays, [&](std::uint32_t role) {
            switch (role) {
            case jit::Kernel::kInput: return const_cast<float*>(x.data());  // only read, as the next
            case jit::Recording::kUpstream: return const_cast<float*>(back.upstream);
            case jit::Recording::kGradient: return back.gradient;
            default: return outputs[role];
            }
        });
        return kernel->parts[0].function(arrays, nullptr, x.size());
    }
    return 0;
}

/// Machine code where there is some by now.
template <class T>
void chooseKernel(Run<T>& run, jit::Cache* cache, const jit::Purpose& purpose, std::size_t elements, const Plan& plan,
                  std::span<const double> constants)
{
    if (cache)
        run.useKernel(
            cache->kernelFor(purpose, elements, [&] { return jit::compile(plan, constants, run.work(), purpose); }));
}

}  // namespace

template <std::floating_point T>
void Program::evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs,
                       Workspace<T>& workspace) const
{
    assert(parameters.size() == m_parameterCount && outputs.size() <= m_outputs.size());
    const PullBack<T> none;
    const jit::Purpose purpose{outputs.size()};
    jit::Cache* const cache = cacheFor(purpose, none, m_cache.get());
    const std::size_t done = doneAtOnce(cache, purpose, x, outputs, none);
    if (done == x.size())
        return;
    std::array<T*, jit::kMostArrays> rest;
    if (done > 0) {
        assert(outputs.size() <= rest.size());  // each is an array of the code
        std::ranges::transform(outputs, rest.begin(), [&](T* output) { return output + done; });
        outputs = std::span(rest).first(outputs.size());
    }
    const std::span<const T> left = x.subspan(done);
    Run<T> run(m_plan, left.size(), outputs, none, workspace);
    chooseKernel(run, cache, purpose, left.size(), m_plan, m_constants);
    run.run(left, parameters, m_constants);
}

template <std::floating_point T>
void Program::evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs) const
{
    Workspace<T> workspace;
    evaluate(x, parameters, outputs, workspace);
}

template <std::floating_point T>
void Program::pullBack(std::span<const T> x, std::span<const T> parameters, const T* upstream, T* gradient,
                       std::span<double> sums, Workspace<T>& workspace) const
{
    assert(parameters.size() == m_parameterCount && sums.size() + 2 <= m_outputs.size());
    const PullBack<T> all{upstream, gradient, sums};
    const jit::Purpose purpose{.isPullBack = true};
    jit::Cache* const cache = cacheFor(purpose, all, m_cache.get());
    const std::size_t done = doneAtOnce<T>(cache, purpose, x, {}, all);
    if (done == x.size())
        return;
    const PullBack<T> back{upstream + done, gradient + done, sums};
    const std::span<const T> left = x.subspan(done);
    Run<T> run(m_plan, left.size(), {}, back, workspace);
    chooseKernel(run, cache, purpose, left.size(), m_plan, m_constants);
    run.run(left, parameters, m_constants);
}

template <std::floating_point T>
void Program::pullBack(std::span<const T> x, std::span<const T> parameters, const T* upstream, T* gradient,
                       std::span<double> sums) const
{
    Workspace<T> workspace;
    pullBack(x, parameters, upstream, gradient, sums, workspace);
}

template <class T>
using Numbers = std::span<const T>;
template void Program::evaluate(Numbers<float>, Numbers<float>, std::span<float* const>) const;
template void Program::evaluate(Numbers<double>, Numbers<double>, std::span<double* const>) const;
template void Program::evaluate(Numbers<float>, Numbers<float>, std::span<float* const>, Workspace<float>&) const;
template void Program::evaluate(Numbers<double>, Numbers<double>, std::span<double* const>, Workspace<double>&) const;
template void Program::pullBack(Numbers<float>, Numbers<float>, const float*, float*, std::span<double>) const;
template void Program::pullBack(Numbers<double>, Numbers<double>, const double*, double*, std::span<double>) const;
template void Program::pullBack(Numbers<float>, Numbers<float>, const float*, float*, std::span<double>,
                                Workspace<float>&) const;
template void Program::pullBack(Numbers<double>, Numbers<double>, const double*, double*, std::span<double>,
                                Workspace<double>&) const;

}  // namespace actlab::kernel
