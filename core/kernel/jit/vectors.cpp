#include "core/kernel/jit/vectors.hpp"

#include "core/kernel/step.hpp"

#include <algorithm>

namespace actlab::kernel::jit {

namespace x86 = asmjit::x86;

VectorFile::VectorFile(std::span<const Operation> operations, x86::Assembler& code, Constants& constants,
                       const x86::Gp* pointers)
    : m_operations(operations),
      m_code(code),
      m_constants(constants),
      m_pointers(pointers),
      m_isNeeded(operations.size()),
      m_later(operations.size()),
      m_next(operations.size(), kNever),
      m_vector(operations.size(), kNowhere),
      m_slot(operations.size(), kNever)
{
    m_value.fill(kNever);
    findUses();
}

void VectorFile::findUses()
{
    for (auto i = static_cast<Number>(m_operations.size()); i-- > 0;) {
        const Operation& operation = m_operations[i];
        m_isNeeded[i] = operation.what >= Do::Store || m_next[i] != kNever;
        if (!m_isNeeded[i])
            continue;
        const auto operands = operandsOf(operation);
        for (std::size_t j = 0; j < operands.size(); ++j)
            m_later[i][j] = m_next[operands[j]];
        for (const Number operand : operands)
            m_next[operand] = i;
    }
}

void VectorFile::begin(Number i)
{
    m_now = i;
    m_locked = 0;
    const auto operands = operandsOf(m_operations[i]);
    for (std::size_t j = 0; j < operands.size(); ++j)
        m_next[operands[j]] = m_later[i][j];
}

bool VectorFile::mayStay(Number v) const
{
    if (isHeld(v))
        return false;
    const Do what = m_operations[v].what;
    return isLast(v) || (isSource(what) && what != Do::Array && !isWorthAVector(v));
}

/// The ways of a turn want the same one after the other, and the processor reads less than it calculates.
bool VectorFile::isWorthAVector(Number v) const
{
    constexpr Number kSoon = 6;
    return m_next[v] - m_now <= kSoon && std::ranges::find(m_value, kNever) != m_value.end();
}

x86::Mem VectorFile::inArray(Number array, std::uint8_t way) const
{
    return x86::ptr(m_pointers[array], x86::rax, 0, way * kVectorSize);
}

x86::Mem VectorFile::home(Number v) const
{
    const Operation& operation = m_operations[v];
    constexpr std::int32_t kApart = kStepPadding * sizeof(float);
    switch (operation.what) {
    case Do::Array: return inArray(operation.in[0], operation.immediate);
    case Do::Constant: return m_constants.eightTimes(operation.in[0]);
    case Do::Table: return m_constants.table(operation.in[0]);
    case Do::Uniform: return x86::ptr(x86::rsi, static_cast<std::int32_t>(operation.in[0]) * kApart);
    default: return x86::ptr(x86::rsp, static_cast<std::int32_t>(m_slot[v]) * kVectorSize);
    }
}

x86::Ymm VectorFile::hold(Number v)
{
    if (!isHeld(v)) {
        const Vector vector = take();
        m_code.vmovups(x86::ymm(vector), home(v));
        assign(v, vector);
    }
    m_locked |= 1U << m_vector[v];
    return x86::ymm(m_vector[v]);
}

asmjit::Operand VectorFile::place(Number v)
{
    if (mayStay(v))
        return home(v);
    return hold(v);
}

void VectorFile::assign(Number v, Vector vector)
{
    m_vector[v] = vector;
    m_value[vector] = v;
}

VectorFile::Vector VectorFile::take()
{
    const auto free = std::ranges::find(m_value, kNever);
    return free == m_value.end() ? evict() : static_cast<Vector>(free - m_value.begin());
}

/// What comes from memory is there still.
VectorFile::Vector VectorFile::evict()
{
    Vector victim = kNowhere;
    for (Vector vector = 0; vector < kCount; ++vector)
        if (!isLocked(vector) && (victim == kNowhere || m_next[m_value[vector]] > m_next[m_value[victim]]))
            victim = vector;
    const Number value = m_value[victim];
    if (!isSource(m_operations[value].what) && m_slot[value] == kNever) {
        if (m_freeSlots.empty())
            m_freeSlots.push_back(static_cast<Number>(m_slots++));
        m_slot[value] = m_freeSlots.back();
        m_freeSlots.pop_back();
        m_code.vmovups(home(value), x86::ymm(victim));
    }
    m_vector[value] = kNowhere;
    m_value[victim] = kNever;
    return victim;
}

void VectorFile::freeVectors()
{
    for (const Number operand : operandsOf(m_operations[m_now]))
        if (isLast(operand) && isHeld(operand)) {
            m_value[m_vector[operand]] = kNever;
            m_vector[operand] = kNowhere;
        }
}

void VectorFile::done()
{
    freeVectors();
    for (const Number operand : operandsOf(m_operations[m_now]))
        if (isLast(operand) && m_slot[operand] != kNever) {
            m_freeSlots.push_back(m_slot[operand]);
            m_slot[operand] = kNever;
        }
}

/// What is put down to make room comes before the operation, which may read an operand where that was put down.
x86::Ymm VectorFile::result(Number i)
{
    freeVectors();
    const Vector vector = take();
    done();
    assign(i, vector);
    return x86::ymm(vector);
}

x86::Ymm VectorFile::resultIn(Number i, const x86::Ymm& operand)
{
    done();
    assign(i, static_cast<Vector>(operand.id()));
    return operand;
}

x86::Ymm VectorFile::fresh(Number i)
{
    const Vector vector = take();
    assign(i, vector);
    m_locked |= 1U << vector;
    done();
    return x86::ymm(vector);
}

}  // namespace actlab::kernel::jit
