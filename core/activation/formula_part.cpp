#include "core/activation/formula_part.hpp"

#include "core/expr/children.hpp"
#include "core/expr/code_points.hpp"

namespace actlab::activation {

namespace {

using expr::Expr, expr::Span;

/// From the whole to the smallest one that holds a place.
using Path = std::vector<Expr>;

/// Whether `e`, or what is written in it, holds the place; what was made while reading (`square(x)` is x^2) has no
/// place of its own.
bool descend(const Expr& e, Span place, Path& path)
{
    const Span span = e.node().span;
    const bool isWritten = span != Span{};
    if (isWritten && (place.begin < span.begin || place.end > span.end))
        return false;
    path.push_back(e);
    bool isInside = false;
    expr::forEachChild(e, [&](const Expr& child) { isInside = isInside || descend(child, place, path); });
    if (isWritten || isInside)
        return true;
    path.pop_back();
    return false;
}

bool isLeaf(const Expr& e)
{
    return expr::as<expr::Number>(e) || expr::as<expr::Variable>(e) || expr::as<expr::Parameter>(e);
}

/// The step of the path to look at.
std::size_t chosenStep(const Path& path)
{
    std::size_t at = path.size() - 1;
    const auto spanAt = [&](std::size_t i) { return path[i].node().span; };
    if (at > 0 && isLeaf(path[at]) && spanAt(at - 1) != spanAt(0) && !expr::as<expr::Piecewise>(path[at - 1]))
        --at;
    while (at > 0 && (spanAt(at) == Span{} || spanAt(at - 1) == spanAt(at)))
        --at;
    return at;
}

class Text {
public:
    explicit Text(std::string_view text) : m_points(expr::decode(text).value_or(std::u32string())) {}

    std::string at(Span span) const
    {
        std::string part;
        for (std::size_t i = span.begin; i < std::min(span.end, m_points.size()); ++i)
            part += expr::encode(m_points[i]);
        return part;
    }
    std::string bracketed(const Expr& e) const { return "(" + at(e.node().span) + ")"; }

private:
    std::u32string m_points;
};

/// `value` where the piece of `all` that it is, or is in, is chosen. As it is where it is in a condition.
std::string whereChosen(const std::string& value, const expr::Piecewise& all, const Expr& child, const Text& text)
{
    std::string earlier = "{";
    for (const expr::Piece& piece : all.pieces) {
        if (&piece.condition.node() == &child.node())
            return value;
        if (&piece.value.node() == &child.node())
            return earlier + text.bracketed(piece.condition) + ": (" + value + ")}";
        earlier += text.bracketed(piece.condition) + ": nan, ";
    }
    return earlier + "(" + value + ")}";
}

}  // namespace

std::optional<FormulaPart> partAt(std::string_view text, const expr::Expr& read, expr::Span place)
{
    Path path;
    if (!descend(read, place, path))
        return std::nullopt;
    const std::size_t at = chosenStep(path);
    const Span span = path[at].node().span;
    if (span == read.node().span || span == Span{})
        return std::nullopt;
    const Text words(text);
    const std::string formula = words.at(span);
    std::string chosen = formula;
    for (std::size_t i = at; i-- > 0;)
        if (const auto* pieces = expr::as<expr::Piecewise>(path[i]))
            chosen = whereChosen(chosen, *pieces, path[i + 1], words);
    return FormulaPart{span, formula, chosen == formula ? std::string() : chosen};
}

}  // namespace actlab::activation
