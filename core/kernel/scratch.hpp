#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace actlab::kernel {

/// Memory of one evaluation, on the stack where it is little.
class Scratch {
public:
    /// `bytes` is the sum of bytesFor of all that will be taken; `workspace` lends what the stack has no room for.
    template <class Workspace>
    Scratch(std::size_t bytes, Workspace& workspace)
    {
        void* start = isLittle(bytes) ? m_near : workspace.room(bytes + kAlignment);
        std::size_t space = isLittle(bytes) ? sizeof m_near : bytes + kAlignment;
        m_next = static_cast<std::byte*>(std::align(kAlignment, bytes, start, space));
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    static bool isLittle(std::size_t bytes) { return bytes <= sizeof m_near; }

    /// The next n elements, where vectors like them to begin. Not initialised.
    template <class E>
    E* take(std::size_t n)
    {
        auto* place = reinterpret_cast<E*>(m_next);
        m_next += bytesFor<E>(n);
        return place;
    }
    template <class E>
    static std::size_t bytesFor(std::size_t n)
    {
        return (n * sizeof(E) + kAlignment - 1) / kAlignment * kAlignment;
    }

private:
    static constexpr std::size_t kAlignment = 64;
    alignas(kAlignment) std::byte m_near[96 * 1'024];
    std::byte* m_next;
};

}  // namespace actlab::kernel
