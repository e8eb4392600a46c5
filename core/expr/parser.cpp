#include "core/expr/parser.hpp"

#include "core/expr/children.hpp"
#include "core/expr/grammar.hpp"

namespace actlab::expr {

namespace {

void checkPieces(const Expr& e)
{
    const auto* p = as<Piecewise>(e);
    if (p && p->pieces.size() > Limits::pieces)
        fail("a function has at most " + std::to_string(Limits::pieces) + " pieces", e.node().span,
             "This one has " + std::to_string(p->pieces.size()) + ".");
}

/// Names that begin with a control character stand for what a scope keeps elsewhere; nobody wrote them.
std::size_t writtenParameters(const Expr& e)
{
    std::size_t count = 0;
    for (const std::string& name : parametersOf(e))
        count += static_cast<unsigned char>(name.front()) >= U' ' ? 1 : 0;
    return count;
}

/// Limits that only the whole formula can break.
void checkSize(const Expr& e)
{
    if (e.node().treeSize > Limits::nodes && distinctNodes(e) > Limits::nodes)
        fail("the formula has more than " + std::to_string(Limits::nodes) + " operations and values", e.node().span,
             "Make it shorter.");
    if (writtenParameters(e) > Limits::parameters)
        fail("a function has at most " + std::to_string(Limits::parameters) + " parameters", e.node().span,
             "Every name that is not a function counts as one.");
    forEachNode(e, checkPieces);
}

}  // namespace

Result<Expr> parse(std::string_view text, const Library& library)
{
    auto tokens = tokenize(text);
    if (!tokens)
        return tl::unexpected(tokens.error());
    return parse(std::move(*tokens), FormulaScope(library));
}

Result<Expr> parse(std::vector<Token> tokens, const Scope& scope)
{
    try {
        const Expr e = Grammar(std::move(tokens), scope).formula();
        checkSize(e);
        return e;
    } catch (const Failure& failure) {
        return tl::unexpected(failure.error);
    }
}

}  // namespace actlab::expr
