#pragma once

#include <array>
#include <cstdint>

namespace actlab::kernel::jit {

/// The bits of eight floats, which lie behind the code.
using Table = std::array<std::uint32_t, 8>;

}  // namespace actlab::kernel::jit
