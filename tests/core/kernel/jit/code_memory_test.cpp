#include "core/kernel/jit/code_memory.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <string>
#include <vector>

namespace actlab::kernel::jit {
namespace {

/// How this process may use the memory at the address: "rw-p", "r-xp", …
std::string permissionsAt(const void* address)
{
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t begin = 0, end = 0;
        const char* last = line.data() + line.size();
        const auto dash = std::from_chars(line.data(), last, begin, 16).ptr;
        const auto space = std::from_chars(dash + 1, last, end, 16).ptr;
        if (wanted >= begin && wanted < end)
            return {space + 1, space + 5};
    }
    return "";
}

TEST(CodeMemory, mayBeRunAndNotWritten)
{
    const std::vector<std::uint8_t> bytes{0xC3, 0x90};
    const auto memory = CodeMemory::holding(bytes);
    ASSERT_TRUE(memory);
    EXPECT_EQ(permissionsAt(memory->start()), "r-xp");
    EXPECT_EQ(*static_cast<const std::uint8_t*>(memory->start()), 0xC3);
}

TEST(CodeMemory, isGivenBack)
{
    const void* start = nullptr;
    {
        const auto memory = CodeMemory::holding(std::vector<std::uint8_t>(1 << 20, 0xC3));
        start = memory->start();
    }
    EXPECT_EQ(permissionsAt(start), "");
}

TEST(CodeMemory, isNotThereWhereTheSystemRefusesIt)
{
    EXPECT_FALSE(CodeMemory::holding({}));
}

}  // namespace
}  // namespace actlab::kernel::jit
