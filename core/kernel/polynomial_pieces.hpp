#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/kernel/instruction.hpp"
#include "core/kernel/pieces.hpp"

namespace actlab::kernel {

/// The sum of coefficients[i]·(u - centre)^i.
struct Polynomial {
    double centre = 0;
    std::vector<double> coefficients;  ///< the lowest power first; -0 for those that nobody wrote
    std::size_t degree() const { return coefficients.size() - 1; }
};

/// What a chain of conditionals on one slot chooses between, from left to right.
struct PolynomialPieces {
    struct Knot {
        std::uint32_t slot;  ///< a constant
        double at;
        bool endsPiece;  ///< belongs to the piece on its left
    };
    std::uint32_t argument;  ///< slot
    std::vector<Knot> knots;
    std::vector<Polynomial> pieces;  ///< one more
    bool isFromTheRight = false;     ///< what no condition holds for, as NaN, is the leftmost piece
};

/// The pieces of a Select of the tape, where each is a polynomial of what all conditions compare with a constant, and
/// where one lookup of their coefficients takes fewer operations than to calculate all and choose. A polynomial is
/// taken as it is written, in powers of x - c for one c: multiplying it out would cancel.
std::optional<PolynomialPieces> polynomialPiecesOf(std::span<const Instruction> tape,
                                                   std::span<const double> constants, const Instruction& select);

/// Pieces [begin, end) as a table.
Pieces<double> tableOf(const PolynomialPieces& pieces, std::size_t begin, std::size_t end);
Pieces<float> inFloat(const Pieces<double>& pieces);

}  // namespace actlab::kernel
