#include "random_expression.hpp"

#include "core/expr/builtins.hpp"

#include <bit>
#include <cstdint>
#include <limits>
#include <numbers>

namespace actlab::expr {

Expr RandomExpression::literal()
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    constexpr double kSpecial[] = {0,
                                   -0.0,
                                   1,
                                   -1,
                                   2,
                                   -2.5,
                                   1e-300,
                                   1e300,
                                   5e-324,
                                   std::numbers::pi,
                                   -std::numbers::e,
                                   kInfinity,
                                   -kInfinity,
                                   std::numeric_limits<double>::quiet_NaN()};
    if (below(4) == 0)
        return number(std::bit_cast<double>(std::uint64_t{m_random()} << 32 | m_random()));
    return number(kSpecial[below(std::size(kSpecial))]);
}

Expr RandomExpression::leaf()
{
    constexpr const char* kNames[] = {"a", "alpha", "α", "β1", "_t", "andy", "X", "einf", "斜率", "µ"};
    const std::size_t kind = below(3);
    if (kind == 0)
        return variable();
    return kind == 1 ? literal() : parameter(kNames[below(std::size(kNames))]);
}

Expr RandomExpression::anyCall(int depth)
{
    const Builtin& f = builtins()[below(builtins().size())];
    std::vector<Expr> args;
    for (int i = 0; i < f.arity; ++i)
        args.push_back(value(depth - 1));
    return call(f, std::move(args));
}

Expr RandomExpression::anyPiecewise(int depth)
{
    std::vector<Piece> pieces;
    for (std::size_t n = 1 + below(3); n > 0; --n)
        pieces.push_back({condition(depth - 1), value(depth - 1)});
    return piecewise(std::move(pieces), value(depth - 1));
}

Expr RandomExpression::condition(int depth)
{
    const std::size_t kind = depth <= 1 ? 0 : below(6);
    if (kind == 3)
        return both(condition(depth - 1), condition(depth - 1));
    if (kind == 4)
        return either(condition(depth - 1), condition(depth - 1));
    if (kind == 5)
        return negation(condition(depth - 1));
    return compare(static_cast<CompareOp>(below(6)), value(depth - 1), value(depth - 1));
}

Expr RandomExpression::value(int depth)
{
    if (depth <= 0)
        return leaf();
    switch (below(10)) {
    case 0: return leaf();
    case 1: return negate(value(depth - 1));
    case 2: return anyCall(depth);
    case 3: return anyPiecewise(depth);
    case 4: return condition(depth);
    default: return binary(static_cast<BinaryOp>(below(5)), value(depth - 1), value(depth - 1));
    }
}

}  // namespace actlab::expr
