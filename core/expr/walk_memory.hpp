#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>

namespace actlab::expr {

/// Memory for what one walk over an expression remembers, given back all at once: for formulas as people write them
/// it lies on the stack.
class WalkMemory {
public:
    std::pmr::memory_resource* resource() { return &m_resource; }

private:
    std::array<std::byte, 8 * 1024> m_first;
    std::pmr::monotonic_buffer_resource m_resource{m_first.data(), m_first.size()};
};

}  // namespace actlab::expr
