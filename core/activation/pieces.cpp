#include "core/activation/pieces.hpp"

#include "core/activation/author_words.hpp"
#include "core/activation/catalogue.hpp"
#include "core/activation/piece_text.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::activation {

namespace {

using expr::Expr;
using Rows = std::vector<PieceText>;

bool isNothing(const Expr& otherwise)
{
    const auto* number = expr::as<expr::Number>(otherwise);
    return number && std::isnan(number->value);
}

// A formula of more pieces is wrong in any case, and more than a table can show.
constexpr std::size_t kMostRows = 2 * expr::Limits::pieces;

std::optional<Rows> rowsBetweenBraces(std::string_view formula)
{
    const auto parts = splitBraces(formula);
    if (!parts || parts->size() > kMostRows)
        return std::nullopt;
    Rows rows;
    for (const BracePart& part : *parts) {
        if (!part.condition && &part != &parts->back())
            return std::nullopt;
        rows.push_back({std::string(part.condition.value_or("")), std::string(part.value)});
    }
    if (parts->back().condition)
        rows.push_back({});
    return rows;
}

bool areRight(const Rows& rows)
{
    return std::all_of(rows.begin(), rows.end(), [&](const PieceText& row) {
        const bool isLast = &row == &rows.back();
        const bool isLeftOut = isLast && row.formula.empty();
        return (isLast || !errorInCondition(row.condition)) && (isLeftOut || !errorInFormula(row.formula));
    });
}

/// How many of the first pieces the author wrote, one after another. The others came with a function that is
/// called for the rest.
std::size_t writtenPieces(const expr::Piecewise& piecewise, const AuthorsWords& author)
{
    std::size_t count = 0, end = 0;
    for (const expr::Piece& piece : piecewise.pieces) {
        const expr::Span place = piece.condition.node().span;
        if (place.begin < end || !author.holds(piece.condition))
            break;
        end = place.end;
        ++count;
    }
    return count;
}

/// What holds where the first `count` pieces do not.
Expr restAfter(std::size_t count, const expr::Piecewise& piecewise)
{
    const auto firstOfRest = piecewise.pieces.begin() + static_cast<std::ptrdiff_t>(count);
    return expr::piecewise({firstOfRest, piecewise.pieces.end()}, piecewise.otherwise);
}

Rows rowsOfMeaning(const Expr& e, std::string_view formula)
{
    const auto* piecewise = expr::as<expr::Piecewise>(e);
    if (!piecewise)
        return {{"", std::string(trimmed(formula))}};
    AuthorsWords author(formula);
    const auto spelled = [&](const Expr& part) { return author.wordsFor(part).value_or(expr::print(part)); };

    std::size_t count = writtenPieces(*piecewise, author);
    if (count == 0 || !author.wordsFor(restAfter(count, *piecewise)))
        count = piecewise->pieces.size();
    Rows rows;
    for (const expr::Piece& piece : std::span(piecewise->pieces).first(count))
        rows.push_back({spelled(piece.condition), spelled(piece.value)});
    const Expr rest = restAfter(count, *piecewise);
    rows.push_back({"", isNothing(rest) ? "" : spelled(rest)});
    return rows;
}

bool hintsAtPieces(std::string_view formula)
{
    return formula.find_first_of("?{") != std::string_view::npos || formula.find(" if ") != std::string_view::npos ||
           formula.find("where") != std::string_view::npos;
}

/// "x < 3" in its parts, with x on the left.
struct Threshold {
    expr::CompareOp op;
    double knot;
};

std::optional<Threshold> thresholdOf(std::string_view condition)
{
    const auto meaning = expr::parse(condition, catalogueLibrary());
    const auto* comparison = meaning ? expr::as<expr::Comparison>(*meaning) : nullptr;
    if (!comparison || !expr::as<expr::Variable>(comparison->left))
        return std::nullopt;
    const auto* knot = expr::as<expr::Number>(comparison->right);
    return knot && std::isfinite(knot->value) ? std::optional(Threshold{comparison->op, knot->value}) : std::nullopt;
}

/// A condition that cuts the region which `before` leaves over: the next whole number on its other side.
std::string conditionAfter(std::string_view before)
{
    const auto threshold = thresholdOf(before);
    if (!threshold)
        return "x < 0";
    const bool goesDown = threshold->op == expr::CompareOp::Greater || threshold->op == expr::CompareOp::GreaterEqual;
    const double next = goesDown ? std::ceil(threshold->knot) - 1 : std::floor(threshold->knot) + 1;
    return expr::print(expr::compare(threshold->op, expr::variable(), expr::number(next)));
}

}  // namespace

Rows piecesOf(const Expr& e)
{
    return rowsOfMeaning(e, expr::print(e));
}

std::optional<Rows> piecesOf(std::string_view formula)
{
    const auto meaning = expr::parse(formula, catalogueLibrary());
    auto rows = rowsBetweenBraces(formula);
    if (rows && (!meaning || areRight(*rows)))
        return rows;
    if (meaning)
        return rowsOfMeaning(*meaning, formula);
    if (hintsAtPieces(formula))
        return std::nullopt;
    return Rows{{"", std::string(trimmed(formula))}};
}

std::string formulaOf(std::span<const PieceText> rows)
{
    if (rows.size() == 1)
        return rows.front().formula;
    std::string formula;
    for (const PieceText& row : rows.first(rows.empty() ? 0 : rows.size() - 1))
        formula += (formula.empty() ? "" : ", ") + row.condition + ": " + row.formula;
    if (!rows.empty() && !rows.back().formula.empty())
        formula += ", " + rows.back().formula;
    return "{" + formula + "}";
}

std::optional<expr::SourceError> errorInFormula(std::string_view text)
{
    const auto meaning = expr::parse(text, catalogueLibrary());
    return meaning ? std::nullopt : std::optional(meaning.error());
}

std::optional<expr::SourceError> errorInCondition(std::string_view text)
{
    const auto meaning = expr::parse(text, catalogueLibrary());
    if (!meaning)
        return meaning.error();
    if (expr::isCondition(*meaning))
        return std::nullopt;
    return expr::SourceError{"this is a value, not a condition", meaning->node().span,
                             "Compare something, as in x < 0."};
}

Rows withPieceAdded(Rows rows)
{
    const std::string condition = rows.size() > 1 ? conditionAfter(rows[rows.size() - 2].condition) : "x < 0";
    const std::string value = rows.empty() || rows.back().formula.empty() ? "0" : rows.back().formula;
    rows.insert(rows.empty() ? rows.end() : rows.end() - 1, {condition, value});
    return rows;
}

Rows withPieceRemoved(Rows rows, std::size_t index)
{
    if (rows.size() < 2 || index >= rows.size())
        return rows;
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(index));
    rows.back().condition.clear();
    return rows;
}

Rows withPiecesSwapped(Rows rows, std::size_t index)
{
    if (index + 2 < rows.size())
        std::swap(rows[index], rows[index + 1]);
    return rows;
}

}  // namespace actlab::activation
