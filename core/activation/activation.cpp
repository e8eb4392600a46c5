#include "core/activation/activation.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/differentiate.hpp"
#include "core/expr/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::activation {

namespace {

using expr::Expr;
using expr::SourceError;

constexpr std::size_t kLongestName = 200;

std::string withoutBlanks(const std::string& name)
{
    const auto begin = name.find_first_not_of(" \t\r\n");
    const auto end = name.find_last_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : name.substr(begin, end - begin + 1);
}

std::optional<SourceError> errorInName(const std::string& name)
{
    if (name.empty())
        return SourceError{"an activation needs a name", {}, {}};
    if (name.size() > kLongestName)
        return SourceError{"the name is longer than " + std::to_string(kLongestName) + " bytes", {}, {}};
    return std::nullopt;
}

std::optional<SourceError> errorInParameters(const std::vector<Parameter>& parameters)
{
    for (const Parameter& p : parameters)
        if (!std::isfinite(p.value) || !std::isfinite(p.minimum) || !std::isfinite(p.maximum))
            return SourceError{
                "the parameter `" + p.name + "` must be a finite number, and so must its range", {}, {}};
    return std::nullopt;
}

SourceError inGradient(SourceError error)
{
    error.message = "gradient: " + error.message;
    return error;
}

Parameter withRoomForValue(Parameter p)
{
    p.minimum = std::min({p.minimum, p.maximum, p.value});
    p.maximum = std::max({p.minimum, p.maximum, p.value});
    return p;
}

/// The parameters that the formulas name: first those given, in their order, then the others.
std::vector<Parameter> parametersIn(const std::vector<Expr>& formulas, const std::vector<Parameter>& given)
{
    std::vector<std::string> names;
    for (const Expr& formula : formulas)
        std::ranges::copy(expr::parametersOf(formula), std::back_inserter(names));
    std::vector<Parameter> parameters;
    for (const Parameter& p : given)
        if (std::ranges::count(names, p.name) > 0 && std::ranges::count(parameters, p.name, &Parameter::name) == 0)
            parameters.push_back(withRoomForValue(p));
    for (const std::string& name : names)
        if (std::ranges::count(parameters, name, &Parameter::name) == 0)
            parameters.push_back(Parameter{.name = name});
    return parameters;
}

std::vector<std::string> namesOf(const std::vector<Parameter>& parameters)
{
    std::vector<std::string> names;
    for (const Parameter& p : parameters)
        names.push_back(p.name);
    return names;
}

}  // namespace

struct Activation::Compiled {
    Expr value, derivative, trueDerivative, secondDerivative;
    kernel::Program curves, training;
};

Activation::Activation(Definition definition, std::shared_ptr<const Compiled> compiled)
    : m_definition(std::move(definition)), m_compiled(std::move(compiled))
{
}

std::vector<double> Activation::parameterValues() const
{
    std::vector<double> values;
    for (const Parameter& p : parameters())
        values.push_back(p.value);
    return values;
}

const Expr& Activation::value() const
{
    return m_compiled->value;
}

const Expr& Activation::derivative() const
{
    return m_compiled->derivative;
}

const Expr& Activation::trueDerivative() const
{
    return m_compiled->trueDerivative;
}

const Expr& Activation::secondDerivative() const
{
    return m_compiled->secondDerivative;
}

const kernel::Program& Activation::curves() const
{
    return m_compiled->curves;
}

const kernel::Program& Activation::training() const
{
    return m_compiled->training;
}

template <std::floating_point T>
std::vector<std::vector<T>> Activation::evaluate(std::span<const T> x, int order) const
{
    const std::vector<double> values = parameterValues();
    const std::vector<T> parameters(values.begin(), values.end());
    std::vector<std::vector<T>> outputs(curves().outputCount(), std::vector<T>(x.size()));
    std::vector<T*> places;
    for (auto& output : outputs)
        places.push_back(output.data());
    curves().evaluate<T>(x, parameters, places);
    outputs.resize(static_cast<std::size_t>(order) + 1);
    return outputs;
}

template std::vector<std::vector<float>> Activation::evaluate(std::span<const float>, int) const;
template std::vector<std::vector<double>> Activation::evaluate(std::span<const double>, int) const;

ActivationPtr Activation::withValue(std::string_view parameter, double value) const
{
    Definition definition = m_definition;
    for (Parameter& p : definition.parameters)
        if (p.name == parameter) {
            p.value = value;
            p = withRoomForValue(p);
        }
    return ActivationPtr(new Activation(std::move(definition), m_compiled));
}

ActivationPtr Activation::withName(std::string name) const
{
    Definition definition = m_definition;
    definition.name = std::move(name);
    return ActivationPtr(new Activation(std::move(definition), m_compiled));
}

expr::Result<ActivationPtr> makeActivation(Definition definition, const expr::Library& library)
{
    definition.name = withoutBlanks(definition.name);
    if (auto error = errorInName(definition.name))
        return tl::unexpected(*error);
    if (auto error = errorInParameters(definition.parameters))
        return tl::unexpected(*error);
    const auto value = expr::parse(definition.formula, library);
    if (!value)
        return tl::unexpected(value.error());
    const auto slope = expr::differentiate(*value);
    if (!slope)
        return tl::unexpected(slope.error());
    definition.gradient = withoutBlanks(definition.gradient);
    const auto gradient = definition.gradient.empty() ? slope : expr::parse(definition.gradient, library);
    if (!gradient)
        return tl::unexpected(inGradient(gradient.error()));
    const auto second = expr::differentiate(*gradient);
    if (!second)
        return tl::unexpected(second.error());

    definition.parameters = parametersIn({*value, *gradient}, definition.parameters);
    const std::vector<std::string> names = namesOf(definition.parameters);
    std::vector<Expr> trained{expr::simplify(*value), expr::simplify(*gradient)};
    for (const Parameter& p : definition.parameters)
        if (p.learnable) {
            const auto byParameter = expr::differentiateByParameter(*value, p.name);
            if (!byParameter)
                return tl::unexpected(byParameter.error());
            trained.push_back(*byParameter);
        }
    const std::vector<Expr> curves{trained[0], trained[1], *second};
    auto compiled = std::make_shared<const Activation::Compiled>(Activation::Compiled{
        *value, *gradient, *slope, *second, kernel::compile(curves, names), kernel::compile(trained, names)});
    return ActivationPtr(new Activation(std::move(definition), std::move(compiled)));
}

expr::Result<ActivationPtr> makeActivation(Definition definition)
{
    return makeActivation(std::move(definition), catalogueLibrary());
}

std::vector<std::string> remarks(const Activation& activation)
{
    const auto isZero = [](const Expr& e) {
        const auto* n = expr::as<expr::Number>(e);
        return n && n->value == 0;
    };
    if (!expr::dependsOnInput(activation.value()))
        return {"The formula does not contain x: its value is the same everywhere."};
    if (isZero(expr::simplify(activation.derivative())))
        return {"Its gradient is 0 everywhere: no network learns through it."};
    return {};
}

}  // namespace actlab::activation
