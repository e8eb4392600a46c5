#include "core/expr/differentiate.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/builtins.hpp"
#include "core/expr/parser.hpp"
#include "core/expr/simplify.hpp"
#include "core/expr/substitute.hpp"

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

/// A partial derivative, which is written in u, v and w, at these arguments.
Expr at(const Expr& partial, const std::vector<Expr>& args)
{
    const auto argument = [&](std::string_view name) -> std::optional<Expr> {
        return args[static_cast<std::size_t>(name.front() - 'u')];
    };
    return simplify(substitute(partial, variable(), argument));
}

/// The calculus page of a textbook: one row for each kind of node. Remembers every node's derivative, so that
/// what is shared stays shared.
class Differentiator {
public:
    /// By x where `parameter` is empty.
    explicit Differentiator(std::string_view parameter) : m_parameter(parameter) {}

    Expr derivative(const Expr& e)
    {
        if (const auto known = m_known.find(&e.node()); known != m_known.end())
            return known->second;
        const Expr result = visit([this](const auto& node) { return of(node); }, e);
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
        return sum(product(derivative(p.left), p.right), product(p.left, derivative(p.right)));
    }
    Expr of(const Quotient& q)
    {
        const Expr left = derivative(q.left), right = derivative(q.right);
        if (isNumber(right, 0))
            return quotient(left, q.right);
        const Expr above = difference(product(left, q.right), product(q.left, right));
        return quotient(above, power(q.right, number(2)));
    }
    Expr of(const Power& p)
    {
        const Expr byBase = product(p.right, power(p.left, difference(p.right, number(1))));
        const Expr result = product(byBase, derivative(p.left));
        const Expr exponent = derivative(p.right);
        return isNumber(exponent, 0) ? result : sum(result, product(byExponent(p), exponent));
    }
    /// u^v log u, which is 0 at u = 0 where the plain formula is 0 times infinity.
    static Expr byExponent(const Power& p)
    {
        const Expr plain = product(binary(BinaryOp::Power, p.left, p.right), call("log", {p.left}));
        return choice({{compare(CompareOp::Equal, p.left, number(0)), number(0)}}, plain);
    }
    Expr of(const Comparison&) { return number(0); }
    Expr of(const And&) { return number(0); }
    Expr of(const Or&) { return number(0); }
    Expr of(const Not&) { return number(0); }
    Expr of(const Call& c)
    {
        Expr result = number(0);
        for (std::size_t i = 0; i < c.args.size(); ++i)
            if (const Expr inner = derivative(c.args[i]); !isNumber(inner, 0))
                result = sum(result, product(at(partialsOf(*c.function)[i], c.args), inner));
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
    std::unordered_map<const Node*, Expr> m_known;
};

Result<Expr> bounded(const Expr& derivative, const Expr& original)
{
    if (distinctNodes(derivative) <= Limits::nodesAfterDifferentiation)
        return derivative;
    return tl::unexpected(SourceError{"the derivative has more than " +
                                          std::to_string(Limits::nodesAfterDifferentiation) +
                                          " operations and values",
                                      original.node().span, "Make the formula shorter."});
}

}  // namespace

Result<Expr> differentiate(const Expr& e)
{
    return bounded(simplify(Differentiator("").derivative(simplify(e))), e);
}

Result<Expr> differentiateByParameter(const Expr& e, std::string_view name)
{
    return bounded(simplify(Differentiator(name).derivative(simplify(e))), e);
}

}  // namespace actlab::expr
