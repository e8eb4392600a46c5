#include "core/expr/algebra.hpp"

#include "core/expr/builtins.hpp"

#include <cmath>
#include <optional>

namespace actlab::expr::algebra {

namespace {

std::optional<double> valueOf(const Expr& e)
{
    const auto* n = as<Number>(e);
    return n ? std::optional(n->value) : std::nullopt;
}

/// op(a, b) of two numbers, unless that is not finite.
template <class Operation>
std::optional<Expr> folded(const Expr& a, const Expr& b, Operation op)
{
    const auto left = valueOf(a), right = valueOf(b);
    if (!left || !right)
        return std::nullopt;
    const double value = op(*left, *right);
    return std::isfinite(value) ? std::optional(number(value)) : std::nullopt;
}

/// A number that is left of zero, so that "+ -2" can read "- 2".
bool isNegative(const Expr& e)
{
    const auto value = valueOf(e);
    return value && *value < 0;
}

/// n of "n*u".
std::optional<double> factorOf(const Expr& e)
{
    const auto* p = as<Product>(e);
    return p ? valueOf(p->left) : std::nullopt;
}

std::optional<bool> truthOf(const Expr& condition)
{
    const auto* c = as<Comparison>(condition);
    const auto left = c ? valueOf(c->left) : std::nullopt, right = c ? valueOf(c->right) : std::nullopt;
    if (!left || !right)
        return std::nullopt;
    switch (c->op) {
    case CompareOp::Less: return *left < *right;
    case CompareOp::LessEqual: return *left <= *right;
    case CompareOp::Greater: return *left > *right;
    case CompareOp::GreaterEqual: return *left >= *right;
    case CompareOp::Equal: return *left == *right;
    case CompareOp::NotEqual: break;
    }
    return *left != *right;
}

/// A whole number from 1 to 64.
std::optional<double> wholeNumber(const Expr& e)
{
    const auto value = valueOf(e);
    return value && *value >= 1 && *value <= 64 && *value == std::floor(*value) ? value : std::nullopt;
}

/// n of "u^n".
std::optional<double> wholeExponentOf(const Expr& e)
{
    const auto* p = as<Power>(e);
    return p ? wholeNumber(p->right) : std::nullopt;
}

/// Equal at a glance; what is larger is not worth the walk.
bool areSame(const Expr& a, const Expr& b)
{
    constexpr std::size_t kGlance = 64;
    return a.shared() == b.shared() || (a.node().treeSize <= kGlance && a == b);
}

/// u of exp(u)/(1 + exp(u)), the logistic function in a spelling that overflows.
std::optional<Expr> logisticArgument(const Expr& above, const Expr& below)
{
    const auto* exponential = as<Call>(above);
    const auto* s = as<Sum>(below);
    if (!exponential || exponential->function->id != BuiltinId::Exp || !s)
        return std::nullopt;
    const bool matches =
        (isNumber(s->left, 1) && areSame(s->right, above)) || (isNumber(s->right, 1) && areSame(s->left, above));
    return matches ? std::optional(exponential->args.front()) : std::nullopt;
}

/// What two number factors become when they meet; nullopt where the joint one would overflow or lose digits.
std::optional<double> joined(double factor)
{
    return std::isnormal(factor) ? std::optional(factor) : std::nullopt;
}

/// A factor that may move past others: the product overflows and underflows where it did, give or take a little.
bool isMild(double factor)
{
    return std::abs(factor) >= 0x1p-10 && std::abs(factor) <= 0x1p10;
}

/// n*u with n in front, whatever form u has.
Expr scaled(double n, const Expr& u)
{
    if (n == 0 && !valueOf(u))
        return number(0);
    if (n == 1)
        return u;
    if (n == -1)
        return negated(u);
    if (const auto* inner = as<Negate>(u))
        return scaled(-n, inner->arg);
    if (const auto m = factorOf(u))
        if (const auto factor = joined(n * *m))
            return scaled(*factor, as<Product>(u)->right);
    if (const auto* q = as<Quotient>(u))
        if (const auto m = valueOf(q->left); m && joined(n * *m))
            return quotient(number(n * *m), q->right);
    return number(n) * u;
}

}  // namespace

bool isNumber(const Expr& e, double value)
{
    return valueOf(e) == value;
}

Expr negated(Expr a)
{
    if (const auto* n = as<Negate>(a))
        return n->arg;
    if (const auto* d = as<Difference>(a))
        return difference(d->right, d->left);
    if (const auto n = factorOf(a))
        return scaled(-*n, as<Product>(a)->right);
    if (const auto* q = as<Quotient>(a))
        if (const auto n = valueOf(q->left))
            return quotient(number(-*n), q->right);
    return negate(std::move(a));
}

Expr sum(Expr a, Expr b)
{
    if (auto value = folded(a, b, std::plus<>()))
        return *value;
    if (isNumber(a, 0))
        return b;
    if (isNumber(b, 0))
        return a;
    if (const auto* n = as<Negate>(b))
        return difference(std::move(a), n->arg);
    if (isNegative(b))
        return difference(std::move(a), negate(std::move(b)));
    if (const auto* n = as<Negate>(a))
        return difference(std::move(b), n->arg);
    return std::move(a) + std::move(b);
}

Expr difference(Expr a, Expr b)
{
    if (auto value = folded(a, b, std::minus<>()))
        return *value;
    if (isNumber(b, 0))
        return a;
    if (isNumber(a, 0))
        return negated(std::move(b));
    if (const auto* n = as<Negate>(b))
        return sum(std::move(a), n->arg);
    if (isNegative(b))
        return sum(std::move(a), negate(std::move(b)));
    if (areSame(a, b) && !valueOf(a))
        return number(0);
    return std::move(a) - std::move(b);
}

Expr product(Expr a, Expr b)
{
    if (auto value = folded(a, b, std::multiplies<>()))
        return *value;
    if (const auto n = valueOf(a))
        return scaled(*n, b);
    if (const auto n = valueOf(b))
        return scaled(*n, a);
    if (const auto* n = as<Negate>(a))
        return negated(product(n->arg, std::move(b)));
    if (const auto* n = as<Negate>(b))
        return negated(product(std::move(a), n->arg));
    if (const auto n = factorOf(a); n && isMild(*n))
        return scaled(*n, product(as<Product>(a)->right, std::move(b)));
    if (const auto n = factorOf(b); n && isMild(*n))
        return scaled(*n, product(std::move(a), as<Product>(b)->right));
    if (const auto* q = as<Quotient>(b); q && isNumber(q->left, 1))
        return quotient(std::move(a), q->right);
    if (const auto* q = as<Quotient>(a); q && isNumber(q->left, 1))
        return quotient(std::move(b), q->right);
    return std::move(a) * std::move(b);
}

Expr quotient(Expr a, Expr b)
{
    if (auto value = folded(a, b, std::divides<>()))
        return *value;
    if (isNumber(a, 0) && !valueOf(b))
        return a;
    if (isNumber(b, 1))
        return a;
    if (isNumber(b, -1))
        return negated(std::move(a));
    if (const auto* n = as<Negate>(a))
        return negated(quotient(n->arg, std::move(b)));
    if (const auto* n = as<Negate>(b))
        return negated(quotient(std::move(a), n->arg));
    if (const auto u = logisticArgument(a, b))
        return call("sigmoid", {*u});
    const auto factor = factorOf(a), divisor = valueOf(b);
    if (factor && divisor)
        if (const auto n = joined(*factor / *divisor))
            return scaled(*n, as<Product>(a)->right);
    return std::move(a) / std::move(b);
}

Expr power(Expr a, Expr b)
{
    if (auto value = folded(a, b, [](double base, double exponent) { return std::pow(base, exponent); }))
        return *value;
    if (isNumber(b, 0) || isNumber(a, 1))
        return number(1);
    if (isNumber(b, 1))
        return a;
    if (const auto exponent = wholeExponentOf(a), outer = wholeNumber(b); exponent && outer)
        return binary(BinaryOp::Power, as<Power>(a)->left, number(*exponent * *outer));
    return binary(BinaryOp::Power, std::move(a), std::move(b));
}

Expr conjunction(Expr a, Expr b)
{
    if (const auto truth = truthOf(a))
        return *truth ? b : a;
    if (const auto truth = truthOf(b))
        return *truth ? a : b;
    return both(std::move(a), std::move(b));
}

Expr disjunction(Expr a, Expr b)
{
    if (const auto truth = truthOf(a))
        return *truth ? a : b;
    if (const auto truth = truthOf(b))
        return *truth ? b : a;
    return either(std::move(a), std::move(b));
}

Expr inversion(Expr a)
{
    if (const auto* n = as<Not>(a))
        return n->arg;
    if (const auto truth = truthOf(a))
        return compare(CompareOp::Less, number(0), number(*truth ? 0 : 1));
    return negation(std::move(a));
}

Expr choice(std::vector<Piece> pieces, Expr otherwise)
{
    std::vector<Piece> reached;
    for (Piece& piece : pieces) {
        const auto truth = truthOf(piece.condition);
        if (truth == false)
            continue;
        if (truth == true) {
            otherwise = std::move(piece.value);
            break;
        }
        reached.push_back(std::move(piece));
    }
    while (!reached.empty() && reached.back().value == otherwise)
        reached.pop_back();
    return piecewise(std::move(reached), std::move(otherwise));
}

}  // namespace actlab::expr::algebra
