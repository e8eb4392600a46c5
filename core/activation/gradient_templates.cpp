#include "core/activation/gradient_templates.hpp"

#include "core/activation/rule_text.hpp"

#include "core/expr/simplify.hpp"

#include <algorithm>

namespace actlab::activation {

namespace {

Parameter width()
{
    return {.name = "width", .value = 1, .minimum = 0.1, .maximum = 5};
}

}  // namespace

std::span<const GradientTemplate> gradientTemplates()
{
    static const GradientTemplate templates[] = {
        {"Straight-through",
         "1",
         {},
         "Passes the gradient as if the function were x.",
         "Bengio et al., arXiv 1308.3432, 2013"},
        {"Straight-through inside ±1",
         "{abs(x) <= 1: 1, 0}",
         {},
         "Passes the gradient where |x| is at most 1, and stops it outside.",
         "Hubara et al., arXiv 1602.02830, 2016"},
        {"Sigmoid", "sigmoid(x/width)*sigmoid(-x/width)/width", width(),
         "The derivative of a sigmoid instead of a step: a smooth hill of area 1.", ""},
        {"Triangle", "{abs(x) < width: (1 - abs(x)/width)/width, 0}", width(),
         "A triangle of area 1, nothing outside its width.", "Esser et al., arXiv 1603.08270, 2016"},
        {"Arctan", "1/(width*(1 + (pi*x/width)^2))", width(),
         "A hill of area 1 with long tails, the derivative of an arc tangent.",
         "Fang et al., arXiv 2007.05785, 2021"},
        {"Clipped", "clamp(d, -limit, limit)", Parameter{.name = "limit", .value = 1, .minimum = 0.1, .maximum = 5},
         "The true derivative, limited to ±limit.", ""},
    };
    return templates;
}

Definition withGradient(Definition definition, const GradientTemplate& gradient)
{
    Definition plain = definition;
    plain.gradient.clear();
    const auto made = makeActivation(plain);
    if (!made)
        return definition;
    Definition changed = definition;
    changed.gradient = spelledOut(gradient.formula, {{"d", expr::simplify((*made)->trueDerivative())}}, "");
    const auto& p = gradient.parameter;
    if (p && std::ranges::find(changed.parameters, p->name, &Parameter::name) == changed.parameters.end())
        changed.parameters.push_back(*p);
    return makeActivation(changed) ? changed : definition;
}

}  // namespace actlab::activation
