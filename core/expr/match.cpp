#include "core/expr/match.hpp"

#include "core/expr/simplify.hpp"

#include <cmath>
#include <optional>
#include <utility>

namespace actlab::expr {

namespace {

using Ways = std::vector<Bindings>;
using Pair = std::pair<Expr, Expr>;

std::optional<Expr> withoutMinus(const Expr& e);

template <BinaryOp Op>
std::optional<Expr> withoutMinusIn(const Binary<Op>& b)
{
    if constexpr (Op == BinaryOp::Subtract)
        return b.right - b.left;
    if constexpr (Op != BinaryOp::Multiply && Op != BinaryOp::Divide)
        return std::nullopt;
    const auto* sign = as<Number>(b.left);
    if (Op == BinaryOp::Multiply && sign && sign->value == -1)
        return b.right;
    if (const auto left = withoutMinus(b.left))
        return binary(Op, *left, b.right);
    return std::nullopt;
}

/// -e where e shows a minus that can be taken off; nullopt elsewhere.
std::optional<Expr> withoutMinus(const Expr& e)
{
    using Result = std::optional<Expr>;
    const auto none = [](const auto&) -> Result { return std::nullopt; };
    return visit(Overloaded{
                     [](const Number& n) { return std::signbit(n.value) ? Result(number(-n.value)) : std::nullopt; },
                     [](const Negate& n) { return Result(n.arg); },
                     []<BinaryOp Op>(const Binary<Op>& b) { return withoutMinusIn(b); },
                     [&](const Variable& v) { return none(v); },
                     [&](const Parameter& p) { return none(p); },
                     [&](const Comparison& c) { return none(c); },
                     [&](const And& a) { return none(a); },
                     [&](const Or& o) { return none(o); },
                     [&](const Not& n) { return none(n); },
                     [&](const Call& c) { return none(c); },
                     [&](const Piecewise& p) { return none(p); },
                 },
                 e);
}

bool isSame(const Expr& a, const Expr& b)
{
    return a == b || simplify(a) == simplify(b);
}

/// The two terms that e is the sum of, in both orders.
std::vector<Pair> termsOf(const Expr& e)
{
    if (const auto* s = as<Sum>(e))
        return {{s->left, s->right}, {s->right, s->left}};
    const auto* d = as<Difference>(e);
    if (!d)
        return {};
    return {{d->left, negate(d->right)}, {negate(d->right), d->left}};
}

/// What e is the difference of.
std::vector<Pair> sidesOf(const Expr& e)
{
    if (const auto* d = as<Difference>(e))
        return {{d->left, d->right}};
    std::vector<Pair> sides;
    if (const auto* s = as<Sum>(e))
        for (const auto& [first, second] : {Pair{s->left, s->right}, Pair{s->right, s->left}})
            if (const auto taken = withoutMinus(second))
                sides.emplace_back(first, *taken);
    return sides;
}

template <BinaryOp Op>
std::vector<Pair> operandsOf(const Expr& e)
{
    if constexpr (Op == BinaryOp::Add)
        return termsOf(e);
    if constexpr (Op == BinaryOp::Subtract)
        return sidesOf(e);
    const auto* b = as<Binary<Op>>(e);
    if (!b)
        return {};
    if constexpr (Op == BinaryOp::Multiply)
        return {{b->left, b->right}, {b->right, b->left}};
    return {{b->left, b->right}};
}

Ways extended(const Ways& known, const Expr& pattern, const Expr& e);

Ways bound(const Bindings& known, const std::string& name, const Expr& e)
{
    const auto place = known.find(name);
    if (place != known.end())
        return isSame(place->second, e) ? Ways{known} : Ways{};
    Bindings more = known;
    more.emplace(name, e);
    return {std::move(more)};
}

/// The minus of a pattern: taken off e, or, where what it stands before is known already, put before that.
Ways opposed(const Bindings& known, const Expr& pattern, const Expr& e)
{
    const auto* p = as<Parameter>(pattern);
    if (const auto place = p ? known.find(p->name) : known.end(); place != known.end())
        return isSame(negate(place->second), e) || isSame(place->second, negate(e)) ? Ways{known} : Ways{};
    const auto taken = withoutMinus(e);
    return taken ? extended({known}, pattern, *taken) : Ways{};
}

Ways called(const Bindings& known, const Call& pattern, const Expr& e)
{
    const auto* c = as<Call>(e);
    if (!c || c->function != pattern.function)
        return {};
    Ways ways{known};
    for (std::size_t i = 0; i < c->args.size(); ++i)
        ways = extended(ways, pattern.args[i], c->args[i]);
    return ways;
}

Ways matched(const Bindings& known, const Expr& pattern, const Expr& e)
{
    const auto literally = [&](const auto&) { return pattern == e ? Ways{known} : Ways{}; };
    return visit(Overloaded{
                     [&](const Parameter& p) { return bound(known, p.name, e); },
                     [&](const Negate& n) { return opposed(known, n.arg, e); },
                     [&]<BinaryOp Op>(const Binary<Op>& b) {
                         Ways all;
                         for (const auto& [left, right] : operandsOf<Op>(e))
                             for (Bindings& way : extended(extended({known}, b.left, left), b.right, right))
                                 all.push_back(std::move(way));
                         return all;
                     },
                     [&](const Call& c) { return called(known, c, e); },
                     [&](const Number& n) { return literally(n); },
                     [&](const Variable& v) { return literally(v); },
                     [&](const Comparison& c) { return literally(c); },
                     [&](const And& a) { return literally(a); },
                     [&](const Or& o) { return literally(o); },
                     [&](const Not& n) { return literally(n); },
                     [&](const Piecewise& p) { return literally(p); },
                 },
                 pattern);
}

Ways extended(const Ways& known, const Expr& pattern, const Expr& e)
{
    Ways all;
    for (const Bindings& one : known)
        for (Bindings& way : matched(one, pattern, e))
            all.push_back(std::move(way));
    return all;
}

}  // namespace

std::vector<Bindings> match(const Expr& pattern, const Expr& e)
{
    return matched({}, pattern, e);
}

}  // namespace actlab::expr
