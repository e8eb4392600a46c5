#pragma once

#include "core/kernel/simd/exponential.hpp"
#include "core/kernel/simd/logarithm.hpp"
#include "core/kernel/simd/rounding.hpp"

namespace actlab::kernel::ACTLAB_ISA {

/// What IEEE 754 asks of pow, given `result` = |base|^exponent where base is positive and all is finite.
ACTLAB_INLINE F64 powWithEdges(F64 result, F64 base, F64 exponent)
{
    const F64 half = exponent * 0.5;
    const Bits<F64> isWhole = floor(exponent) == exponent;
    const Bits<F64> isOdd = isWhole & (floor(half) != half);
    result = select<F64>(signBit(base) & isOdd, -result, result);
    result = select<F64>((base < 0.0) & (base > -kInfinity<F64>)&~isWhole, splat<F64>(kNan<F64>), result);
    const Bits<F64> isNothing = (base != base) | (exponent != exponent);
    result = select<F64>(isNothing, base + exponent, result);
    const Bits<F64> isOne = (exponent == 0.0) | (base == 1.0) | ((base == -1.0) & (abs(exponent) == kInfinity<F64>));
    return select<F64>(isOne, splat<F64>(1), result);
}

/// |base|^exponent is 0 or infinite where the base or the exponent is: from the sign of exponent·log |base|.
ACTLAB_INLINE F64 powAtEnds(F64 result, F64 a, F64 exponent)
{
    const Bits<F64> isFar = (a == 0.0) | (a == kInfinity<F64>) | (abs(exponent) == kInfinity<F64>);
    const Bits<F64> grows = (a > 1.0) ^ (exponent < 0.0);
    return select<F64>(isFar, select<F64>(grows, splat<F64>(kInfinity<F64>), F64{}), result);
}

ACTLAB_INLINE F64 pow(F64 base, F64 exponent)
{
    const F64 a = abs(base);
    const Pair<F64> log = logAsPair(a);
    // more than it takes to overflow, and little enough for exact products
    const F64 y = atLeast(atMost(exponent, 0x1p70), -0x1p70);
    const Pair<F64> product = twoProduct(y, log.high);
    // beyond the range of exp the rest of the product may be of any size
    const F64 tail = select<F64>(abs(product.high) < 1e3, fma(y, log.low, product.low), F64{});
    return powWithEdges(powAtEnds(expWithTail(product.high, tail), a, exponent), base, exponent);
}

/// Good for float: log without its second half.
ACTLAB_INLINE F64 powToFloat(F64 base, F64 exponent)
{
    const F64 a = abs(base);
    const Parts<F64> parts = partsOf(a);
    const F64 log = logOfParts(parts.fraction, parts.exponent, F64{});
    return powWithEdges(powAtEnds(exp(exponent * log), a, exponent), base, exponent);
}

/// A guess from a polynomial on [0.7, 5.7], then three steps of Newton, the last one with the remainder of a cube
/// that is exact to twice the digits.
ACTLAB_INLINE F64 cbrt(F64 v)
{
    const F64 a = abs(v);
    const Parts<F64> parts = partsOf(a);
    const F64 third = round<F64>((parts.exponent - 1.0) * 0x1.5555555555556p-2);  // the exponent divided by 3, down
    const Bits<F64> left = wholeOf<F64>(parts.exponent - third * 3.0).integer;
    const F64 m = (parts.fraction + 1.0) * powerOfTwo<F64>(left);
    F64 root = polynomial(m, kCbrt);
    root = root - (root * root * root - m) / (root * root * 3.0);
    root = root - (root * root * root - m) / (root * root * 3.0);
    const Pair<F64> square = twoProduct(root, root), cube = twoProduct(square.high, root);
    const F64 remainder = (cube.high - m) + fma(square.low, root, cube.low);
    root = root - remainder / (square.high * 3.0);
    const F64 result = root * powerOfTwo<F64>(wholeOf(third).integer);
    const Bits<F64> isItself = (a == 0.0) | ~(a < kInfinity<F64>);
    return select<F64>(isItself, v, copySign(result, v));
}

}  // namespace actlab::kernel::ACTLAB_ISA
