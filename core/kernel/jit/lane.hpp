#pragma once

#include <bit>
#include <concepts>

#include "core/kernel/jit/trace.hpp"

// Numbers that write down what is done with them: the mathematics of core/kernel/simd, which is written for any kind
// of vector, runs on these and leaves a trace. Hence machine code and tape give the same bits.

#define ACTLAB_ISA jit
#define ACTLAB_ISA_BYTES 16
#include "core/kernel/simd/operations.hpp"

namespace actlab::kernel::jit {

/// A vector of words. Without a trace it is a literal.
struct Words {
    Trace* trace = nullptr;
    Number value = 0;

    Words() = default;
    Words(std::int32_t literal) : value(static_cast<Number>(literal)) {}
    Words(Trace* trace, Number value) : trace(trace), value(value) {}
};

/// A vector of floats. Without a trace it is a literal: `value` is its bits.
struct Lane {
    Trace* trace = nullptr;
    Number value = 0;

    Lane() = default;
    Lane(float literal) : value(std::bit_cast<Number>(literal)) {}
    Lane(Trace* trace, Number value) : trace(trace), value(value) {}
};

template <class A>
Number numberIn(Trace& trace, A v)
{
    return v.trace ? v.value : trace.constant(v.value);
}
/// Of two or three at least one has a trace.
template <class Result, class A>
Result record(Do what, A a, A b, std::uint8_t immediate = 0)
{
    Trace* trace = a.trace ? a.trace : b.trace;
    const Number left = numberIn(*trace, a), right = numberIn(*trace, b);
    return {trace, trace->add(what, left, right, 0, immediate)};
}
inline Words record(Relation relation, Lane a, Lane b)
{
    Trace* trace = a.trace ? a.trace : b.trace;
    const Number left = numberIn(*trace, a), right = numberIn(*trace, b);
    return {trace, trace->compare(relation, left, right)};
}

inline Lane operator+(Lane a, Lane b)
{
    return record<Lane>(Do::Add, a, b);
}
inline Lane operator-(Lane a, Lane b)
{
    return record<Lane>(Do::Subtract, a, b);
}
inline Lane operator*(Lane a, Lane b)
{
    return record<Lane>(Do::Multiply, a, b);
}
inline Lane operator/(Lane a, Lane b)
{
    return record<Lane>(Do::Divide, a, b);
}
inline Lane operator-(Lane a)
{
    return {a.trace, a.trace ? a.trace->negate(a.value) : a.value ^ 0x8000'0000};
}
inline Words operator<(Lane a, Lane b)
{
    return record(Relation::Less, a, b);
}
inline Words operator<=(Lane a, Lane b)
{
    return record(Relation::LessEqual, a, b);
}
inline Words operator>(Lane a, Lane b)
{
    return record(Relation::Greater, a, b);
}
inline Words operator>=(Lane a, Lane b)
{
    return record(Relation::GreaterEqual, a, b);
}
inline Words operator==(Lane a, Lane b)
{
    return record(Relation::Equal, a, b);
}
inline Words operator!=(Lane a, Lane b)
{
    return record(Relation::NotEqual, a, b);
}

inline Words operator+(Words a, Words b)
{
    return b.trace ? record<Words>(Do::AddWords, a, b) : Words(a.trace, a.trace->addWords(a.value, b.value));
}
inline Words operator-(Words a, Words b)
{
    return b.trace ? record<Words>(Do::SubtractWords, a, b) : Words(a.trace, a.trace->addWords(a.value, 0 - b.value));
}
inline Words operator&(Words a, Words b)
{
    return record<Words>(Do::And, a, b);
}
inline Words operator|(Words a, Words b)
{
    return record<Words>(Do::Or, a, b);
}
inline Words operator^(Words a, Words b)
{
    return record<Words>(Do::Xor, a, b);
}
inline Words operator~(Words a)
{
    return {a.trace, a.trace->complement(a.value)};
}
inline Words operator<(Words a, Words b)
{
    return record<Words>(Do::GreaterWords, b, a);
}
inline Words operator==(Words a, Words b)
{
    return record<Words>(Do::SameWords, a, b);
}
inline Words operator!=(Words a, Words b)
{
    return ~(a == b);
}
inline Words operator<<(Words a, int by)
{
    return {a.trace, a.trace->shiftLeft(a.value, static_cast<std::uint8_t>(by))};
}
inline Words operator>>(Words a, int by)
{
    return {a.trace, a.trace->add(Do::ShiftRight, a.value, 0, 0, static_cast<std::uint8_t>(by))};
}

// What vector.hpp and instructions.hpp do for the processor's vectors.
template <>
struct Format<Lane> : Format<F32> {
    using Bits = Words;
};
template <>
inline constexpr bool kHasFma<Lane> = true;
template <>
inline Lane splat<Lane>(float value)
{
    return value;
}
template <>
inline Words bitsOf<Lane>(Lane v)
{
    return {v.trace, v.value};
}
template <>
inline Lane fromBits<Lane>(Words bits)
{
    return {bits.trace, bits.value};
}
template <>
inline Lane select<Lane>(Words mask, Lane yes, Lane no)
{
    return {mask.trace, mask.trace->blend(mask.value, numberIn(*mask.trace, yes), numberIn(*mask.trace, no))};
}
inline Lane fma(Lane a, Lane b, Lane c)
{
    Trace* trace = a.trace ? a.trace : b.trace ? b.trace : c.trace;
    return {trace, trace->multiplyAdd(numberIn(*trace, a), numberIn(*trace, b), numberIn(*trace, c))};
}
inline Lane sqrt(Lane v)
{
    return {v.trace, v.trace->add(Do::Root, v.value)};
}
inline Lane atMost(Lane v, float most)
{
    return record<Lane>(Do::Minimum, Lane(most), v);
}
inline Lane atLeast(Lane v, float least)
{
    return record<Lane>(Do::Maximum, Lane(least), v);
}
/// The tape knows what to do then.
inline bool isAnyBeyond(Lane v, float limit)
{
    v.trace->leaveWhere((~(abs(v) <= Lane(limit))).value);
    return false;
}

template <>
inline Lane pick<Lane>(const float (&table)[kMostPieces], Words place)
{
    return {place.trace, place.trace->pick(table, place.value)};
}

/// Never asked for: see isAnyBeyond.
inline Lane farSin(Lane v)
{
    return v;
}
inline Lane farCos(Lane v)
{
    return v;
}
template <>
inline Lane farPolynomialAt<Lane>(const Pieces<float>&, Lane v)
{
    return v;
}

template <>
struct ExponentLimits<Lane> : ExponentLimits<F32> {
};
template <>
struct ErrorTerms<Lane> : ErrorTerms<F32> {
};

}  // namespace actlab::kernel::jit
