#include "core/kernel/jit/assembler.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace actlab::kernel::jit {

namespace {

constexpr std::uint8_t kByte = 0xFF;

/// The upper bit of a register's number, which VEX writes inverted.
std::uint8_t inverted(std::uint8_t number, int bit)
{
    return number & 8 ? 0 : static_cast<std::uint8_t>(1 << bit);
}

}  // namespace

void Assembler::whole(std::int32_t number)
{
    std::uint8_t bytes[4];
    std::memcpy(bytes, &number, sizeof bytes);
    m_code.insert(m_code.end(), bytes, bytes + sizeof bytes);
}

void Assembler::overwrite(std::size_t at, std::int32_t whole)
{
    std::memcpy(m_code.data() + at, &whole, sizeof whole);
}

void Assembler::vector(Opcode opcode, Vector first, Vector second, const Place& last, std::uint8_t immediate)
{
    write(opcode, first, second, last, 1);
    m_code.push_back(immediate);
}

void Assembler::write(Opcode opcode, Vector first, Vector second, const Place& last, std::size_t behind)
{
    const std::uint8_t base = last.isBehind() ? 0 : last.number;
    constexpr std::uint8_t kNoIndex = 0x40, k256 = 0x04;
    bytes({0xC4, static_cast<std::uint8_t>(inverted(first, 7) | kNoIndex | inverted(base, 5) | opcode.map),
           static_cast<std::uint8_t>((~second & 15) << 3 | k256 | opcode.prefix), opcode.code});
    if (last.kind == Place::Kind::Vector)
        m_code.push_back(static_cast<std::uint8_t>(0xC0 | (first & 7) << 3 | (base & 7)));
    else
        memory(first, last);
    if (last.isBehind())
        m_references.back().end = m_code.size() + behind;
}

/// ModRM, SIB and the offset.
void Assembler::memory(std::uint8_t reg, const Place& place)
{
    const auto field = static_cast<std::uint8_t>((reg & 7) << 3);
    if (place.isBehind()) {
        m_code.push_back(field | 5);
        m_references.push_back({m_code.size(), 0, place.kind, place.constant});
        return whole(0);
    }
    const bool isShort = place.offset >= -128 && place.offset < 128;
    constexpr std::uint8_t kNone = 4;
    const std::uint8_t index = place.isIndexed ? std::uint8_t{rax} : kNone;
    bytes({static_cast<std::uint8_t>((isShort ? 0x40 : 0x80) | field | 4),
           static_cast<std::uint8_t>(index << 3 | (place.number & 7))});
    if (isShort)
        m_code.push_back(static_cast<std::uint8_t>(place.offset & kByte));
    else
        whole(place.offset);
}

void Assembler::push(Register r)
{
    if (r >= r8)
        m_code.push_back(0x41);
    m_code.push_back(static_cast<std::uint8_t>(0x50 | (r & 7)));
}

void Assembler::pop(Register r)
{
    if (r >= r8)
        m_code.push_back(0x41);
    m_code.push_back(static_cast<std::uint8_t>(0x58 | (r & 7)));
}

void Assembler::load(Register to, Register from, std::int32_t offset)
{
    m_code.push_back(static_cast<std::uint8_t>(0x48 | (to >= r8 ? 4 : 0) | (from >= r8 ? 1 : 0)));
    m_code.push_back(0x8B);
    memory(to, {Place::Kind::Memory, from, false, offset});
}

std::size_t Assembler::jump(std::uint8_t condition)
{
    bytes({0x0F, condition});
    whole(0);
    return position();
}

void Assembler::land(std::size_t jump, std::size_t target)
{
    const auto distance = static_cast<std::int32_t>(target) - static_cast<std::int32_t>(jump);
    overwrite(jump - sizeof distance, distance);
}

std::vector<std::uint8_t> Assembler::finish(std::span<const Table> tables)
{
    constexpr std::size_t kSize = sizeof(Table);
    std::vector<Table> behind(tables.begin(), tables.end());
    m_code.resize((m_code.size() + kSize - 1) / kSize * kSize, 0xCC);
    const std::size_t start = m_code.size();
    const auto placeOf = [&](std::uint32_t constant) {
        Table eightTimes;
        eightTimes.fill(constant);
        const auto found = std::ranges::find(behind, eightTimes);
        const auto place = static_cast<std::size_t>(found - behind.begin());
        if (found == behind.end())
            behind.push_back(eightTimes);
        return place;
    };
    for (const Reference& r : m_references) {
        const std::size_t place = r.kind == Place::Kind::Table ? r.constant : placeOf(r.constant);
        overwrite(r.at, static_cast<std::int32_t>(start + place * kSize - r.end));
    }
    for (const Table& table : behind)
        for (const std::uint32_t bits : table)
            whole(static_cast<std::int32_t>(bits));
    return std::move(m_code);
}

}  // namespace actlab::kernel::jit
