#include "core/expr/rebuild.hpp"

#include "core/expr/children.hpp"
#include "core/expr/walk_memory.hpp"

#include <unordered_map>
#include <vector>

namespace actlab::expr {

namespace {

Piecewise withPieces(const Piecewise& like, std::span<const Expr> children)
{
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < like.pieces.size(); ++i)
        pieces.push_back({children[2 * i], children[2 * i + 1]});
    return {std::move(pieces), children.back()};
}

class Rebuilder {
public:
    explicit Rebuilder(const std::function<std::optional<Expr>(const Expr&)>& replacement)
        : m_replacement(replacement)
    {
    }

    Expr rebuild(const Expr& e)
    {
        if (const auto known = m_done.find(&e.node()); known != m_done.end())
            return known->second;
        const std::size_t first = m_children.size();
        bool changed = false;
        forEachChild(e, [&](const Expr& child) {
            m_children.push_back(rebuild(child));
            changed = changed || m_children.back().shared() != child.shared();
        });
        const Expr now = changed ? withChildren(e, std::span(m_children).subspan(first)) : e;
        m_children.erase(m_children.begin() + static_cast<std::ptrdiff_t>(first), m_children.end());
        Expr result = m_replacement(now).value_or(now);
        m_done.emplace(&e.node(), result);
        return result;
    }

private:
    const std::function<std::optional<Expr>(const Expr&)>& m_replacement;
    WalkMemory m_memory;
    std::pmr::unordered_map<const Node*, Expr> m_done{m_memory.resource()};
    std::pmr::vector<Expr> m_children{m_memory.resource()};  ///< of the nodes that are being rebuilt
};

}  // namespace

Expr withChildren(const Expr& e, std::span<const Expr> c)
{
    const Span span = e.node().span;
    return visit(Overloaded{
                     [&](const Number&) { return e; },
                     [&](const Variable&) { return e; },
                     [&](const Parameter&) { return e; },
                     [&](const Negate&) { return negate(c[0], span); },
                     [&]<BinaryOp Op>(const Binary<Op>&) { return binary(Op, c[0], c[1], span); },
                     [&](const Comparison& n) { return compare(n.op, c[0], c[1], span); },
                     [&](const And&) { return both(c[0], c[1], span); },
                     [&](const Or&) { return either(c[0], c[1], span); },
                     [&](const Not&) { return negation(c[0], span); },
                     [&](const Call& n) {
                         return call(*n.function, {c.begin(), c.end()}, span);
                     },
                     [&](const Piecewise& p) {
                         Piecewise now = withPieces(p, c);
                         return piecewise(std::move(now.pieces), std::move(now.otherwise), span);
                     },
                 },
                 e);
}

Expr rebuild(const Expr& e, const std::function<std::optional<Expr>(const Expr&)>& replacement)
{
    return Rebuilder(replacement).rebuild(e);
}

}  // namespace actlab::expr
