#pragma once

#include "core/expr/ast.hpp"

namespace actlab::expr::algebra {

// The operations with what is trivial left out: constants folded where the result is finite, neutral elements
// dropped, signs and number factors moved to the front. Given simple operands they return a simple result,
// equal wherever the plain operation is finite.
Expr negated(Expr a);
Expr sum(Expr a, Expr b);
Expr difference(Expr a, Expr b);
Expr product(Expr a, Expr b);
Expr quotient(Expr a, Expr b);
Expr power(Expr a, Expr b);
Expr conjunction(Expr a, Expr b);
Expr disjunction(Expr a, Expr b);
Expr inversion(Expr a);
/// Drops pieces that are never reached, and the conditional itself where nothing depends on it.
Expr choice(std::vector<Piece> pieces, Expr otherwise);

bool isNumber(const Expr& e, double value);

}  // namespace actlab::expr::algebra
