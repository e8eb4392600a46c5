#include "core/expr/simplify.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/children.hpp"
#include "core/expr/rebuild.hpp"

#include <vector>

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

std::vector<const Node*> childrenOf(const Expr& e)
{
    std::vector<const Node*> children;
    forEachChild(e, [&](const Expr& child) { children.push_back(&child.node()); });
    return children;
}

bool isMadeAlike(const Expr& a, const Expr& b)
{
    return a.node().kind.index() == b.node().kind.index() && childrenOf(a) == childrenOf(b);
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
