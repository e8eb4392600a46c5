#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/kernel/jit/assembler.hpp"
#include "core/kernel/jit/trace.hpp"

namespace actlab::kernel::jit {

/// Which value lies in which vector register while straight code is written. Where there are too few, what is needed
/// last goes back to memory (Belady, IBM Systems Journal 5, 1966).
class VectorFile {
public:
    /// `pointers` are the registers with the addresses of the arrays.
    VectorFile(std::span<const Operation> operations, Assembler& code, const Register* pointers);

    bool isNeeded(Number i) const { return m_isNeeded[i]; }
    std::size_t spilled() const { return m_slots; }  ///< places of 32 bytes from rsp on

    /// Operation i is next. Its operands are asked for before its result.
    void begin(Number i);
    bool isHeld(Number v) const { return m_vector[v] != kNowhere; }
    /// Whether nobody reads the operand after this operation.
    bool isLast(Number v) const { return m_next[v] == kNever; }
    /// Whether it is as well read from memory.
    bool mayStay(Number v) const;
    Vector hold(Number v);
    Place place(Number v);
    Place inArray(Number array, std::uint8_t way) const;

    Vector result(Number i);                    ///< perhaps where an operand lies that is not needed any more
    Vector resultIn(Number i, Vector operand);  ///< in the place of an operand
    Vector fresh(Number i);                     ///< not where an operand lies
    void done();                                ///< there is no result

private:
    static constexpr Vector kCount = 16, kNowhere = 255;
    static constexpr Number kNever = 0xFFFF'FFFF;
    bool isWorthAVector(Number v) const;
    void findUses();
    void freeVectors();
    Place home(Number v) const;
    Vector take();
    Vector evict();
    void assign(Number v, Vector vector);
    bool isLocked(Vector vector) const { return m_locked >> vector & 1; }

    std::span<const Operation> m_operations;
    Assembler& m_code;
    const Register* m_pointers;
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
