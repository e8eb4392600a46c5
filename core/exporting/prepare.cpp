#include "core/exporting/prepare.hpp"

#include "core/exporting/guard.hpp"
#include "core/exporting/share.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/children.hpp"
#include "core/expr/parser.hpp"
#include "core/expr/rebuild.hpp"
#include "core/expr/simplify.hpp"

#include "core/kernel/program.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::exporting {

namespace {

using namespace expr;

/// A rule, which is written in u, v and w, at these arguments.
Expr at(const Expr& meaning, const std::vector<Expr>& args)
{
    return rebuild(meaning, [&](const Expr& node) -> std::optional<Expr> {
        const auto* p = as<Parameter>(node);
        return p ? std::optional(args[static_cast<std::size_t>(p->name.front() - 'u')]) : std::nullopt;
    });
}

const Rule* ruleFor(const Call& call, const Dialect& dialect)
{
    const auto found = std::ranges::find(dialect.rules, call.function->id, &Rule::function);
    return found == dialect.rules.end() ? nullptr : &*found;
}

/// Whether the function of the target does as well as the rule: no argument can spoil a gradient, and the bounds of
/// clamp are numbers, as PyTorch wants them.
bool isSpelledBetter(const Call& call, const Dialect& dialect, Harmlessness& harmlessness)
{
    const auto id = call.function->id;
    if (std::ranges::find(dialect.functions, id, &Spelling::function) == dialect.functions.end())
        return false;
    if (id == BuiltinId::Clamp && (!as<Number>(call.args[1]) || !as<Number>(call.args[2])))
        return false;
    return std::ranges::all_of(call.args, [&](const Expr& arg) { return harmlessness.isHarmless(arg); });
}

Expr inWordsOf(const Dialect& dialect, const Expr& e, Harmlessness& harmlessness)
{
    return rebuild(e, [&](const Expr& node) -> std::optional<Expr> {
        const auto* call = as<Call>(node);
        const Rule* rule = call ? ruleFor(*call, dialect) : nullptr;
        if (!rule || isSpelledBetter(*call, dialect, harmlessness))
            return std::nullopt;
        return at(*parse(rule->meaning), call->args);
    });
}

double valueOf(const Expr& constant)
{
    double value = 0;
    double* const place = &value;
    const double x = 0;
    kernel::compile(std::vector{constant}, {}).evaluate<double>(std::span(&x, 1), {}, std::span(&place, 1));
    return value;
}

bool hasOnlyNumbers(const Expr& e)
{
    bool has = true, hasChild = false;
    forEachChild(e, [&](const Expr& child) {
        hasChild = true;
        has = has && as<Number>(child);
    });
    return has && hasChild;
}

/// A constant comparison among numbers is 1 or 0.
Expr asNumber(const Expr& e)
{
    return as<Comparison>(e) && hasOnlyNumbers(e) ? number(valueOf(e)) : e;
}

/// A number among conditions holds where it is not 0.
Expr asCondition(const Expr& e)
{
    return as<Number>(e) ? compare(CompareOp::NotEqual, e, number(0)) : e;
}

Expr foldedPieces(const Piecewise& p)
{
    std::vector<Piece> pieces;
    for (const Piece& piece : p.pieces)
        pieces.push_back({asCondition(piece.condition), asNumber(piece.value)});
    return algebra::choice(std::move(pieces), asNumber(p.otherwise));
}

Expr foldedValue(const Expr& e)
{
    std::vector<Expr> children;
    forEachChild(e, [&](const Expr& child) { children.push_back(asNumber(child)); });
    const Expr now = children.empty() ? e : withChildren(e, children);
    return !as<Comparison>(now) && hasOnlyNumbers(now) ? number(valueOf(now)) : now;
}

/// What is left of constants, those that are not finite too: functions of the targets take no plain numbers.
Expr folded(const Expr& e)
{
    return asNumber(rebuild(e, [](const Expr& node) -> std::optional<Expr> {
        if (const auto* p = as<Piecewise>(node))
            return foldedPieces(*p);
        if (const auto* a = as<And>(node))
            return algebra::conjunction(asCondition(a->left), asCondition(a->right));
        if (const auto* o = as<Or>(node))
            return algebra::disjunction(asCondition(o->left), asCondition(o->right));
        if (const auto* n = as<Not>(node))
            return algebra::inversion(asCondition(n->arg));
        return foldedValue(node);
    }));
}

Expr productOf(const Expr& base, int exponent)
{
    if (exponent == 1)
        return base;
    const Expr half = productOf(base, exponent / 2);
    return exponent % 2 == 0 ? half * half : half * half * base;
}

Expr withProducts(const Expr& e, int largest)
{
    return rebuild(e, [&](const Expr& node) -> std::optional<Expr> {
        const auto* power = as<Power>(node);
        const auto* exponent = power ? as<Number>(power->right) : nullptr;
        if (!exponent || exponent->value < 1 || exponent->value > largest ||
            exponent->value != std::floor(exponent->value))
            return std::nullopt;
        return productOf(power->left, static_cast<int>(exponent->value));
    });
}

}  // namespace

tl::expected<std::vector<Expr>, std::string> prepared(const std::vector<Expr>& expressions, const Dialect& dialect,
                                                      const ParameterValues& parameters)
{
    Harmlessness harmlessness(parameters);
    std::vector<Expr> result;
    for (const Expr& e : expressions) {
        Expr ready = folded(inWordsOf(dialect, simplify(e), harmlessness));
        if (dialect.isDifferentiated) {
            const auto safe = guarded(ready, harmlessness);
            if (!safe)
                return tl::unexpected(safe.error());
            ready = *safe;
        }
        result.push_back(withProducts(ready, dialect.largestProduct));
    }
    return shared(result);
}

}  // namespace actlab::exporting
