#pragma once

#include "core/kernel/simd/error_function.hpp"
#include "core/kernel/simd/exponential.hpp"
#include "core/kernel/simd/instruction_sets.hpp"
#include "core/kernel/simd/logarithm.hpp"
#include "core/kernel/simd/loops.hpp"
#include "core/kernel/simd/power.hpp"
#include "core/kernel/simd/rounding.hpp"
#include "core/kernel/simd/trigonometry.hpp"

namespace actlab::kernel::ACTLAB_ISA {

template <class T>
struct TermsFor {
    using Type = ForDouble;
};
template <>
struct TermsFor<float> {
    using Type = ForFloat;
};

/// 1 where the mask holds.
template <class V>
ACTLAB_INLINE V truth(Bits<V> mask)
{
    return select<V>(mask, splat<V>(1), V{});
}
template <class V>
ACTLAB_INLINE Bits<V> isTrue(V v)
{
    return v != Scalar<V>(0);
}

/// f for all angles, and the C library for those too large to be reduced.
template <class T, class F, class Far>
ACTLAB_INLINE void mapAngle(const Step<T>& s, std::size_t n, F f, Far far)
{
    Bits<F64> isFar = {};
    for (std::size_t i = 0; i < n; i += kWidth<double>) {
        const F64 v = loadWide(s.in[0] + i);
        isFar |= abs(v) > kFarthestAngle;
        storeNarrow(s.out + i, f(v));
    }
    bool any = false;
    for (std::size_t lane = 0; lane < kLanes<F64>; ++lane)
        any = any || isFar[lane] != 0;
    for (std::size_t i = 0; any && i < n; ++i)
        if (__builtin_fabs(static_cast<double>(s.in[0][i])) > kFarthestAngle)
            s.out[i] = static_cast<T>(far(static_cast<double>(s.in[0][i])));
}

/// Two results of one operand.
template <class T, class F>
ACTLAB_INLINE void mapPair(const Step<T>& s, std::size_t n, F f)
{
    T *const out = s.out, *const out2 = s.out2;
    const T* const in = s.in[0];
    for (std::size_t i = 0; i < n; i += kWidth<T>) {
        const auto both = f(load<typename Vectors<T>::Type>(in + i));
        store(out + i, both.high);
        store(out2 + i, both.low);
    }
}

/// In double, four sums at a time, so that none waits for the other.
template <class T>
ACTLAB_INLINE void runAddProduct(const Step<T>& s, std::size_t n)
{
    const std::size_t keep = s.uniform & 2 ? 0 : SIZE_MAX;
    F64 even = {}, odd = {};
    std::size_t i = 0;
    for (; i + 2 * kWidth<double> <= n; i += 2 * kWidth<double>) {
        const std::size_t next = i + kWidth<double>;
        even = fma(loadWide(s.in[0] + i), loadWide(s.in[1] + (i & keep)), even);
        odd = fma(loadWide(s.in[0] + next), loadWide(s.in[1] + (next & keep)), odd);
    }
    even += odd;
    for (std::size_t lane = 0; lane < kLanes<F64>; ++lane)
        *s.sum += even[lane];
}

template <class T>
ACTLAB_INLINE void runArithmetic(const Step<T>& s, std::size_t n)
{
    using V = typename Vectors<T>::Type;
    switch (s.code) {
    case Code::Negate: return map1(s, n, [](V a) { return -a; });
    case Code::Add: return map2(s, n, [](V a, V b) { return a + b; });
    case Code::Subtract: return map2(s, n, [](V a, V b) { return a - b; });
    case Code::Multiply: return map2(s, n, [](V a, V b) { return a * b; });
    case Code::Divide: return map2(s, n, [](V a, V b) { return a / b; });
    case Code::Less: return map2(s, n, [](V a, V b) { return truth<V>(a < b); });
    case Code::LessEqual: return map2(s, n, [](V a, V b) { return truth<V>(a <= b); });
    case Code::Equal: return map2(s, n, [](V a, V b) { return truth<V>(a == b); });
    case Code::NotEqual: return map2(s, n, [](V a, V b) { return truth<V>(a != b); });
    case Code::And: return map2(s, n, [](V a, V b) { return truth<V>(isTrue(a) & isTrue(b)); });
    case Code::Or: return map2(s, n, [](V a, V b) { return truth<V>(isTrue(a) | isTrue(b)); });
    case Code::Not: return map1(s, n, [](V a) { return truth<V>(a == Scalar<V>(0)); });
    case Code::Select: return map3(s, n, [](V a, V b, V c) { return select<V>(isTrue(a), b, c); });
    case Code::SelectLess: return map4(s, n, [](V a, V b, V c, V d) { return select<V>(a < b, c, d); });
    case Code::SelectLessEqual: return map4(s, n, [](V a, V b, V c, V d) { return select<V>(a <= b, c, d); });
    case Code::Minimum: return map2(s, n, [](V a, V b) { return minimum(a, b); });
    case Code::Maximum: return map2(s, n, [](V a, V b) { return maximum(a, b); });
    case Code::Clamp: return map3(s, n, [](V a, V b, V c) { return clamp(a, b, c); });
    default: return;
    }
}

/// double multiplies and adds in two roundings: what cancels exactly shall, as analysis counts on.
template <class T>
ACTLAB_INLINE void runFused(const Step<T>& s, std::size_t n)
{
    using V = typename Vectors<T>::Type;
    constexpr auto plus = [](V a, V b, V c) {
        if constexpr (sizeof(T) == sizeof(float))
            return fma(a, b, c);
        else
            return a * b + c;
    };
    switch (s.code) {
    case Code::MultiplyAdd: return map3(s, n, plus);
    case Code::MultiplySubtract: return map3(s, n, [=](V a, V b, V c) { return plus(a, b, -c); });
    case Code::SubtractMultiply: return map3(s, n, [=](V a, V b, V c) { return plus(-a, b, c); });
    default: return;
    }
}

template <class T>
ACTLAB_INLINE void runRounding(const Step<T>& s, std::size_t n)
{
    using V = typename Vectors<T>::Type;
    switch (s.code) {
    case Code::Abs: return map1(s, n, [](V a) { return abs(a); });
    case Code::Sign: return map1(s, n, [](V a) { return sign(a); });
    case Code::Floor: return map1(s, n, [](V a) { return floor(a); });
    case Code::Ceil: return map1(s, n, [](V a) { return ceil(a); });
    case Code::Round: return map1(s, n, [](V a) { return round(a); });
    case Code::Heaviside: return map2(s, n, [](V a, V b) { return heaviside(a, b); });
    case Code::Sqrt: return map1(s, n, [](V a) { return sqrt(a); });
    case Code::Copy: return map1(s, n, [](V a) { return a; });
    default: return;
    }
}

/// Those that are worth an approximation of their own in float.
template <class T>
ACTLAB_INLINE void runExponential(const Step<T>& s, std::size_t n)
{
    using V = typename Vectors<T>::Type;
    switch (s.code) {
    case Code::Exp: return map1(s, n, [](V a) { return exp(a); });
    case Code::Expm1: return map1(s, n, [](V a) { return expm1(a); });
    case Code::Log: return map1(s, n, [](V a) { return log(a); });
    case Code::Log1p: return map1(s, n, [](V a) { return log1p(a); });
    case Code::Sinh: return map1(s, n, [](V a) { return sinh(a); });
    case Code::Cosh: return map1(s, n, [](V a) { return cosh(a); });
    case Code::Tanh: return map1(s, n, [](V a) { return tanh(a); });
    case Code::Sigmoid: return map1(s, n, [](V a) { return sigmoid(a); });
    case Code::Sigmoids: return mapPair(s, n, [](V a) { return sigmoids(a); });
    case Code::Erf: return map1(s, n, [](V a) { return erfAndBell(a).high; });
    case Code::Erfc: return map1(s, n, [](V a) { return erfcAndBell(a).high; });
    case Code::ErfAndBell: return mapPair(s, n, [](V a) { return erfAndBell(a); });
    case Code::ErfcAndBell: return mapPair(s, n, [](V a) { return erfcAndBell(a); });
    case Code::TanhSoftplus: return map1(s, n, [](V a) { return tanhSoftplusAndSlope(a).high; });
    case Code::TanhSoftplusAndSlope: return mapPair(s, n, [](V a) { return tanhSoftplusAndSlope(a); });
    default: return;
    }
}

/// Those that are calculated in double.
template <class T>
ACTLAB_INLINE void runWide(const Step<T>& s, std::size_t n)
{
    using Terms = typename TermsFor<T>::Type;
    switch (s.code) {
    case Code::Log2: return mapWide1(s, n, [](F64 a) { return log2(a); });
    case Code::Log10: return mapWide1(s, n, [](F64 a) { return log10(a); });
    case Code::Cbrt: return mapWide1(s, n, [](F64 a) { return cbrt(a); });
    case Code::Power:
        return mapWide2(s, n, [](F64 a, F64 b) { return sizeof(T) == sizeof(float) ? powToFloat(a, b) : pow(a, b); });
    case Code::Asin: return mapWide1(s, n, [](F64 a) { return asin<Terms>(a); });
    case Code::Acos: return mapWide1(s, n, [](F64 a) { return acos<Terms>(a); });
    case Code::Atan: return mapWide1(s, n, [](F64 a) { return atan<Terms>(a); });
    case Code::Asinh: return mapWide1(s, n, [](F64 a) { return asinh(a); });
    case Code::Acosh: return mapWide1(s, n, [](F64 a) { return acosh(a); });
    case Code::Atanh: return mapWide1(s, n, [](F64 a) { return atanh(a); });
    default: return;
    }
}

template <class T>
ACTLAB_INLINE void runPeriodic(const Step<T>& s, std::size_t n)
{
    using Terms = typename TermsFor<T>::Type;
    constexpr auto farSin = [](double a) { return __builtin_sin(a); };
    switch (s.code) {
    case Code::Sin:
        return mapAngle(
            s, n, [](F64 a) { return sin<Terms>(a); }, farSin);
    case Code::Cos:
        return mapAngle(
            s, n, [](F64 a) { return cos<Terms>(a); }, [](double a) { return __builtin_cos(a); });
    case Code::Tan:
        return mapAngle(
            s, n, [](F64 a) { return tan<Terms>(a); }, [](double a) { return __builtin_tan(a); });
    case Code::Sinc:
        return mapAngle(
            s, n, [](F64 a) { return sinc<Terms>(a); }, [=](double a) { return farSin(a) / a; });
    case Code::AddProduct: return runAddProduct(s, n);
    default: return;
    }
}

// Each group is a function of its own, so that the compiler need not look at all of them at once.
template <class T>
void runStep(const Step<T>& s, std::size_t n)
{
    if (s.code < Code::MultiplyAdd || (s.code >= Code::Less && s.code < Code::Exp) ||
        (s.code >= Code::Minimum && s.code <= Code::Clamp))
        return runArithmetic(s, n);
    if (s.code < Code::Less)
        return runFused(s, n);
    runRounding(s, n);
    runExponential(s, n);
    runWide(s, n);
    runPeriodic(s, n);
}

void runSteps(const Step<float>* steps, std::size_t count, std::size_t n)
{
    for (std::size_t i = 0; i < count; ++i)
        runStep(steps[i], n);
}
void runSteps(const Step<double>* steps, std::size_t count, std::size_t n)
{
    for (std::size_t i = 0; i < count; ++i)
        runStep(steps[i], n);
}

}  // namespace actlab::kernel::ACTLAB_ISA
