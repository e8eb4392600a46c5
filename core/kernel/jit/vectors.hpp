#pragma once

#include <asmjit/x86.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/kernel/jit/constants.hpp"
#include "core/kernel/jit/trace.hpp"

namespace actlab::kernel::jit {

inline constexpr std::int32_t kVectorSize = 32;

/// Which value lies in which vector register while straight code is written. Where there are too few, what is needed
/// last goes back to memory (Belady, IBM Systems Journal 5, 1966).
class VectorFile {
public:
    /// `pointers` are the registers with the addresses of the arrays.
    VectorFile(std::span<const Operation> operations, asmjit::x86::Assembler& code, Constants& constants,
               const asmjit::x86::Gp* pointers);

    bool isNeeded(Number i) const { return m_isNeeded[i]; }
    std::size_t spilled() const { return m_slots; }  ///< places of 32 bytes from rsp on

    /// Operation i is next. Its operands are asked for before its result.
    void begin(Number i);
    bool isHeld(Number v) const { return m_vector[v] != kNowhere; }
    /// Whether nobody reads the operand after this operation.
    bool isLast(Number v) const { return m_next[v] == kNever; }
    /// Whether it is as well read from memory.
    bool mayStay(Number v) const;
    asmjit::x86::Ymm hold(Number v);
    asmjit::Operand place(Number v);  ///< a vector or memory
    asmjit::x86::Mem inArray(Number array, std::uint8_t way) const;

    asmjit::x86::Ymm result(Number i);  ///< perhaps where an operand lies that is not needed any more
    asmjit::x86::Ymm resultIn(Number i, const asmjit::x86::Ymm& operand);  ///< in the place of an operand
    asmjit::x86::Ymm fresh(Number i);                                      ///< not where an operand lies
    void done();                                                           ///< there is no result

private:
    /// The number of a vector register.
    using Vector = std::uint8_t;
    static constexpr Vector kCount = 16, kNowhere = 255;
    static constexpr Number kNever = 0xFFFF'FFFF;
    bool isWorthAVector(Number v) const;
    void findUses();
    void freeVectors();
    asmjit::x86::Mem home(Number v) const;
    Vector take();
    Vector evict();
    void assign(Number v, Vector vector);
    bool isLocked(Vector vector) const { return m_locked >> vector & 1; }

    std::span<const Operation> m_operations;
    asmjit::x86::Assembler& m_code;
    Constants& m_constants;
    const asmjit::x86::Gp* m_pointers;
    std::vector<bool> m_isNeeded;
    std::vector<std::array<Number, 3>> m_later;  ///< of each operation, who reads its operands next
    std::vector<Number> m_next;                  ///< of each value, who reads it next
    std::vector<Vector> m_vector;                ///< of each value
    std::vector<Number> m_slot;                  ///< of each value, where it was put down
    std::array<Number, kCount> m_value;          ///< of each vector
    std::vector<Number> m_freeSlots;
    std::size_t m_slots = 0;
    Number m_now = 0;
    std::uint32_t m_locked = 0;
};

}  // namespace actlab::kernel::jit
