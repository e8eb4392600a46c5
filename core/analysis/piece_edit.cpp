#include "core/analysis/edited.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/printer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace actlab::analysis {

namespace {

using Rows = std::vector<activation::PieceText>;

/// How the conditions around a row are spelled: "x >= …" goes down and is closed.
struct ConditionSpelling {
    bool goesDown = false, isClosed = false;
    std::string condition(double x) const
    {
        return std::string(goesDown ? "x >" : "x <") + (isClosed ? "= " : " ") + expr::printNumber(x);
    }
};

ConditionSpelling spellingNear(std::size_t row, const PieceLayout& layout)
{
    if (layout.conditions.empty())
        return {};
    const expr::Expr& condition = layout.conditions[std::min(row, layout.conditions.size() - 1)];
    const auto* comparison = expr::as<expr::Comparison>(condition);
    if (!comparison || !expr::as<expr::Variable>(comparison->left))
        return {};
    using enum expr::CompareOp;
    return {comparison->op == Greater || comparison->op == GreaterEqual,
            comparison->op == LessEqual || comparison->op == GreaterEqual};
}

/// Whether a condition on that side of x alone, before `row`, takes nothing away from the rows behind.
bool isEnough(bool goesDown, double x, std::size_t row, const PieceLayout& layout)
{
    return std::ranges::all_of(layout.cells, [&](const PieceCell& cell) {
        const bool isOnSide = goesDown ? cell.x.high > x : cell.x.low < x;
        return !isOnSide || cell.row <= row;
    });
}

/// "a op b", each in brackets where it would fall apart without them.
std::string combined(const std::string& a, const std::string& op, const std::string& b)
{
    const auto& library = activation::catalogueLibrary();
    const std::string plain = a + op + b, bracketed = "(" + a + ")" + op + "(" + b + ")";
    const auto read = expr::parse(plain, library), meant = expr::parse(bracketed, library);
    return read && meant && *read == *meant ? plain : bracketed;
}

std::string conditionOfPart(std::size_t row, double x, const PieceLayout& layout)
{
    ConditionSpelling spelling = spellingNear(row, layout);
    for (int side = 0; side < 2; ++side) {
        if (isEnough(spelling.goesDown, x, row, layout))
            return spelling.condition(x);
        spelling.goesDown = !spelling.goesDown;
    }
    return combined(layout.rows[row].condition, " and ", spelling.condition(x));
}

Rows without(Rows rows, std::size_t index)
{
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(index));
    rows.back().condition.clear();
    return rows;
}

/// Two rows become one in the place of the later one, with or without the condition of the earlier one, or in the
/// place of the earlier one.
std::vector<Rows> waysToMerge(Rows rows, std::size_t earlier, std::size_t later, const std::string& formula)
{
    std::vector<Rows> ways;
    const std::string either =
        later + 1 < rows.size() ? combined(rows[earlier].condition, " or ", rows[later].condition) : std::string();
    rows[earlier].formula = rows[later].formula = formula;
    ways.push_back(without(rows, earlier));
    if (either.empty())
        return ways;
    rows[earlier].condition = rows[later].condition = either;
    ways.push_back(without(rows, earlier));
    ways.push_back(without(rows, later));
    return ways;
}

/// Whether at every place the formula of the row that applies is the one that is meant.
bool applies(const activation::Activation& activation, const PieceLayout& before,
             const std::function<const std::string&(std::size_t row)>& meant)
{
    const PieceLayout after = layOut(activation);
    return std::ranges::all_of(before.cells, [&](const PieceCell& cell) {
        const Stretch& stretch = after.stretches[after.stretchAt(cell.somewhere())];
        return after.rows[stretch.row].formula == meant(cell.row);
    });
}

}  // namespace

Edited split(const PieceMap& pieces, double x)
{
    if (!std::isfinite(x))
        return cannot("A piece can only be split at a finite number.");
    const PieceLayout& layout = pieces.layout;
    const auto isAtX = [x](const Stretch& s) { return s.x.low == x || s.x.high == x; };
    if (std::ranges::any_of(layout.stretches, isAtX))
        return cannot("There is a knot at x = " + expr::printNumber(x) + " already.");
    const std::size_t row = layout.stretches[layout.stretchAt(x)].row;
    if (layout.isGap(row))
        return cannot("There is no piece at x = " + expr::printNumber(x) + " to split.");
    Rows rows = layout.rows;
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(row),
                {conditionOfPart(row, x, layout), layout.rows[row].formula});
    return withRows(pieces.activation, rows);
}

Edited merge(const PieceMap& pieces, double knot, Side kept)
{
    const PieceJoin* join = pieces.joinAt(knot);
    if (!join)
        return noKnotAt(knot, pieces.joins);
    const PieceLayout& layout = pieces.layout;
    const std::size_t keep = kept == Side::Left ? join->leftRow : join->rightRow;
    const std::size_t drop = kept == Side::Left ? join->rightRow : join->leftRow;
    if (keep == drop)
        return cannot("The same piece lies on both sides of x = " + expr::printNumber(join->x) + ".");
    if (layout.isGap(keep) && layout.rows.size() == 2)
        return cannot("Nothing would be left of the formula.");
    const auto meant = [&](std::size_t row) -> const std::string& {
        return layout.rows[row == drop ? keep : row].formula;
    };
    for (const Rows& rows :
         waysToMerge(layout.rows, std::min(keep, drop), std::max(keep, drop), layout.rows[keep].formula))
        if (auto edited = withRows(pieces.activation, rows); edited && applies(*made(*edited), layout, meant))
            return edited;
    return cannot("The conditions of the pieces at x = " + expr::printNumber(join->x) +
                  " cannot be put together; write them in the table.");
}

}  // namespace actlab::analysis
