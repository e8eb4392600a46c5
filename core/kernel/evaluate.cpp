#include "core/kernel/program.hpp"

#include "core/kernel/run.hpp"

#include <algorithm>
#include <cassert>

namespace actlab::kernel {

namespace {

/// Machine code where there is some by now. What comes from above may lie where the gradient goes, but not while it
/// is needed once more for sums.
template <class T>
void chooseKernel(Run<T>& run, jit::Cache* cache, const jit::Purpose& purpose, std::size_t elements,
                  const PullBack<T>& back, const auto& make)
{
    const bool isOverwritten = !back.sums.empty() && back.gradient == back.upstream;
    if (std::is_same_v<T, float> && cache && !isOverwritten && (purpose.isPullBack || purpose.outputs > 0))
        run.useKernel(cache->kernelFor(purpose, elements, make));
}

/// Whether machine code did everything at once, as it does for the few numbers of a small network. What is left out
/// is done anew.
bool isDoneByOneCall(const jit::Kernel* kernel, std::span<const float> x, std::span<float* const> outputs)
{
    constexpr std::size_t kFew = 1'024;
    if (!kernel || !kernel->oneCall || x.size() > kFew || x.size() % kernel->oneCall->turn != 0)
        return false;
    float* arrays[jit::kMostArrays];
    std::ranges::transform(kernel->oneCall->arrays, arrays, [&](std::uint32_t array) {
        return array == jit::OneCall::kInput ? const_cast<float*>(x.data()) : outputs[array];  // x is only read
    });
    return kernel->oneCall->function(arrays, nullptr, x.size()) == x.size();
}

}  // namespace

template <std::floating_point T>
void Program::evaluate(std::span<const T> x, std::span<const T> parameters, std::span<T* const> outputs,
                       Workspace<T>& workspace) const
{
    assert(parameters.size() == m_parameterCount && outputs.size() <= m_outputs.size());
    const jit::Purpose purpose{outputs.size()};
    if constexpr (std::is_same_v<T, float>)
        if (m_cache && !outputs.empty() && isDoneByOneCall(m_cache->made(purpose), x, outputs))
            return;
    const PullBack<T> none;
    Run<T> run(m_plan, x.size(), outputs, none, workspace);
    chooseKernel(run, m_cache.get(), purpose, x.size(), none,
                 [&] { return jit::compile(m_plan, m_constants, run.work(), purpose); });
    run.run(x, parameters, m_constants);
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
    const PullBack<T> back{upstream, gradient, sums};
    Run<T> run(m_plan, x.size(), {}, back, workspace);
    const jit::Purpose purpose{.isPullBack = true};
    chooseKernel(run, m_cache.get(), purpose, x.size(), back,
                 [&] { return jit::compile(m_plan, m_constants, run.work(), purpose); });
    run.run(x, parameters, m_constants);
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
