#include "core/analysis/knot_conditions.hpp"

#include "core/analysis/line.hpp"

#include "core/activation/catalogue.hpp"
#include "core/activation/parameters.hpp"
#include "core/expr/children.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::analysis {

namespace {

bool changesAt(double knot, const expr::Comparison& comparison, const activation::Activation& activation)
{
    if (expr::dependsOnInput(comparison.left) == expr::dependsOnInput(comparison.right))
        return false;
    const double left = valueAt(comparison.left, knot, activation);
    const double right = valueAt(comparison.right, knot, activation);
    return std::abs(left - right) <= 1e-9 * std::max({1.0, std::abs(left), std::abs(right)});
}

/// Whether some comparison in it does.
bool anyChangesAt(double knot, const expr::Expr& condition, const activation::Activation& activation)
{
    bool changes = false;
    expr::forEachNode(condition, [&](const expr::Expr& e) {
        const auto* comparison = expr::as<expr::Comparison>(e);
        changes = changes || (comparison && changesAt(knot, *comparison, activation));
    });
    return changes;
}

}  // namespace

double valueAt(const expr::Expr& e, double x, const activation::Activation& activation)
{
    if (const auto line = lineOf(e, activation.parameters()))
        return line->slope * x + line->offset;
    const auto program = kernel::compile(std::array{e}, activation::namesOf(activation.parameters()));
    double y = 0;
    program.evaluate<double>(std::array{x}, activation.parameterValues(), std::array{&y});
    return y;
}

std::vector<KnotCondition> conditionsAt(double knot, const PieceLayout& layout,
                                        const activation::Activation& activation)
{
    std::vector<KnotCondition> found;
    for (std::size_t row = 0; row < layout.conditions.size(); ++row) {
        if (!anyChangesAt(knot, layout.conditions[row], activation))
            continue;
        const auto condition = expr::parse(layout.rows[row].condition, activation::catalogueLibrary());
        if (!condition)
            continue;
        expr::forEachNode(*condition, [&](const expr::Expr& e) {
            const auto* comparison = expr::as<expr::Comparison>(e);
            if (comparison && changesAt(knot, *comparison, activation))
                found.push_back({row, *comparison, e.node().span, expr::dependsOnInput(comparison->left)});
        });
    }
    return found;
}

expr::Expr knotText(double knot, const PieceLayout& layout, const activation::Activation& activation)
{
    for (const KnotCondition& condition : conditionsAt(knot, layout, activation))
        if (expr::as<expr::Variable>(condition.input()))
            return condition.bound();
    return expr::number(knot);
}

}  // namespace actlab::analysis
