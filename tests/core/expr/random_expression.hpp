#pragma once

#include "core/expr/ast.hpp"

#include <cstdlib>
#include <random>

namespace actlab::expr {

/// How many formulas are drawn: ACTLAB_RANDOM_FORMULAS asks for more than every run has time for.
inline int formulasWanted(int usually)
{
    const char* wanted = std::getenv("ACTLAB_RANDOM_FORMULAS");
    return wanted ? std::atoi(wanted) : usually;
}

/// Draws expressions of every kind that the factories make, the same for the same seed.
class RandomExpression {
public:
    explicit RandomExpression(unsigned seed) : m_random(seed) {}

    Expr value(int depth);
    Expr condition(int depth);

private:
    std::size_t below(std::size_t n) { return m_random() % n; }
    Expr leaf();
    Expr literal();
    Expr anyCall(int depth);
    Expr anyPiecewise(int depth);

    std::mt19937 m_random;
};

}  // namespace actlab::expr
