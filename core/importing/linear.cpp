#include "core/importing/linear.hpp"

#include "core/expr/children.hpp"
#include "core/expr/rebuild.hpp"
#include "core/expr/simplify.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>
#include <unordered_map>

namespace actlab::importing {

namespace {

using expr::Expr;

enum class Share { Zero, None, Linear };

/// How the parameter goes into an expression; throws where neither linearly nor not at all.
class ShareOf {
public:
    explicit ShareOf(std::string_view parameter) : m_parameter(parameter) {}

    Share operator()(const Expr& e)
    {
        if (const auto known = m_known.find(&e.node()); known != m_known.end())
            return known->second;
        const Share share = find(e);
        m_known.emplace(&e.node(), share);
        return share;
    }

private:
    [[noreturn]] static void fail(const Expr& e)
    {
        expr::fail("what backward returns is not a multiple of the gradient it is given", e.node().span,
                   "Multiply that gradient by a formula in x.");
    }

    /// Zero goes with everything.
    static Share alike(Share a, Share b, const Expr& e)
    {
        if (a == b || b == Share::Zero)
            return a;
        if (a == Share::Zero)
            return b;
        fail(e);
    }

    Share product(Share a, Share b, const Expr& e)
    {
        if (a == Share::Zero || b == Share::Zero)
            return Share::Zero;
        if (a == Share::Linear && b == Share::Linear)
            fail(e);
        return std::max(a, b);
    }

    Share withoutIt(const Expr& e)
    {
        expr::forEachChild(e, [&](const Expr& child) {
            if ((*this)(child) == Share::Linear)
                fail(e);
        });
        return Share::None;
    }

    Share pieces(const expr::Piecewise& p, const Expr& e)
    {
        Share share = (*this)(p.otherwise);
        for (const expr::Piece& piece : p.pieces) {
            if ((*this)(piece.condition) == Share::Linear)
                fail(piece.condition);
            share = alike(share, (*this)(piece.value), e);
        }
        return share;
    }

    Share find(const Expr& e)
    {
        return expr::visit(
            expr::Overloaded{
                [](const expr::Number& n) { return n.value == 0 ? Share::Zero : Share::None; },
                [](const expr::Variable&) { return Share::None; },
                [&](const expr::Parameter& p) { return p.name == m_parameter ? Share::Linear : Share::None; },
                [&](const expr::Negate& n) { return (*this)(n.arg); },
                [&](const expr::Sum& s) { return alike((*this)(s.left), (*this)(s.right), e); },
                [&](const expr::Difference& d) { return alike((*this)(d.left), (*this)(d.right), e); },
                [&](const expr::Product& p) { return product((*this)(p.left), (*this)(p.right), e); },
                [&](const expr::Quotient& q) {
                    if ((*this)(q.right) == Share::Linear)
                        fail(e);
                    return (*this)(q.left);
                },
                [&](const expr::Power&) { return withoutIt(e); },
                [&](const expr::Comparison&) { return withoutIt(e); },
                [&](const expr::And&) { return withoutIt(e); },
                [&](const expr::Or&) { return withoutIt(e); },
                [&](const expr::Not&) { return withoutIt(e); },
                [&](const expr::Call&) { return withoutIt(e); },
                [&](const expr::Piecewise& p) { return pieces(p, e); },
            },
            e);
    }

    std::string_view m_parameter;
    std::unordered_map<const expr::Node*, Share> m_known;
};

}  // namespace

Expr linearFactor(const Expr& e, std::string_view parameter)
{
    if (ShareOf(parameter)(e) == Share::None)
        expr::fail("what backward returns does not depend on the gradient it is given", e.node().span,
                   "Multiply that gradient by a formula in x.");
    return expr::simplify(expr::rebuild(e, [&](const Expr& node) -> std::optional<Expr> {
        const auto* p = expr::as<expr::Parameter>(node);
        return p && p->name == parameter ? std::optional(expr::number(1)) : std::nullopt;
    }));
}

}  // namespace actlab::importing
