#include "core/importing/tidy.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/rebuild.hpp"

#include <algorithm>
#include <optional>

namespace actlab::importing {

namespace {

using expr::Expr;

bool isDecided(const Expr& condition)
{
    return expr::as<expr::Number>(truthOf(condition)) != nullptr;
}

std::optional<Expr> shorter(const Expr& e)
{
    if (const auto* product = expr::as<expr::Product>(e)) {
        if (expr::algebra::isNumber(product->left, 1))
            return product->right;
        if (expr::algebra::isNumber(product->right, 1))
            return product->left;
    }
    if (const auto* quotient = expr::as<expr::Quotient>(e); quotient && expr::algebra::isNumber(quotient->right, 1))
        return quotient->left;
    if (const auto* choice = expr::as<expr::Piecewise>(e))
        if (std::ranges::any_of(choice->pieces, [](const expr::Piece& p) { return isDecided(p.condition); }))
            return expr::algebra::choice(choice->pieces, choice->otherwise);
    return std::nullopt;
}

}  // namespace

Expr truthOf(const Expr& condition)
{
    const Expr choice = expr::algebra::choice({{condition, expr::number(1)}}, expr::number(0));
    return expr::as<expr::Number>(choice) ? choice : condition;
}

Expr tidied(const Expr& e)
{
    return expr::rebuild(e, shorter);
}

}  // namespace actlab::importing
