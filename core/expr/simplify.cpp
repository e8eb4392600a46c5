#include "core/expr/simplify.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/rebuild.hpp"

#include <algorithm>

namespace actlab::expr {

namespace {

Expr simple(const Expr& e)
{
    return visit(Overloaded{
                     [&](const Number&) { return e; },
                     [&](const Variable&) { return e; },
                     [&](const Parameter&) { return e; },
                     [](const Negate& n) { return algebra::negated(n.arg); },
                     [](const Sum& s) { return algebra::sum(s.left, s.right); },
                     [](const Difference& d) { return algebra::difference(d.left, d.right); },
                     [](const Product& p) { return algebra::product(p.left, p.right); },
                     [](const Quotient& q) { return algebra::quotient(q.left, q.right); },
                     [](const Power& p) { return algebra::power(p.left, p.right); },
                     [&](const Comparison&) { return e; },
                     [](const And& a) { return algebra::conjunction(a.left, a.right); },
                     [](const Or& o) { return algebra::disjunction(o.left, o.right); },
                     [](const Not& n) { return algebra::inversion(n.arg); },
                     [&](const Call&) { return e; },
                     [](const Piecewise& p) { return algebra::choice(p.pieces, p.otherwise); },
                 },
                 e);
}

bool isOne(const Expr& a, const Expr& b)
{
    return a.shared() == b.shared();
}

/// Of nodes of one kind, whether they share their children.
template <class T>
bool shareChildren(const T& a, const T& b)
{
    if constexpr (requires { a.arg; })
        return isOne(a.arg, b.arg);
    else if constexpr (requires { a.left; })
        return isOne(a.left, b.left) && isOne(a.right, b.right);
    else
        return false;
}
bool shareChildren(const Piecewise& a, const Piecewise& b)
{
    constexpr auto areOne = [](const Piece& p, const Piece& q) {
        return isOne(p.condition, q.condition) && isOne(p.value, q.value);
    };
    return std::ranges::equal(a.pieces, b.pieces, areOne) && isOne(a.otherwise, b.otherwise);
}

bool isMadeAlike(const Expr& a, const Expr& b)
{
    const auto isLikeB = [&b]<class T>(const T& node) {
        const T* other = as<T>(b);
        return other && shareChildren(node, *other);
    };
    return isOne(a, b) || visit(isLikeB, a);
}

}  // namespace

Expr simplifyNode(const Expr& e)
{
    // The node itself where no rule changes it: a copy would no longer be shared with the rest.
    const Expr result = simple(e);
    return isMadeAlike(result, e) ? e : result;
}

Expr simplify(const Expr& e)
{
    return rebuild(e, simplifyNode);
}

}  // namespace actlab::expr
