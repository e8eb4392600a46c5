#include "core/exporting/subject.hpp"

#include "core/exporting/source_text.hpp"

#include "core/expr/children.hpp"
#include "core/expr/differentiate.hpp"

#include <algorithm>

namespace actlab::exporting {

namespace {

using namespace expr;

/// Plain numbers may be added and multiplied; everything else is left to arrays, which never raise an error.
bool isArithmetic(const Expr& e)
{
    return as<Sum>(e) || as<Difference>(e) || as<Product>(e) || as<Negate>(e) || as<Parameter>(e) || as<Number>(e);
}

std::vector<std::string> parametersUsedAlone(const std::vector<Expr>& expressions)
{
    std::vector<std::string> names;
    for (const Expr& e : expressions)
        forEachNode(e, [&](const Expr& node) {
            if (!isArithmetic(node) && !dependsOnInput(node))
                std::ranges::copy(parametersOf(node), std::back_inserter(names));
        });
    return names;
}

ParameterValues valuesOf(const activation::Activation& activation)
{
    ParameterValues values;
    for (const auto& p : activation.parameters())
        values[p.name] = p.value;
    return values;
}

tl::expected<std::vector<Expr>, std::string> formulasOf(const activation::Activation& activation)
{
    std::vector<Expr> formulas{activation.value(), activation.derivative()};
    for (const auto& p : activation.parameters()) {
        if (!p.learnable)
            continue;
        const auto slope = differentiateByParameter(activation.value(), p.name);
        if (!slope)
            return tl::unexpected(slope.error().message);
        formulas.push_back(*slope);
    }
    return formulas;
}

std::vector<Argument> argumentsOf(const activation::Activation& activation, const std::vector<Expr>& formulas,
                                  Identifiers& identifiers)
{
    const auto alone = parametersUsedAlone(formulas);
    std::vector<Argument> arguments;
    for (const auto& p : activation.parameters())
        arguments.push_back({p, identifiers.forParameter(p.name), std::ranges::find(alone, p.name) != alone.end()});
    return arguments;
}

bool anyFlows(const std::vector<Piece>& pieces)
{
    return std::ranges::any_of(pieces, flowsFromInput, &Piece::value);
}

}  // namespace

std::string Argument::shownName() const
{
    const std::string original = oneLine(parameter.name);
    return original == name ? name : name + " (" + original + ")";
}

bool flowsFromInput(const Expr& e)
{
    if (!dependsOnInput(e) || isCondition(e))
        return false;
    if (const auto* p = as<Piecewise>(e))
        return anyFlows(p->pieces) || flowsFromInput(p->otherwise);
    bool flows = as<Variable>(e);
    forEachChild(e, [&](const Expr& child) { flows = flows || flowsFromInput(child); });
    return flows;
}

tl::expected<Subject, std::string> subjectFor(const activation::Activation& activation, const Dialect& dialect)
{
    const auto formulas = formulasOf(activation);
    if (!formulas)
        return tl::unexpected(formulas.error());
    const auto ready = prepared(*formulas, dialect, valuesOf(activation));
    if (!ready)
        return tl::unexpected(ready.error());
    Identifiers identifiers;
    auto arguments = argumentsOf(activation, *ready, identifiers);
    return Subject{oneLine(activation.name()),
                   oneLine(activation.definition().formula),
                   oneLine(activation.definition().gradient),
                   std::move(arguments),
                   std::move(identifiers),
                   ready->at(0),
                   ready->at(1),
                   {ready->begin() + 2, ready->end()}};
}

}  // namespace actlab::exporting
