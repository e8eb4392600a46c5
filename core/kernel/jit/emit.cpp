#include "core/kernel/jit/emit.hpp"

#include "core/kernel/jit/constants.hpp"
#include "core/kernel/jit/vectors.hpp"

#include <cstdlib>
#include <utility>

// What asmjit says to those who debug it. Debian builds asmjit for programs only: its object with these functions
// names stderr in a way that no shared library may, and the Torch room is one. Defined here, they keep it out.
const char* asmjit::DebugUtils::errorAsString(Error) noexcept
{
    return "asmjit could not write this";
}
void asmjit::DebugUtils::debugOutput(const char*) noexcept {}
void asmjit::DebugUtils::assertionFailed(const char*, int, const char*) noexcept
{
    std::abort();
}

namespace actlab::kernel::jit {

namespace {

namespace x86 = asmjit::x86;
namespace inst = x86::Inst;
using asmjit::InstId;
using x86::Ymm;

constexpr x86::Gp kPointers[kMostArrays] = {x86::r8,  x86::r9,  x86::r10, x86::r11, x86::rcx, x86::rbx,
                                            x86::r12, x86::r13, x86::r14, x86::r15, x86::rdi};
constexpr x86::Gp kKept[] = {x86::rbx, x86::r12, x86::r13, x86::r14, x86::r15};

/// Of two operands.
InstId instructionFor(Do what)
{
    switch (what) {
    case Do::Add: return inst::kIdVaddps;
    case Do::Subtract: return inst::kIdVsubps;
    case Do::Multiply: return inst::kIdVmulps;
    case Do::Divide: return inst::kIdVdivps;
    case Do::Minimum: return inst::kIdVminps;
    case Do::Maximum: return inst::kIdVmaxps;
    case Do::And: return inst::kIdVandps;
    case Do::AndNot: return inst::kIdVandnps;
    case Do::Or: return inst::kIdVorps;
    case Do::Xor: return inst::kIdVxorps;
    case Do::AddWords: return inst::kIdVpaddd;
    case Do::SubtractWords: return inst::kIdVpsubd;
    case Do::GreaterWords: return inst::kIdVpcmpgtd;
    case Do::SameWords: return inst::kIdVpcmpeqd;
    case Do::Pick: return inst::kIdVpermps;
    case Do::PickOfFour: return inst::kIdVpermilps;
    default: return inst::kIdNone;
    }
}

/// Which two operands are multiplied. The other one is added, and the result overwrites the first.
enum class Factors : std::uint8_t { FirstAndThird, SecondAndFirst, SecondAndThird };

InstId multiplyAddFor(Factors factors, std::uint8_t signs)
{
    static constexpr InstId kIds[3][4] = {
        {inst::kIdVfmadd132ps, inst::kIdVfmsub132ps, inst::kIdVfnmadd132ps, inst::kIdVfnmsub132ps},
        {inst::kIdVfmadd213ps, inst::kIdVfmsub213ps, inst::kIdVfnmadd213ps, inst::kIdVfnmsub213ps},
        {inst::kIdVfmadd231ps, inst::kIdVfmsub231ps, inst::kIdVfnmadd231ps, inst::kIdVfnmsub231ps}};
    return kIds[static_cast<int>(factors)][signs];
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

/// What is written, for this machine. It remembers if something could not be.
class Sheet : asmjit::ErrorHandler {
public:
    Sheet()
    {
        m_hasFailed = m_code.init(asmjit::Environment::host()) != asmjit::kErrorOk;
        m_code.setErrorHandler(this);
        m_hasFailed = m_hasFailed || m_code.attach(&m_writer) != asmjit::kErrorOk;
    }

    x86::Assembler& writer() { return m_writer; }
    /// None after a failure.
    std::vector<std::uint8_t> bytes() const
    {
        if (m_hasFailed)
            return {};
        const asmjit::CodeBuffer& buffer = m_code.textSection()->buffer();
        return {buffer.begin(), buffer.end()};
    }

private:
    void handleError(asmjit::Error, const char*, asmjit::BaseEmitter*) override { m_hasFailed = true; }

    asmjit::CodeHolder m_code;
    x86::Assembler m_writer;
    bool m_hasFailed = false;
};

class Emitter {
public:
    Emitter(const Trace& trace, std::size_t ways, std::size_t arrays)
        : m_operations(trace.operations()),
          m_turn(static_cast<std::int32_t>(ways) * kVectorSize),
          m_arrays(arrays),
          m_constants(m_code, trace.tables()),
          m_vectors(m_operations, m_code, m_constants, kPointers)
    {
    }

    MachineCode emit()
    {
        const std::size_t frame = enter();
        const asmjit::Label turn = m_code.newLabel();
        m_code.bind(turn);
        for (Number i = 0; i < m_operations.size(); ++i)
            if (m_vectors.isNeeded(i))
                operation(i);
        m_code.add(x86::rax, m_turn);
        m_code.cmp(x86::rax, x86::rdx);
        m_code.jbe(turn);
        m_code.bind(m_exit);
        leave();
        m_constants.layDown();
        m_code.setOffset(frame);
        takeFrame(m_vectors.spilled());
        return {m_sheet.bytes(), m_vectors.spilled()};
    }

private:
    /// rbp keeps the stack, rax counts bytes and rdx is where the last turn may begin. Returns where the frame is
    /// taken: how large it is is known at the end.
    std::size_t enter()
    {
        m_code.push(x86::rbp);
        m_code.mov(x86::rbp, x86::rsp);
        for (const x86::Gp& r : kKept)
            m_code.push(r);
        m_code.and_(x86::rsp, -kVectorSize);
        const std::size_t frame = m_code.offset();
        takeFrame(0);
        for (std::size_t k = 0; k < m_arrays; ++k)
            m_code.mov(kPointers[k], x86::ptr(x86::rdi, static_cast<std::int32_t>(k * sizeof(float*))));
        m_code.xor_(x86::eax, x86::eax);
        m_code.shl(x86::rdx, 2);
        m_code.sub(x86::rdx, m_turn);
        m_code.jb(m_exit);
        return frame;
    }
    /// Equally long for every size.
    void takeFrame(std::size_t vectors)
    {
        m_code.long_().sub(x86::rsp, static_cast<std::int32_t>(vectors) * kVectorSize);
    }
    void leave()
    {
        m_code.lea(x86::rsp, x86::ptr(x86::rbp, -static_cast<std::int32_t>(std::size(kKept) * sizeof(void*))));
        for (std::size_t i = std::size(kKept); i-- > 0;)
            m_code.pop(kKept[i]);
        m_code.pop(x86::rbp);
        m_code.shr(x86::rax, 2);
        m_code.vzeroupper();
        m_code.ret();
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
        const Ymm left = m_vectors.hold(a);
        const asmjit::Operand right = m_vectors.place(b);
        const Ymm result = m_vectors.result(i);
        if (what == Do::Compare)
            m_code.emit(inst::kIdVcmpps, result, left, right, m_operations[i].immediate);
        else
            m_code.emit(instructionFor(what), result, left, right);
    }

    void root(Number i)
    {
        const asmjit::Operand from = m_vectors.place(m_operations[i].in[0]);
        m_code.emit(inst::kIdVsqrtps, m_vectors.result(i), from);
    }

    void blend(Number i)
    {
        const auto [mask, yes, no] = m_operations[i].in;
        const Ymm decision = m_vectors.hold(mask), otherwise = m_vectors.hold(no);
        const asmjit::Operand then = m_vectors.place(yes);
        m_code.emit(inst::kIdVblendvps, m_vectors.result(i), otherwise, then, decision);
    }

    void shift(Number i)
    {
        const Operation& o = m_operations[i];
        const Ymm from = m_vectors.hold(o.in[0]);
        m_code.emit(o.what == Do::ShiftLeft ? inst::kIdVpslld : inst::kIdVpsrad, m_vectors.result(i), from,
                    o.immediate);
    }

    /// The instruction overwrites one of its operands, and one may stay in memory.
    void multiplyAdd(Number i)
    {
        const Operation& o = m_operations[i];
        auto [a, b, c] = o.in;
        if (m_vectors.mayStay(a) || (!m_vectors.mayStay(b) && m_vectors.isLast(b) && !m_vectors.isLast(a)))
            std::swap(a, b);
        const Ymm left = m_vectors.hold(a);
        if (m_vectors.mayStay(c) && !m_vectors.mayStay(b)) {
            const Ymm right = m_vectors.hold(b);
            const asmjit::Operand sum = m_vectors.place(c);
            return overwrite(i, Factors::SecondAndFirst, left, right, sum, m_vectors.isLast(a));
        }
        const Ymm sum = m_vectors.hold(c);
        const asmjit::Operand right = m_vectors.place(b);
        if (!m_vectors.isLast(c) && m_vectors.isLast(a))
            return overwrite(i, Factors::FirstAndThird, left, sum, right, true);
        overwrite(i, Factors::SecondAndThird, sum, left, right, m_vectors.isLast(c));
    }
    void overwrite(Number i, Factors factors, const Ymm& first, const Ymm& second, const asmjit::Operand& third,
                   bool isFree)
    {
        const Ymm result = isFree ? m_vectors.resultIn(i, first) : m_vectors.fresh(i);
        if (!isFree)
            m_code.vmovaps(result, first);
        m_code.emit(multiplyAddFor(factors, m_operations[i].immediate), result, second, third);
    }

    void store(const Operation& o)
    {
        const Ymm value = m_vectors.hold(o.in[0]);
        m_code.vmovups(m_vectors.inArray(o.in[1], o.immediate), value);
        m_vectors.done();
    }
    void leaveIf(const Operation& o)
    {
        const Ymm mask = m_vectors.hold(o.in[0]);
        m_code.vtestps(mask, mask);
        m_code.jnz(m_exit);
        m_vectors.done();
    }

    std::span<const Operation> m_operations;
    std::int32_t m_turn;
    std::size_t m_arrays;
    Sheet m_sheet;
    x86::Assembler& m_code = m_sheet.writer();
    asmjit::Label m_exit = m_code.newLabel();
    Constants m_constants;
    VectorFile m_vectors;
};

}  // namespace

MachineCode emit(const Trace& trace, std::size_t ways, std::size_t arrays)
{
    return Emitter(trace, ways, arrays).emit();
}

}  // namespace actlab::kernel::jit
