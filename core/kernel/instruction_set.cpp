#include "core/kernel/instruction_set.hpp"

#include "core/kernel/simd/instruction_sets.hpp"

#include <algorithm>
#include <cstdlib>

namespace actlab::kernel {

namespace {

#if defined(__x86_64__)
constexpr InstructionSet kSets[] = {
    {"baseline", baseline::runSteps, baseline::runSteps},
    {"avx2", avx2::runSteps, avx2::runSteps},
    {"avx512", avx512::runSteps, avx512::runSteps},
};

std::size_t supported()
{
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma"))
        return 1;
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") ? 3 : 2;
}
#else
constexpr InstructionSet kSets[] = {{"baseline", baseline::runSteps, baseline::runSteps}};

std::size_t supported()
{
    return 1;
}
#endif

const InstructionSet& chosen()
{
    const auto sets = instructionSets();
    const char* wanted = std::getenv("ACTLAB_INSTRUCTION_SET");
    const auto named = std::ranges::find(sets, std::string_view(wanted ? wanted : ""), &InstructionSet::name);
    return named == sets.end() ? sets.back() : *named;
}

}  // namespace

std::span<const InstructionSet> instructionSets()
{
    static const std::size_t count = supported();
    return std::span(kSets).first(count);
}

const InstructionSet& instructionSet()
{
    static const InstructionSet& set = chosen();
    return set;
}

}  // namespace actlab::kernel
