#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "core/kernel/jit/table.hpp"

namespace actlab::kernel::jit {

/// Numbers of the processor's registers: general ones, and vectors of 32 bytes.
enum Register : std::uint8_t { rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15 };
using Vector = std::uint8_t;
inline constexpr std::int32_t kVectorSize = 32;

/// The last operand of an instruction: a vector, memory, or what is laid down behind the code: a constant or a table.
struct Place {
    enum class Kind : std::uint8_t { Vector, Memory, Constant, Table } kind;
    std::uint8_t number = 0;     ///< of the vector, or of the register that memory is counted from
    bool isIndexed = false;      ///< rax is added
    std::int32_t offset = 0;     ///< in bytes
    std::uint32_t constant = 0;  ///< its bits, which are there eight times; or the number of the table
    bool isBehind() const { return kind >= Kind::Constant; }
};

/// An instruction by VEX encoding, on floats or words (Intel 64 and IA-32 Architectures Software Developer's Manual,
/// volume 2, 2.3): map 1 is 0F, 2 is 0F38, 3 is 0F3A; prefix 1 is 66.
struct Opcode {
    std::uint8_t map, prefix, code;
};

/// Writes machine code for x86-64 with AVX2 and FMA.
class Assembler {
public:
    /// `first` is the result, or what is stored. `second` is 0 where the instruction has two operands only.
    void vector(Opcode opcode, Vector first, Vector second, const Place& last)
    {
        write(opcode, first, second, last, 0);
    }
    /// With a byte behind: an immediate.
    void vector(Opcode opcode, Vector first, Vector second, const Place& last, std::uint8_t immediate);

    void push(Register r);
    void pop(Register r);
    void load(Register to, Register from, std::int32_t offset);
    void bytes(std::initializer_list<std::uint8_t> bytes) { m_code.insert(m_code.end(), bytes); }
    void whole(std::int32_t number);  ///< of 32 bits
    void overwrite(std::size_t at, std::int32_t whole);

    std::size_t position() const { return m_code.size(); }
    /// A jump whose target is not known yet, by its two bytes; `land` tells it.
    std::size_t jump(std::uint8_t condition);
    void land(std::size_t jump, std::size_t target);

    /// The code, its constants and the tables behind it.
    std::vector<std::uint8_t> finish(std::span<const Table> tables);

private:
    void write(Opcode opcode, Vector first, Vector second, const Place& last, std::size_t behind);
    void memory(std::uint8_t reg, const Place& place);

    struct Reference {
        std::size_t at, end;  ///< of four bytes, and of their instruction
        Place::Kind kind;
        std::uint32_t constant;
    };
    std::vector<std::uint8_t> m_code;
    std::vector<Reference> m_references;
};

}  // namespace actlab::kernel::jit
