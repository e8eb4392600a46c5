#include "core/kernel/jit/code_memory.hpp"

#include <asmjit/core.h>

#include <cstring>
#include <utility>

namespace actlab::kernel::jit {

namespace {

namespace pages = asmjit::VirtMem;
using pages::MemoryFlags;

}  // namespace

std::optional<CodeMemory> CodeMemory::holding(std::span<const std::uint8_t> code)
{
    void* start = nullptr;
    if (pages::alloc(&start, code.size(), MemoryFlags::kAccessRW) != asmjit::kErrorOk)
        return std::nullopt;
    CodeMemory memory(start, code.size());
    std::memcpy(start, code.data(), code.size());
    if (pages::protect(start, code.size(), MemoryFlags::kAccessRX) != asmjit::kErrorOk)
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
        pages::release(m_start, m_size);
}

}  // namespace actlab::kernel::jit
