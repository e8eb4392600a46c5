#pragma once

#include "core/kernel/pieces.hpp"
#include "core/kernel/simd/arithmetic.hpp"

namespace actlab::kernel::ACTLAB_ISA {

/// Whether u, a vector or one number, lies behind the knot; as a mask where it is a vector.
template <class T, class U>
ACTLAB_INLINE auto isPassed(const Pieces<T>& pieces, std::size_t knot, U u)
{
    return pieces.endsWithKnot >> knot & 1 ? u > pieces.knots[knot] : u >= pieces.knots[knot];
}

/// The piece that u, a number, lies in: as many as there are knots that it has passed.
template <class V>
ACTLAB_INLINE Bits<V> pieceAt(const Pieces<Scalar<V>>& pieces, V u)
{
    Bits<V> minus = isPassed(pieces, 0, u);  // a mask is -1
    for (std::size_t knot = 1; knot + 1 < pieces.count; ++knot)
        minus = minus + isPassed(pieces, knot, u);
    return typename Format<V>::Int{0} - minus;
}

/// Of what is infinite, too far from its centre, or NaN: lane by lane, to the degree of its piece: 0 times infinity
/// is no summand.
template <class V>
V farPolynomialAt(const Pieces<Scalar<V>>& pieces, V u)
{
    for (std::size_t lane = 0; lane < kLanes<V>; ++lane) {
        std::size_t piece = u[lane] == u[lane] ? 0 : pieces.forNan;
        for (std::size_t knot = 0; knot + 1 < pieces.count; ++knot)
            piece += isPassed(pieces, knot, u[lane]);
        std::size_t power = pieces.degree;
        while (power > 0 && pieces.coefficients[power][piece] == 0)
            --power;
        Scalar<V> value = pieces.coefficients[power][piece];
        while (power-- > 0)
            value = value * (u[lane] - pieces.centres[piece]) + pieces.coefficients[power][piece];
        u[lane] = value;
    }
    return u;
}

/// The polynomial of the piece that u lies in, by Horner's rule.
template <class V>
ACTLAB_INLINE V polynomialAt(const Pieces<Scalar<V>>& pieces, V u)
{
    const Bits<V> piece = pieceAt(pieces, u);
    const V distance = u - pick<V>(pieces.centres, piece);
    V value = pick<V>(pieces.coefficients[pieces.degree], piece);
    for (std::size_t power = pieces.degree; power-- > 0;)
        value = multiplyAdd(value, distance, pick<V>(pieces.coefficients[power], piece));
    if (isAnyBeyond(distance, Format<V>::kLargest)) [[unlikely]]
        return select<V>(abs(distance) <= Format<V>::kLargest, value, farPolynomialAt(pieces, u));
    return value;
}

}  // namespace actlab::kernel::ACTLAB_ISA
