#include "core/kernel/jit/code_memory.hpp"

#include <sys/mman.h>

#include <cstring>
#include <utility>

namespace actlab::kernel::jit {

std::optional<CodeMemory> CodeMemory::holding(std::span<const std::uint8_t> code)
{
    void* start = mmap(nullptr, code.size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED)
        return std::nullopt;
    CodeMemory memory(start, code.size());
    std::memcpy(start, code.data(), code.size());
    if (mprotect(start, code.size(), PROT_READ | PROT_EXEC) != 0)
        return std::nullopt;
    return memory;
}

CodeMemory::CodeMemory(CodeMemory&& other) noexcept
    : m_start(std::exchange(other.m_start, nullptr)), m_size(other.m_size)
{
}

CodeMemory& CodeMemory::operator=(CodeMemory&& other) noexcept
{
    std::swap(m_start, other.m_start);
    std::swap(m_size, other.m_size);
    return *this;
}

CodeMemory::~CodeMemory()
{
    if (m_start)
        munmap(m_start, m_size);
}

}  // namespace actlab::kernel::jit
