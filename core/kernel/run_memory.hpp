#pragma once

#include <algorithm>
#include <cstddef>

#include "core/kernel/block.hpp"
#include "core/kernel/plan.hpp"
#include "core/kernel/scratch.hpp"

namespace actlab::kernel {

/// At a time, with so many sums over all elements.
inline std::size_t mostSteps(const Plan& plan, std::size_t sums)
{
    return std::max(plan.work.size(), plan.uniformWork.size()) + sums + 1;
}

/// What a Run takes from its Scratch. From register to register it is `stride` elements.
template <class T>
std::size_t bytesOfRun(const Plan& plan, std::size_t stride, std::size_t sums)
{
    return Scratch::bytesFor<T>(plan.registerCount * stride) +
           Scratch::bytesFor<T>(plan.uniformCount * kStepPadding) + Scratch::bytesFor<T>(kStepPadding) +
           Scratch::bytesFor<T*>(plan.values.size()) + Scratch::bytesFor<const Plan::Work*>(plan.work.size()) +
           Scratch::bytesFor<Step<T>>(mostSteps(plan, sums));
}

/// Whether a Run over any number of elements, without sums, needs nothing of a workspace.
template <class T>
bool needsNoWorkspace(const Plan& plan)
{
    return Scratch::isLittle(bytesOfRun<T>(plan, kBlock + kStepPadding, 0));
}

}  // namespace actlab::kernel
