#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/kernel/jit/table.hpp"

namespace actlab::kernel::jit {

using Number = std::uint32_t;

/// What machine code can do with vectors of eight floats. Words are their bits as integers of 32 bits.
enum class Do : std::uint8_t {
    Array,     ///< a is the number of the array; the immediate, which vector of a turn
    Constant,  ///< a is the bits
    Uniform,   ///< a is its place
    Table,     ///< of eight floats; a is its number
    Add,
    Subtract,
    Multiply,
    Divide,
    Minimum,  ///< a < b ? a : b
    Maximum,  ///< a > b ? a : b
    Root,
    And,
    AndNot,  ///< ~a & b
    Or,
    Xor,
    Compare,      ///< by a Relation
    Blend,        ///< a ? b : c
    MultiplyAdd,  ///< a*b + c in one rounding; the immediate is a sum of kNegateProduct and kSubtract
    AddWords,
    SubtractWords,
    ShiftLeft,  ///< of words, by the immediate
    ShiftRight,
    GreaterWords,
    SameWords,
    Pick,        ///< of the table b, by words a from 0 to 7
    PickOfFour,  ///< of the table a, which has four floats twice, by words b; twice as fast
    Store,       ///< a into array b
    Leave,       ///< leaves the loop before anything of this turn is stored if a sign of a is set
};

inline constexpr std::uint8_t kNegateProduct = 2, kSubtract = 1;

/// As the processor numbers them. The opposite, which NaN satisfies, differs in bit 2.
enum class Relation : std::uint8_t {
    Equal = 0,
    NotEqual = 4,
    Less = 17,
    LessEqual = 18,
    GreaterEqual = 29,
    Greater = 30
};

struct Operation {
    Do what;
    std::uint8_t immediate = 0;
    std::array<Number, 3> in{};
    bool operator==(const Operation&) const = default;
};

/// How many of `in` are numbers of operations.
std::size_t operandCount(Do what);
std::span<const Number> operandsOf(const Operation& operation);
inline bool isSource(Do what)
{
    return what <= Do::Table;
}

/// One turn of a loop as straight operations, of which each gives one vector. The same operation on the same
/// operands stands once. Results keep their bits, the signs of NaN excepted.
class Trace {
public:
    Number add(Do what, Number a, Number b = 0, Number c = 0, std::uint8_t immediate = 0);
    Number constant(std::uint32_t bits) { return add(Do::Constant, bits); }
    Number compare(Relation relation, Number a, Number b);
    Number negate(Number v);
    Number complement(Number v);
    Number addWords(Number a, std::uint32_t constant);
    Number shiftLeft(Number a, std::uint8_t by);
    Number multiplyAdd(Number a, Number b, Number c);
    Number blend(Number mask, Number yes, Number no);
    Number pick(const float (&table)[8], Number place);
    /// Where the mask holds in any lane, the turn is not for this loop.
    void leaveWhere(Number mask);

    /// Everything is stored at the end of the turn, so that an array may be read and written.
    void store(Number value, Number array, std::uint8_t way);
    /// What follows is done for the next vector of the turn; also before the first one.
    void beginWay() { m_ways.push_back(static_cast<Number>(m_operations.size())); }
    /// After the last store. No operation may be added any more.
    void finish();

    std::span<const Operation> operations() const { return m_operations; }
    std::span<const Table> tables() const { return m_tables; }

private:
    struct Hash {
        std::size_t operator()(const Operation& o) const;
    };
    const Operation& at(Number number) const { return m_operations[number]; }
    bool isConstant(Number number, std::uint32_t bits) const;
    bool isSumWithConstant(Number number) const;
    bool isNegated(Number number) const;
    Number extreme(Number mask, Number yes, Number no);
    void interleave();

    std::vector<Operation> m_operations;
    std::vector<Table> m_tables;
    std::unordered_map<Operation, Number, Hash> m_numbers;
    std::vector<Operation> m_stores;
    static constexpr Number kNone = 0xFFFF'FFFF;
    Number m_leave = kNone;
    std::vector<Number> m_ways;  ///< where each begins
};

}  // namespace actlab::kernel::jit
