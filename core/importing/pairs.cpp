#include "core/importing/pairs.hpp"

#include <algorithm>
#include <array>

namespace actlab::importing {

namespace {

constexpr std::array<std::string_view, 10> kEndings{"_derivative", "_gradient", "_grad", "_prime", "_backward",
                                                    "_deriv",      "_derivate", "_der",  "_dx",    "_d"};
constexpr std::array<std::string_view, 7> kBeginnings{
    "derivative_of_", "derivative_", "gradient_", "grad_", "d_", "deriv_", "d"};

bool isDerivativeOf(std::string_view name, std::string_view function)
{
    const auto ends = [&](std::string_view ending) { return name == std::string(function) + std::string(ending); };
    const auto begins = [&](std::string_view start) { return name == std::string(start) + std::string(function); };
    const bool isStep =
        function.ends_with("_forward") && name == std::string(function.substr(0, function.size() - 8)) + "_backward";
    return isStep || std::ranges::any_of(kEndings, ends) || std::ranges::any_of(kBeginnings, begins);
}

void takeParameters(ImportedFunction& function, const ImportedFunction& derivative)
{
    auto& parameters = function.definition.parameters;
    for (const activation::Parameter& p : derivative.definition.parameters) {
        const auto own = std::ranges::find(parameters, p.name, &activation::Parameter::name);
        if (own == parameters.end())
            parameters.push_back(p);
        else if (own->value != p.value)
            function.notes.push_back("The default of " + p.name + " in " + derivative.definition.name +
                                     " is another one; that of " + function.definition.name + " is taken.");
    }
}

bool pair(ImportedFunction& function, const ImportedFunction& derivative)
{
    const bool fits = function.definition.gradient.empty() && derivative.definition.gradient.empty() &&
                      isDerivativeOf(derivative.definition.name, function.definition.name);
    if (!fits)
        return false;
    ImportedFunction both = function;
    both.definition.gradient = derivative.definition.formula;
    both.gradientSource = derivative.definition.name;
    both.notes.push_back("Its gradient is " + derivative.definition.name + " of line " +
                         std::to_string(derivative.line) + ".");
    takeParameters(both, derivative);
    const auto made = activation::makeActivation(both.definition);
    if (!made)  // together they have too many parameters
        return false;
    both.activation = *made;
    both.definition = (*made)->definition();
    function = std::move(both);
    return true;
}

}  // namespace

std::vector<ImportedFunction> paired(std::vector<ImportedFunction> functions)
{
    std::vector<bool> isGradient(functions.size());
    for (std::size_t d = 0; d < functions.size(); ++d)
        for (std::size_t f = 0; f < functions.size() && !isGradient[d]; ++f)
            isGradient[d] = f != d && !isGradient[f] && pair(functions[f], functions[d]);
    std::vector<ImportedFunction> result;
    for (std::size_t i = 0; i < functions.size(); ++i)
        if (!isGradient[i])
            result.push_back(std::move(functions[i]));
    return result;
}

}  // namespace actlab::importing
