#include "core/expr/simplify.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/rebuild.hpp"

namespace actlab::expr {

namespace {

/// A node whose children are simple already.
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

}  // namespace

Expr simplify(const Expr& e)
{
    return rebuild(e, simple);
}

}  // namespace actlab::expr
