#include "core/expr/differentiate.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/builtins.hpp"
#include "core/expr/parser.hpp"
#include "core/expr/rebuild.hpp"
#include "core/expr/simplify.hpp"
#include "core/expr/walk_memory.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>

namespace actlab::expr {

namespace {

using namespace algebra;

/// The partial derivatives of the built-in functions, read from their table once.
const std::vector<Expr>& partialsOf(const Builtin& f)
{
    static const std::map<BuiltinId, std::vector<Expr>> table = [] {
        std::map<BuiltinId, std::vector<Expr>> partials;
        for (const Builtin& row : builtins())
            for (int i = 0; i < row.arity; ++i)
                partials[row.id].push_back(*parse(row.derivatives[static_cast<std::size_t>(i)]));
        return partials;
    }();
    return table.at(f.id);
}

/// A partial derivative, which is written in u, v and w, at these arguments, which are simple.
Expr at(const Expr& partial, const std::vector<Expr>& args)
{
    return rebuild(partial, [&](const Expr& node) -> std::optional<Expr> {
        if (const auto* p = as<Parameter>(node))
            return args[static_cast<std::size_t>(p->name.front() - 'u')];
        return simplifyNode(node);
    });
}

/// A conditional with every piece multiplied.
Expr productInside(const Piecewise& p, const std::function<Expr(const Expr& piece)>& multiplied)
{
    std::vector<Piece> pieces;
    for (const Piece& piece : p.pieces)
        pieces.push_back({piece.condition, multiplied(piece.value)});
    return choice(std::move(pieces), multiplied(p.otherwise));
}

bool hasConstantPiece(const Piecewise& derivative)
{
    const auto isZero = [](const Expr& e) { return isNumber(e, 0); };
    return isZero(derivative.otherwise) || std::ranges::any_of(derivative.pieces, isZero, &Piece::value);
}

/// The chain rule. Where the outer derivative has pieces, as that of max has, the product moves into them: the
/// argument that is not selected adds 0, and not 0 times an inner derivative that may be infinite. Likewise where
/// the inner function keeps its value for a while: it adds 0 there, whatever the outer derivative is worth.
Expr chained(const Expr& outer, const Expr& inner)
{
    if (const auto* p = as<Piecewise>(outer))
        return productInside(*p, [&](const Expr& piece) { return chained(piece, inner); });
    if (const auto* p = as<Piecewise>(inner); p && hasConstantPiece(*p))
        return productInside(*p, [&](const Expr& piece) { return product(outer, piece); });
    return product(outer, inner);
}

/// The partial derivatives of u^v as the table has them for pow: neither is 0 times infinity where v or u is 0.
const Builtin& powerRule()
{
    static const Builtin& pow = *findBuiltin("pow");
    return pow;
}

/// The calculus page of a textbook: one row for each kind of node. Remembers every node's derivative, so that
/// what is shared stays shared. The derivative of what is simple is made simple, by the rules of algebra.
class Differentiator {
public:
    /// By x where `parameter` is empty.
    explicit Differentiator(std::string_view parameter) : m_parameter(parameter) {}

    Expr derivative(const Expr& e)
    {
        if (const auto known = m_known.find(&e.node()); known != m_known.end())
            return known->second;
        Expr result = visit([this](const auto& node) { return of(node); }, e);
        m_known.emplace(&e.node(), result);
        return result;
    }

private:
    Expr of(const Number&) { return number(0); }
    Expr of(const Variable&) { return number(m_parameter.empty() ? 1 : 0); }
    Expr of(const Parameter& p) { return number(p.name == m_parameter ? 1 : 0); }
    Expr of(const Negate& n) { return negated(derivative(n.arg)); }
    Expr of(const Sum& s) { return sum(derivative(s.left), derivative(s.right)); }
    Expr of(const Difference& d) { return difference(derivative(d.left), derivative(d.right)); }
    Expr of(const Product& p)
    {
        // 0 times a number that is not finite would stay what it is.
        const Expr left = derivative(p.left), right = derivative(p.right);
        return sum(isNumber(left, 0) ? left : product(left, p.right),
                   isNumber(right, 0) ? right : product(p.left, right));
    }
    Expr of(const Quotient& q)
    {
        const Expr left = derivative(q.left), right = derivative(q.right);
        if (isNumber(right, 0))
            return isNumber(left, 0) ? left : quotient(left, q.right);
        const Expr above = difference(product(left, q.right), product(q.left, right));
        return quotient(above, power(q.right, number(2)));
    }
    Expr of(const Power& p) { return ofFunction(powerRule(), {p.left, p.right}); }
    Expr of(const Comparison&) { return number(0); }
    Expr of(const And&) { return number(0); }
    Expr of(const Or&) { return number(0); }
    Expr of(const Not&) { return number(0); }
    Expr of(const Call& c) { return ofFunction(*c.function, c.args); }
    /// The sum over the arguments that change.
    Expr ofFunction(const Builtin& f, const std::vector<Expr>& args)
    {
        Expr result = number(0);
        for (std::size_t i = 0; i < args.size(); ++i)
            if (const Expr inner = derivative(args[i]); !isNumber(inner, 0))
                result = sum(result, chained(at(partialsOf(f)[i], args), inner));
        return result;
    }
    Expr of(const Piecewise& p)
    {
        std::vector<Piece> pieces;
        for (const Piece& piece : p.pieces)
            pieces.push_back({piece.condition, derivative(piece.value)});
        return choice(std::move(pieces), derivative(p.otherwise));
    }

    const std::string_view m_parameter;
    WalkMemory m_memory;
    std::pmr::unordered_map<const Node*, Expr> m_known{m_memory.resource()};
};

Result<Expr> bounded(const Expr& derivative, const Expr& original)
{
    constexpr std::size_t kMost = Limits::nodesAfterDifferentiation;
    if (derivative.node().treeSize <= kMost || distinctNodes(derivative) <= kMost)
        return derivative;
    return tl::unexpected(
        SourceError{"the derivative has more than " + std::to_string(kMost) + " operations and values",
                    original.node().span, "Make the formula shorter."});
}

}  // namespace

Result<Expr> differentiate(const Expr& e)
{
    return bounded(Differentiator("").derivative(simplify(e)), e);
}

Result<Expr> differentiateByParameter(const Expr& e, std::string_view name)
{
    return bounded(Differentiator(name).derivative(simplify(e)), e);
}

}  // namespace actlab::expr
