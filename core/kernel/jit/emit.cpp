#include "core/kernel/jit/emit.hpp"

#include "core/kernel/jit/assembler.hpp"
#include "core/kernel/jit/vectors.hpp"

#include "core/kernel/step.hpp"

#include <utility>

namespace actlab::kernel::jit {

namespace {

constexpr Register kPointers[kMostArrays] = {r8, r9, r10, r11, rcx, rbx, r12, r13, r14, r15, rdi};
constexpr Register kKept[] = {rbx, r12, r13, r14, r15};

Opcode opcodeOf(Do what)
{
    switch (what) {
    case Do::Add: return {1, 0, 0x58};
    case Do::Subtract: return {1, 0, 0x5C};
    case Do::Multiply: return {1, 0, 0x59};
    case Do::Divide: return {1, 0, 0x5E};
    case Do::Minimum: return {1, 0, 0x5D};
    case Do::Maximum: return {1, 0, 0x5F};
    case Do::Root: return {1, 0, 0x51};
    case Do::And: return {1, 0, 0x54};
    case Do::AndNot: return {1, 0, 0x55};
    case Do::Or: return {1, 0, 0x56};
    case Do::Xor: return {1, 0, 0x57};
    case Do::Compare: return {1, 0, 0xC2};
    case Do::Blend: return {3, 1, 0x4A};
    case Do::AddWords: return {1, 1, 0xFE};
    case Do::SubtractWords: return {1, 1, 0xFA};
    case Do::ShiftLeft:
    case Do::ShiftRight: return {1, 1, 0x72};
    case Do::GreaterWords: return {1, 1, 0x66};
    case Do::SameWords: return {1, 1, 0x76};
    case Do::Pick: return {2, 1, 0x16};
    case Do::PickOfFour: return {2, 1, 0x0C};
    case Do::Leave: return {2, 1, 0x0E};
    default: return {1, 0, 0x11};
    }
}

bool isCommutative(Do what)
{
    switch (what) {
    case Do::Add:
    case Do::Multiply:
    case Do::And:
    case Do::Or:
    case Do::Xor:
    case Do::AddWords:
    case Do::SameWords: return true;
    default: return false;
    }
}

class Emitter {
public:
    Emitter(const Trace& trace, std::size_t ways, std::size_t arrays)
        : m_operations(trace.operations()),
          m_tables(trace.tables()),
          m_turn(static_cast<std::int32_t>(ways) * kVectorSize),
          m_arrays(arrays),
          m_vectors(m_operations, m_code, kPointers)
    {
    }

    MachineCode emit()
    {
        const std::size_t frame = enter();
        const std::size_t start = m_code.position();
        for (Number i = 0; i < m_operations.size(); ++i)
            if (m_vectors.isNeeded(i))
                operation(i);
        m_code.bytes({0x48, 0x05});  // add rax, …
        m_code.whole(m_turn);
        m_code.bytes({0x48, 0x39, 0xD0});  // cmp rax, rdx
        m_code.land(m_code.jump(0x86), start);
        for (const std::size_t jump : m_exits)
            m_code.land(jump, m_code.position());
        leave();
        m_code.overwrite(frame, static_cast<std::int32_t>(m_vectors.spilled()) * kVectorSize);
        return {m_code.finish(m_tables), m_vectors.spilled()};
    }

private:
    /// rbp keeps the stack, rax counts bytes and rdx is where the last turn may begin. Returns where the size of the
    /// frame stands.
    std::size_t enter()
    {
        m_code.push(rbp);
        m_code.bytes({0x48, 0x89, 0xE5});  // mov rbp, rsp
        for (const Register r : kKept)
            m_code.push(r);
        m_code.bytes({0x48, 0x83, 0xE4, 0xE0, 0x48, 0x81, 0xEC});  // and rsp, -32; sub rsp, …
        const std::size_t frame = m_code.position();
        m_code.whole(0);
        for (std::size_t k = 0; k < m_arrays; ++k)
            m_code.load(kPointers[k], rdi, static_cast<std::int32_t>(k * sizeof(float*)));
        m_code.bytes({0x31, 0xC0, 0x48, 0xC1, 0xE2, 0x02, 0x48, 0x81, 0xEA});  // xor eax, eax; shl rdx, 2; sub rdx, …
        m_code.whole(m_turn);
        m_exits.push_back(m_code.jump(0x82));
        return frame;
    }
    void leave()
    {
        constexpr std::uint8_t kAbove = 256 - sizeof kKept / sizeof *kKept * 8;
        m_code.bytes({0x48, 0x8D, 0x65, kAbove});  // lea rsp, [rbp - …]
        for (std::size_t i = std::size(kKept); i-- > 0;)
            m_code.pop(kKept[i]);
        m_code.pop(rbp);
        m_code.bytes({0x48, 0xC1, 0xE8, 0x02, 0xC5, 0xF8, 0x77, 0xC3});  // shr rax, 2; vzeroupper; ret
    }

    void operation(Number i)
    {
        const Operation& o = m_operations[i];
        m_vectors.begin(i);
        switch (o.what) {
        case Do::Array:
        case Do::Constant:
        case Do::Uniform:
        case Do::Table: return;  // where they are needed
        case Do::Root: return root(i);
        case Do::Blend: return blend(i);
        case Do::MultiplyAdd: return multiplyAdd(i);
        case Do::ShiftLeft:
        case Do::ShiftRight: return shift(i);
        case Do::Store: return store(o);
        case Do::Leave: return leaveIf(o);
        default: return binary(i);
        }
    }

    void binary(Number i)
    {
        auto [a, b, unused] = m_operations[i].in;
        const Do what = m_operations[i].what;
        if (isCommutative(what) && !m_vectors.isHeld(a) && m_vectors.isHeld(b))
            std::swap(a, b);
        const Vector left = m_vectors.hold(a);
        const Place right = m_vectors.place(b);
        const Vector result = m_vectors.result(i);
        if (what == Do::Compare)
            m_code.vector(opcodeOf(what), result, left, right, m_operations[i].immediate);
        else
            m_code.vector(opcodeOf(what), result, left, right);
    }

    void root(Number i)
    {
        const Place from = m_vectors.place(m_operations[i].in[0]);
        m_code.vector(opcodeOf(Do::Root), m_vectors.result(i), 0, from);
    }

    void blend(Number i)
    {
        const auto [mask, yes, no] = m_operations[i].in;
        const Vector decision = m_vectors.hold(mask), otherwise = m_vectors.hold(no);
        const Place then = m_vectors.place(yes);
        m_code.vector(opcodeOf(Do::Blend), m_vectors.result(i), otherwise, then,
                      static_cast<std::uint8_t>(decision << 4));
    }

    void shift(Number i)
    {
        const Operation& o = m_operations[i];
        const std::uint8_t kind = o.what == Do::ShiftLeft ? 6 : 4;
        const Vector from = m_vectors.hold(o.in[0]);
        m_code.vector(opcodeOf(o.what), kind, m_vectors.result(i), {Place::Kind::Vector, from}, o.immediate);
    }

    /// The instruction overwrites one of its operands, and one may stay in memory.
    void multiplyAdd(Number i)
    {
        const Operation& o = m_operations[i];
        auto [a, b, c] = o.in;
        if (m_vectors.mayStay(a) || (!m_vectors.mayStay(b) && m_vectors.isLast(b) && !m_vectors.isLast(a)))
            std::swap(a, b);
        const Vector left = m_vectors.hold(a);
        if (m_vectors.mayStay(c) && !m_vectors.mayStay(b)) {  // a = b*a + c
            const Vector right = m_vectors.hold(b);
            const Place sum = m_vectors.place(c);
            return overwrite(i, 0xA8, left, right, sum, m_vectors.isLast(a));
        }
        const Vector sum = m_vectors.hold(c);
        const Place right = m_vectors.place(b);
        if (!m_vectors.isLast(c) && m_vectors.isLast(a))  // a = a*b + c
            return overwrite(i, 0x98, left, sum, right, true);
        overwrite(i, 0xB8, sum, left, right, m_vectors.isLast(c));  // c = a*b + c
    }
    void overwrite(Number i, std::uint8_t form, Vector first, Vector second, const Place& last, bool isFree)
    {
        const auto code = static_cast<std::uint8_t>(form + m_operations[i].immediate);
        const Vector result = isFree ? m_vectors.resultIn(i, first) : m_vectors.fresh(i);
        if (!isFree)
            m_code.vector({1, 0, 0x28}, result, 0, {Place::Kind::Vector, first});
        m_code.vector({2, 1, code}, result, second, last);
    }

    void store(const Operation& o)
    {
        const Vector value = m_vectors.hold(o.in[0]);
        m_code.vector(opcodeOf(Do::Store), value, 0, m_vectors.inArray(o.in[1], o.immediate));
        m_vectors.done();
    }
    void leaveIf(const Operation& o)
    {
        const Vector mask = m_vectors.hold(o.in[0]);
        m_code.vector(opcodeOf(Do::Leave), mask, 0, {Place::Kind::Vector, mask});
        m_exits.push_back(m_code.jump(0x85));
        m_vectors.done();
    }

    std::span<const Operation> m_operations;
    std::span<const Table> m_tables;
    std::int32_t m_turn;
    std::size_t m_arrays;
    Assembler m_code;
    VectorFile m_vectors;
    std::vector<std::size_t> m_exits;
};

}  // namespace

MachineCode emit(const Trace& trace, std::size_t ways, std::size_t arrays)
{
    return Emitter(trace, ways, arrays).emit();
}

}  // namespace actlab::kernel::jit
