#include "core/exporting/guard.hpp"

#include "core/expr/children.hpp"
#include "core/expr/parser.hpp"
#include "core/expr/rebuild.hpp"

#include <map>

namespace actlab::exporting {

namespace {

using namespace expr;

struct TooLarge {};

class Guarding {
public:
    explicit Guarding(Harmlessness& harmlessness) : m_harmlessness(harmlessness) {}

    /// e at this input, its branches guarded.
    Expr within(const Expr& e, const Expr& input)
    {
        const auto key = std::pair(&e.node(), &input.node());
        if (const auto known = m_done.find(key); known != m_done.end())
            return known->second.result;
        if (m_done.size() > Limits::nodesAfterDifferentiation)
            throw TooLarge{};
        Expr result = rewritten(e, input);
        m_done.emplace(key, Done{e, input, result});
        return result;
    }

private:
    struct Done {
        Expr expression, input;  ///< kept, so that no other node gets their address
        Expr result;
    };

    Expr rewritten(const Expr& e, const Expr& input)
    {
        if (as<Variable>(e))
            return input;
        if (const auto* p = as<Piecewise>(e))
            return pieces(*p, input);
        std::vector<Expr> children;
        forEachChild(e, [&](const Expr& child) { children.push_back(within(child, input)); });
        return children.empty() ? e : withChildren(e, children);
    }

    Expr pieces(const Piecewise& p, const Expr& input)
    {
        std::vector<Piece> done;
        std::vector<Expr> before, beforeHere;  // the conditions above, as written and at this input
        for (const Piece& piece : p.pieces) {
            const Expr condition = within(piece.condition, input);
            done.push_back({condition, branch(piece.value, before, &piece.condition, beforeHere, &condition, input)});
            before.push_back(piece.condition);
            beforeHere.push_back(condition);
        }
        return piecewise(std::move(done), branch(p.otherwise, before, nullptr, beforeHere, nullptr, input));
    }

    /// A branch that holds where none of the conditions before it does and its own one, if it has one, does.
    Expr branch(const Expr& value, const std::vector<Expr>& before, const Expr* own,
                const std::vector<Expr>& beforeHere, const Expr* ownHere, const Expr& input)
    {
        if (m_harmlessness.isHarmless(value))
            return within(value, input);
        const auto [entry, isNew] = m_insiders.emplace(&value, 0);
        if (isNew)
            entry->second = m_harmlessness.insider(value, selected(before, own, number(1), number(0)));
        return within(value, selected(beforeHere, ownHere, input, number(entry->second)));
    }

    static Expr selected(const std::vector<Expr>& before, const Expr* own, const Expr& here, const Expr& elsewhere)
    {
        std::vector<Piece> rows;
        for (const Expr& condition : before)
            if (rows.empty())
                rows.push_back({condition, elsewhere});
            else
                rows.front().condition = either(rows.front().condition, condition);
        if (!own)
            return piecewise(std::move(rows), here);
        rows.push_back({*own, here});
        return piecewise(std::move(rows), elsewhere);
    }

    Harmlessness& m_harmlessness;
    std::map<const Expr*, double> m_insiders;  ///< of each branch, whatever input it is given later
    std::map<std::pair<const Node*, const Node*>, Done> m_done;
};

}  // namespace

tl::expected<Expr, std::string> guarded(const Expr& e, Harmlessness& harmlessness)
{
    try {
        return Guarding(harmlessness).within(e, variable());
    } catch (const TooLarge&) {
        return tl::unexpected(
            std::string("the conditionals are nested too deeply for operations on whole arrays; use fewer inside another"));
    }
}

}  // namespace actlab::exporting
