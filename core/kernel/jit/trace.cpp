#include "core/kernel/jit/trace.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace actlab::kernel::jit {

namespace {

constexpr std::uint32_t kSign = 0x8000'0000, kAll = 0xFFFF'FFFF;

bool isNan(std::uint32_t bits)
{
    const auto value = std::bit_cast<float>(bits);
    return value != value;
}

Relation mirrored(Relation relation)
{
    switch (relation) {
    case Relation::Less: return Relation::Greater;
    case Relation::LessEqual: return Relation::GreaterEqual;
    case Relation::Greater: return Relation::Less;
    case Relation::GreaterEqual: return Relation::LessEqual;
    default: return relation;
    }
}

}  // namespace

std::size_t operandCount(Do what)
{
    switch (what) {
    case Do::Array:
    case Do::Constant:
    case Do::Uniform:
    case Do::Table: return 0;
    case Do::Root:
    case Do::ShiftLeft:
    case Do::ShiftRight:
    case Do::Store:
    case Do::Leave: return 1;
    case Do::Blend:
    case Do::MultiplyAdd: return 3;
    default: return 2;
    }
}

std::span<const Number> operandsOf(const Operation& operation)
{
    return std::span(operation.in).first(operandCount(operation.what));
}

std::size_t Trace::Hash::operator()(const Operation& o) const
{
    std::uint64_t hash = static_cast<std::uint64_t>(o.what) << 8 | o.immediate;
    for (const Number number : o.in)
        hash = (hash ^ number) * 0x9E37'79B9'7F4A'7C15;
    return hash ^ hash >> 32;
}

Number Trace::add(Do what, Number a, Number b, Number c, std::uint8_t immediate)
{
    const Operation operation{what, immediate, {a, b, c}};
    const auto [entry, isNew] = m_numbers.emplace(operation, static_cast<Number>(m_operations.size()));
    if (isNew)
        m_operations.push_back(operation);
    return entry->second;
}

bool Trace::isConstant(Number number, std::uint32_t bits) const
{
    return at(number).what == Do::Constant && at(number).in[0] == bits;
}

bool Trace::isNegated(Number number) const
{
    return at(number).what == Do::Xor && isConstant(at(number).in[1], kSign);
}

Number Trace::negate(Number v)
{
    return at(v).what == Do::Constant ? constant(at(v).in[0] ^ kSign) : add(Do::Xor, v, constant(kSign));
}

Number Trace::complement(Number v)
{
    const Operation operation = at(v);
    if (operation.what == Do::Compare)
        return add(Do::Compare, operation.in[0], operation.in[1], 0, operation.immediate ^ 4);
    return operation.what == Do::Constant ? constant(~operation.in[0]) : add(Do::Xor, v, constant(kAll));
}

bool Trace::isSumWithConstant(Number number) const
{
    return at(number).what == Do::AddWords && at(at(number).in[1]).what == Do::Constant;
}

/// Integers wrap, so that constants may be added first.
Number Trace::addWords(Number a, std::uint32_t summand)
{
    if (isSumWithConstant(a)) {
        summand += at(at(a).in[1]).in[0];
        a = at(a).in[0];
    }
    return summand == 0 ? a : add(Do::AddWords, a, constant(summand));
}

/// What is shifted out need not be added.
Number Trace::shiftLeft(Number a, std::uint8_t by)
{
    if (isSumWithConstant(a) && at(at(a).in[1]).in[0] << by == 0)
        a = at(a).in[0];
    return add(Do::ShiftLeft, a, 0, 0, by);
}

/// The side that is the same for all elements goes to the right, where it may stay in memory.
Number Trace::compare(Relation relation, Number a, Number b)
{
    if (a == b && relation == Relation::NotEqual && at(a).what == Do::Constant)
        return constant(isNan(at(a).in[0]) ? kAll : 0);
    if (isSource(at(a).what) && !isSource(at(b).what))
        std::swap(a, b), relation = mirrored(relation);
    return add(Do::Compare, a, b, 0, static_cast<std::uint8_t>(relation));
}

Number Trace::multiplyAdd(Number a, Number b, Number c)
{
    std::uint8_t signs = 0;
    for (Number* factor : {&a, &b})
        if (isNegated(*factor))
            *factor = at(*factor).in[0], signs ^= kNegateProduct;
    if (isNegated(c))
        c = at(c).in[0], signs ^= kSubtract;
    return add(Do::MultiplyAdd, a, b, c, signs);
}

/// The processor's minimum and maximum are a comparison and a choice; kNone where this is neither.
Number Trace::extreme(Number mask, Number yes, Number no)
{
    const Operation decision = at(mask);
    if (decision.what != Do::Compare)
        return kNone;
    auto [left, right, unused] = decision.in;
    const auto relation = static_cast<Relation>(decision.immediate);
    if (relation == Relation::Greater)
        std::swap(left, right);
    else if (relation != Relation::Less)
        return kNone;
    if (yes == left && no == right)
        return add(Do::Minimum, left, right);
    return yes == right && no == left ? add(Do::Maximum, right, left) : kNone;
}

Number Trace::blend(Number mask, Number yes, Number no)
{
    if (yes == no || isConstant(mask, 0))
        return no;
    if (isConstant(mask, kAll))
        return yes;
    if (const Number found = extreme(mask, yes, no); found != kNone)
        return found;
    if (isConstant(no, 0))
        return add(Do::And, mask, yes);
    if (isConstant(yes, 0))
        return add(Do::AndNot, mask, no);
    return add(Do::Blend, mask, yes, no);
}

/// What every place of the table has in common needs no place.
Number Trace::pick(const float (&table)[8], Number place)
{
    Table bits;
    std::ranges::transform(table, bits.begin(), [](float value) { return std::bit_cast<std::uint32_t>(value); });
    if (std::ranges::count(bits, bits[0]) == std::ssize(bits))
        return constant(bits[0]);
    const auto found = std::ranges::find(m_tables, bits);
    const auto number = static_cast<Number>(found - m_tables.begin());
    if (found == m_tables.end())
        m_tables.push_back(bits);
    const Number source = add(Do::Table, number);
    const bool isTwice = std::ranges::equal(std::span(bits).first<4>(), std::span(bits).last<4>());
    return isTwice ? add(Do::PickOfFour, source, place) : add(Do::Pick, place, source);
}

void Trace::leaveWhere(Number mask)
{
    m_leave = m_leave == kNone ? mask : add(Do::Or, m_leave, mask);
}

void Trace::store(Number value, Number array, std::uint8_t way)
{
    m_stores.push_back({Do::Store, way, {value, array, 0}});
}

void Trace::finish()
{
    if (m_leave != kNone)
        m_operations.push_back({Do::Leave, 0, {m_leave, 0, 0}});
    m_operations.insert(m_operations.end(), m_stores.begin(), m_stores.end());
    interleave();
}

/// Every way does what the others do and waits for none of them: side by side, none has to wait for its own last
/// result. What they share is in the first.
void Trace::interleave()
{
    const auto end = static_cast<Number>(m_operations.size() - m_stores.size() - (m_leave != kNone));
    std::vector<Operation> ordered;
    std::vector<Number> place(m_operations.size(), kNone);
    const auto isReady = [&](const Operation& o) {
        return std::ranges::all_of(operandsOf(o), [&](Number v) { return place[v] != kNone; });
    };
    const auto move = [&](Number i) {
        Operation o = m_operations[i];
        for (Number& operand : std::span(o.in).first(operandCount(o.what)))
            operand = place[operand];
        place[i] = static_cast<Number>(ordered.size());
        ordered.push_back(o);
    };
    std::vector<Number> next = m_ways, last(m_ways.begin() + 1, m_ways.end());
    last.push_back(end);
    while (ordered.size() < end)
        for (std::size_t way = 0; way < next.size(); ++way)
            if (next[way] < last[way] && isReady(m_operations[next[way]]))
                move(next[way]++);
    for (Number i = end; i < m_operations.size(); ++i)
        move(i);
    m_operations = std::move(ordered);
}

}  // namespace actlab::kernel::jit
