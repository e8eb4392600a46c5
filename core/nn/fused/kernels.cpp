#include "core/nn/fused/kernels.hpp"

#include "core/kernel/instruction_set.hpp"

#include <vector>

namespace actlab::nn::fused {

extern const Kernels kBaselineKernels, kAvx2Kernels, kAvx512Kernels;

namespace {

const Kernels& kernelsFor(const kernel::InstructionSet& set)
{
#if defined(__x86_64__)
    if (set.name == kAvx512Kernels.name)
        return kAvx512Kernels;
    if (set.name == kAvx2Kernels.name)
        return kAvx2Kernels;
#endif
    return kBaselineKernels;
}

std::vector<const Kernels*> findRunnable()
{
    std::vector<const Kernels*> found;
    for (const kernel::InstructionSet& set : kernel::instructionSets())
        found.push_back(&kernelsFor(set));
    return found;
}

}  // namespace

std::span<const Kernels* const> runnableKernels()
{
    static const std::vector<const Kernels*> runnable = findRunnable();
    return runnable;
}

const Kernels& kernels()
{
    static const Kernels& chosen = kernelsFor(kernel::instructionSet());
    return chosen;
}

}  // namespace actlab::nn::fused
