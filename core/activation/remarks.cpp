#include "core/activation/activation.hpp"

#include "core/expr/differentiate.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::activation {

namespace {

bool isZero(const expr::Expr& e)
{
    const auto* n = expr::as<expr::Number>(expr::simplify(e));
    return n && n->value == 0;
}

/// The number nearest 0 among a few where f is not finite.
std::optional<double> placeWithoutValue(const Activation& activation)
{
    std::vector<double> x{0};
    for (const double size : {0.1, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0})
        x.insert(x.end(), {size, -size});
    const auto f = activation.evaluate<double>(x, 0)[0];
    const auto found = std::ranges::find_if_not(f, [](double y) { return std::isfinite(y); });
    return found == f.end() ? std::nullopt : std::optional(x[static_cast<std::size_t>(found - f.begin())]);
}

std::vector<std::string> remarksOnGradient(const Activation& activation)
{
    if (!expr::dependsOnInput(activation.value()))
        return {"The formula does not contain x: its value is the same everywhere."};
    if (!isZero(activation.derivative()))
        return {};
    if (!expr::dependsOnInput(expr::simplify(activation.value())))
        return {"Its value is the same everywhere, though the formula contains x."};
    return {"Its gradient is 0 everywhere: no network learns through it."};
}

}  // namespace

std::vector<std::string> remarks(const Activation& activation)
{
    std::vector<std::string> remarks = remarksOnGradient(activation);
    if (const auto x = placeWithoutValue(activation))
        remarks.push_back("Its value is not a finite number at x = " + expr::printNumber(*x) + ".");
    for (const Parameter& p : activation.parameters())
        if (const auto slope = expr::differentiateByParameter(activation.value(), p.name);
            p.learnable && slope && isZero(*slope))
            remarks.push_back("The parameter " + p.name +
                              " does not change the value, so nothing can be learned for it.");
    return remarks;
}

}  // namespace actlab::activation
