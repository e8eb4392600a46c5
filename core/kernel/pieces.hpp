#pragma once

#include <cstddef>
#include <cstdint>

namespace actlab::kernel {

/// As many as the numbers that AVX2 picks from with one instruction.
inline constexpr std::size_t kMostPieces = 8;
inline constexpr std::size_t kHighestDegree = 7;

/// Polynomials side by side, of which a step picks the one to evaluate: piece k reaches from knot k - 1 to knot k.
/// Up to four of them stand twice, which are picked faster. Piece k at u is the sum of coefficients[i][k]·(u -
/// centres[k])^i.
template <class T>
struct Pieces {
    std::uint8_t count = 0;
    std::uint8_t degree = 0;        ///< the highest of a piece
    std::uint8_t forNan = 0;        ///< the piece that a NaN falls into
    std::uint8_t endsWithKnot = 0;  ///< bit k: knot k itself belongs to piece k, and not to the next
    T knots[kMostPieces - 1] = {};  ///< none is less than the one before
    T centres[kMostPieces] = {};
    T coefficients[kHighestDegree + 1][kMostPieces] = {};  ///< -0 for those that a piece has not
};

}  // namespace actlab::kernel
