#pragma once

#include "core/kernel/simd/instruction_sets.hpp"
#include "core/kernel/simd/operations.hpp"
#include "core/kernel/simd/power.hpp"
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
    default: return;
    }
}

/// Tangents, and what of angles is calculated in double.
template <class T>
ACTLAB_INLINE void runPeriodic(const Step<T>& s, std::size_t n)
{
    using Terms = typename TermsFor<T>::Type;
    constexpr auto farSin = [](double a) { return __builtin_sin(a); };
    switch (s.code) {
    case Code::Tan:
        return mapAngle(
            s, n, [](F64 a) { return tan<Terms>(a); }, [](double a) { return __builtin_tan(a); });
    case Code::AddProduct: return runAddProduct(s, n);
    default: break;
    }
    if constexpr (sizeof(T) == sizeof(double))
        switch (s.code) {
        case Code::Sin:
            return mapAngle(
                s, n, [](F64 a) { return sin<Terms>(a); }, farSin);
        case Code::Cos:
            return mapAngle(
                s, n, [](F64 a) { return cos<Terms>(a); }, [](double a) { return __builtin_cos(a); });
        case Code::Sinc:
            return mapAngle(
                s, n, [](F64 a) { return sinc<Terms>(a); }, [=](double a) { return farSin(a) / a; });
        case Code::Atan: return mapWide1(s, n, [](F64 a) { return atan(a); });
        default: break;
        }
}

// Each group is a function of its own, so that the compiler need not look at all of them at once.
template <class T>
void runStep(const Step<T>& s, std::size_t n)
{
    using V = typename Vectors<T>::Type;
    if (s.code < Code::MultiplyAdd || (s.code >= Code::Less && s.code < Code::Exp) ||
        (s.code >= Code::Minimum && s.code <= Code::Clamp))
        return runArithmetic<V>(s, n);
    if (s.code < Code::Less)
        return runFused<V>(s, n);
    runRounding<V>(s, n);
    runExponential<V>(s, n);
    if constexpr (sizeof(T) == sizeof(float))
        runAngle<V>(s, n);
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
