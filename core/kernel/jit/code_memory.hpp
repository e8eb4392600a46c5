#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace actlab::kernel::jit {

/// Pages with code that can be called. They are first written and then made executable: never both at once.
class CodeMemory {
public:
    /// nullopt where this system allows no memory to be executed.
    static std::optional<CodeMemory> holding(std::span<const std::uint8_t> code);
    CodeMemory(CodeMemory&& other) noexcept;
    CodeMemory& operator=(CodeMemory&& other) noexcept;
    ~CodeMemory();

    const void* start() const { return m_start; }

private:
    CodeMemory(void* start, std::size_t size) : m_start(start), m_size(size) {}

    void* m_start;
    std::size_t m_size;
};

}  // namespace actlab::kernel::jit
