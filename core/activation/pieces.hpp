#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/expr/ast.hpp"

namespace actlab::activation {

/// One row of a formula seen as a table. The last row of a table has no condition: it holds otherwise, or
/// everywhere when it stands alone. Its formula is empty where the author gave no value for the rest.
struct PieceText {
    std::string condition;
    std::string formula;
    bool operator==(const PieceText&) const = default;
};

/// The rows of an expression, in the printer's spelling.
std::vector<PieceText> piecesOf(const expr::Expr& e);

/// The rows of a formula as its author spelled them. A wrong formula has rows as long as its braces tell the
/// pieces apart, or where it shows no sign of pieces at all; otherwise nullopt.
std::optional<std::vector<PieceText>> piecesOf(std::string_view formula);

/// The formula these rows mean, whether or not they are right: formulaOf(piecesOf(e)) reads back as e.
std::string formulaOf(std::span<const PieceText> rows);

/// What is wrong with the text of one cell; spans refer to that text.
std::optional<expr::SourceError> errorInCondition(std::string_view text);
std::optional<expr::SourceError> errorInFormula(std::string_view text);

/// A new piece before the last row, with the last row's formula: the function stays what it was until the
/// person changes the new row.
std::vector<PieceText> withPieceAdded(std::vector<PieceText> rows);
/// Without row `index`. Where that was the last one, the piece before it takes over the rest.
std::vector<PieceText> withPieceRemoved(std::vector<PieceText> rows, std::size_t index);
/// Rows `index` and `index` + 1 change places; the last row stays last.
std::vector<PieceText> withPiecesSwapped(std::vector<PieceText> rows, std::size_t index);

}  // namespace actlab::activation
