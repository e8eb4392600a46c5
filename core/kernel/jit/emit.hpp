#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/kernel/jit/trace.hpp"

namespace actlab::kernel::jit {

/// As many as there are registers for their addresses.
inline constexpr std::size_t kMostArrays = 11;

/// Does the whole turns among n elements and returns how many elements it has done, fewer where it left before.
/// `uniforms` has kStepPadding equal elements at each place.
using Function = std::size_t (*)(float* const* arrays, const float* uniforms, std::size_t n);

struct MachineCode {
    /// To be called at the first one, which lies where 32 divides the address; none where it could not be written.
    std::vector<std::uint8_t> bytes;
    std::size_t putDown = 0;  ///< vectors that had no register to stay in
};

/// A finished trace, of so many vectors a turn and so many arrays, as a Function for x86-64 with AVX2 and FMA.
MachineCode emit(const Trace& trace, std::size_t ways, std::size_t arrays);

}  // namespace actlab::kernel::jit
