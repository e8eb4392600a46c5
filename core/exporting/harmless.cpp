#include "core/exporting/harmless.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/children.hpp"
#include "core/expr/differentiate.hpp"

#include "core/kernel/program.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::exporting {

namespace {

using namespace expr;

bool isWholePower(const Expr& exponent)
{
    const auto* n = as<Number>(exponent);
    return n && n->value >= 1 && n->value == std::floor(n->value);
}

bool hasPoles(BuiltinId function)
{
    using enum BuiltinId;
    switch (function) {
    case Log:
    case Log1p:
    case Log2:
    case Log10:
    case Sqrt:
    case Cbrt:
    case Pow:
    case Tan:
    case Asin:
    case Acos:
    case Acosh:
    case Atanh: return true;
    default: return false;
    }
}

/// Whether value or slope of this node may be infinite or undefined although its arguments are not.
bool mayFail(const Expr& e)
{
    return visit(Overloaded{
                     [](const Number& n) { return !std::isfinite(n.value); },
                     [](const Variable&) { return false; },
                     [](const Parameter&) { return false; },
                     [](const Negate&) { return false; },
                     [](const Sum&) { return false; },
                     [](const Difference&) { return false; },
                     [](const Product&) { return false; },
                     [](const Quotient& q) { return !as<Number>(q.right) || as<Number>(q.right)->value == 0; },
                     [](const Power& p) { return !isWholePower(p.right); },
                     [](const Comparison&) { return false; },
                     [](const And&) { return false; },
                     [](const Or&) { return false; },
                     [](const Not&) { return false; },
                     [](const Call& c) { return hasPoles(c.function->id); },
                     [](const Piecewise&) { return false; },
                 },
                 e);
}

bool hasNothingThatFails(const Expr& e)
{
    bool fails = false;
    forEachNode(e, [&](const Expr& node) { fails = fails || mayFail(node); });
    return !fails;
}

bool isFinite(float value)
{
    return std::isfinite(value);
}

const std::vector<float>& farAndWide()
{
    static const std::vector<float> x = [] {
        std::vector<float> points{0, 3e38F, -3e38F};
        for (const float magnitude : {0.1F, 1.F, 3.F, 10.F, 30.F, 90.F, 300.F, 1e4F, 1e6F, 1e10F, 1e20F, 1e30F})
            points.insert(points.end(), {magnitude, -magnitude});
        return points;
    }();
    return x;
}

/// Simple numbers first: people read them.
const std::vector<float>& candidates()
{
    static const std::vector<float> x = [] {
        std::vector<float> points{1, -1, 0, 2, -2, 0.5, -0.5, 3, -3, 4, -4, 5, -5, 7, -7, 10, -10, 20, -20, 50, -50};
        for (int i = 1; i < 200; ++i)
            points.insert(points.end(), {static_cast<float>(i) / 16, static_cast<float>(-i) / 16});
        return points;
    }();
    return x;
}

}  // namespace

std::vector<std::vector<float>> Harmlessness::valuesOf(const std::vector<Expr>& expressions,
                                                       const std::vector<float>& x) const
{
    std::vector<std::string> names;
    std::vector<float> parameters;
    for (const auto& [name, value] : m_parameters) {
        names.push_back(name);
        parameters.push_back(static_cast<float>(value));
    }
    std::vector<std::vector<float>> outputs(expressions.size(), std::vector<float>(x.size()));
    std::vector<float*> places;
    for (auto& output : outputs)
        places.push_back(output.data());
    kernel::compile(expressions, names).evaluate<float>(x, parameters, places);
    return outputs;
}

bool Harmlessness::isFiniteEverywhere(const Expr& e) const
{
    const auto slope = differentiate(e);
    if (!slope)
        return false;
    const auto values = valuesOf({e, *slope}, farAndWide());
    return std::ranges::all_of(values[0], isFinite) && std::ranges::all_of(values[1], isFinite);
}

bool Harmlessness::isHarmless(const Expr& e)
{
    if (!dependsOnInput(e))
        return true;
    if (const auto known = m_judged.find(&e.node()); known != m_judged.end())
        return known->second.isHarmless;
    const bool result = hasNothingThatFails(e) && isFiniteEverywhere(e);
    m_judged.emplace(&e.node(), Judged{e, result});
    return result;
}

double Harmlessness::insider(const Expr& e, const Expr& region) const
{
    const auto slope = differentiate(e);
    const std::vector<float>& x = candidates();
    const auto values = valuesOf({e, slope.value_or(number(0)), region}, x);
    double found = 0;
    bool hasFound = false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!isFinite(values[0][i]) || !isFinite(values[1][i]))
            continue;
        if (values[2][i] != 0)
            return x[i];
        found = hasFound ? found : x[i];
        hasFound = true;
    }
    return found;
}

}  // namespace actlab::exporting
