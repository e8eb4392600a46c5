#include "core/analysis/piece_layout.hpp"

#include "core/analysis/interval.hpp"

#include "core/activation/parameters.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

namespace {

std::vector<expr::Expr> conditionsOf(const expr::Expr& value, std::size_t count)
{
    std::vector<expr::Expr> conditions;
    if (const auto* piecewise = expr::as<expr::Piecewise>(value))
        for (const expr::Piece& piece : piecewise->pieces)
            if (conditions.size() < count)
                conditions.push_back(piece.condition);
    return conditions;
}

/// One for each of the first `count` pieces, and the rest.
std::vector<expr::Expr> valuesOf(const expr::Expr& value, std::size_t count)
{
    const auto* piecewise = expr::as<expr::Piecewise>(value);
    if (!piecewise || count == 0)
        return {value};
    std::vector<expr::Expr> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(piecewise->pieces[i].value);
    const auto rest = piecewise->pieces.begin() + static_cast<std::ptrdiff_t>(count);
    const bool isPlain = rest == piecewise->pieces.end();
    values.push_back(isPlain ? piecewise->otherwise
                             : expr::piecewise({rest, piecewise->pieces.end()}, piecewise->otherwise));
    return values;
}

SwitchPoints placesWhereAnyChanges(const std::vector<expr::Expr>& conditions,
                                   const activation::Activation& activation, Interval interval)
{
    std::vector<Switch> switches;
    for (const expr::Expr& condition : conditions)
        std::ranges::copy(switchesOf(condition), std::back_inserter(switches));
    return switchPoints(switches, activation.parameters(), interval);
}

std::vector<PieceCell> cellsBetween(const std::vector<double>& places)
{
    std::vector<PieceCell> cells;
    double low = -kInfinity;
    for (const double x : places) {
        cells.push_back({{low, x}, {}, 0});
        cells.push_back({{x, x}, {}, 0});
        low = x;
    }
    cells.push_back({{low, kInfinity}, {}, 0});
    return cells;
}

void decide(std::vector<PieceCell>& cells, const std::vector<expr::Expr>& conditions,
            const activation::Activation& activation)
{
    const auto program = kernel::compile(conditions, activation::namesOf(activation.parameters()));
    std::vector<double> x;
    for (const PieceCell& cell : cells)
        x.push_back(cell.somewhere());
    std::vector<std::vector<double>> truths(conditions.size(), std::vector<double>(x.size()));
    std::vector<double*> outputs;
    for (auto& truth : truths)
        outputs.push_back(truth.data());
    program.evaluate<double>(x, activation.parameterValues(), outputs);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (const auto& truth : truths)
            cells[i].holds.push_back(truth[i] != 0);
        const auto first = std::ranges::find(cells[i].holds, true);
        cells[i].row = static_cast<std::size_t>(first - cells[i].holds.begin());
    }
}

std::vector<Stretch> stretchesOf(const std::vector<PieceCell>& cells)
{
    std::vector<Stretch> stretches;
    for (const PieceCell& cell : cells) {
        if (stretches.empty() || stretches.back().row != cell.row)
            stretches.push_back({cell.x, cell.row, cell.isPlace(), false});
        stretches.back().x.high = cell.x.high;
        stretches.back().holdsHigh = cell.isPlace();
    }
    return stretches;
}

}  // namespace

double PieceCell::somewhere() const
{
    const auto step = [](double end) { return std::max(1.0, std::abs(end)) / 1024; };
    if (x.low == -kInfinity)
        return x.high == kInfinity ? 0 : x.high - step(x.high);
    return x.high == kInfinity ? x.low + step(x.low) : x.low + (x.high - x.low) / 2;
}

std::size_t PieceLayout::stretchAt(double x) const
{
    const auto found = std::ranges::find_if(stretches, [x](const Stretch& s) {
        return (x > s.x.low || (x == s.x.low && s.holdsLow)) && (x < s.x.high || (x == s.x.high && s.holdsHigh));
    });
    return found == stretches.end() ? 0 : static_cast<std::size_t>(found - stretches.begin());
}

PieceLayout layOut(const activation::Activation& activation, Interval interval)
{
    PieceLayout layout;
    layout.rows = activation::piecesOf(activation.definition().formula).value();
    layout.conditions = conditionsOf(activation.value(), layout.rows.size() - 1);
    layout.values = valuesOf(activation.value(), layout.conditions.size());
    layout.searched = interval;
    layout.places = placesWhereAnyChanges(layout.conditions, activation, interval);
    layout.cells = cellsBetween(layout.places.x);
    if (!layout.conditions.empty())
        decide(layout.cells, layout.conditions, activation);
    layout.stretches = stretchesOf(layout.cells);
    return layout;
}

}  // namespace actlab::analysis
