#include "core/activation/activation.hpp"

#include "core/activation/catalogue.hpp"
#include "core/activation/parameters.hpp"
#include "core/activation/piece_text.hpp"

#include "core/expr/differentiate.hpp"
#include "core/expr/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace actlab::activation {

using expr::Expr;
using expr::SourceError;

/// A function and its derivatives.
struct Formulas {
    Expr value, derivative, trueDerivative, secondDerivative;
};

namespace {

constexpr std::size_t kLongestName = 200;

std::size_t charactersIn(std::string_view utf8)
{
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::ranges::count_if(utf8, begins));
}

std::optional<SourceError> errorInName(const std::string& name)
{
    if (name.empty())
        return SourceError{"an activation needs a name", {}, {}};
    if (charactersIn(name) > kLongestName)
        return SourceError{"the name is longer than " + std::to_string(kLongestName) + " characters", {}, {}};
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

tl::unexpected<DefinitionError> failIn(Part part, SourceError error)
{
    return tl::unexpected(DefinitionError{std::move(error), part});
}

Parameter withRoomForValue(Parameter p)
{
    p.minimum = std::min({p.minimum, p.maximum, p.value});
    p.maximum = std::max({p.minimum, p.maximum, p.value});
    return p;
}

bool has(const std::vector<Parameter>& parameters, const std::string& name)
{
    return std::ranges::find(parameters, name, &Parameter::name) != parameters.end();
}

/// The parameters that the formulas name: first those given, in their order, then the others.
std::vector<Parameter> parametersIn(const std::vector<Expr>& formulas, const std::vector<Parameter>& given)
{
    std::vector<std::string> names;
    for (const Expr& formula : formulas)
        std::ranges::copy(expr::parametersOf(formula), std::back_inserter(names));
    std::vector<Parameter> parameters;
    for (const Parameter& p : given)
        if (std::ranges::find(names, p.name) != names.end() && !has(parameters, p.name))
            parameters.push_back(withRoomForValue(p));
    for (const std::string& name : names)
        if (!has(parameters, name))
            parameters.push_back(Parameter{.name = name});
    return parameters;
}

Made<Formulas> readFormulas(const Definition& definition, const expr::Library& library)
{
    const auto value = expr::parse(definition.formula, library);
    if (!value)
        return failIn(Part::Formula, value.error());
    const auto slope = expr::differentiate(*value);
    if (!slope)
        return failIn(Part::Formula, slope.error());
    const bool isOwn = !definition.gradient.empty();
    const auto gradient = isOwn ? expr::parse(definition.gradient, library) : slope;
    if (!gradient)
        return failIn(Part::Gradient, gradient.error());
    const auto second = expr::differentiate(*gradient);
    if (!second)
        return failIn(isOwn ? Part::Gradient : Part::Formula, second.error());
    return Formulas{*value, *gradient, *slope, *second};
}

std::optional<SourceError> errorInCount(const std::vector<Parameter>& parameters)
{
    constexpr std::size_t kMost = expr::Limits::parameters;
    if (parameters.size() <= kMost)
        return std::nullopt;
    return SourceError{"there are more than " + std::to_string(kMost) + " parameters", {}, {}};
}

/// f, f′ and ∂f/∂p for each learnable parameter.
expr::Result<std::vector<Expr>> trainedOutputs(const Formulas& formulas, const std::vector<Parameter>& parameters)
{
    std::vector<Expr> outputs{expr::simplify(formulas.value), expr::simplify(formulas.derivative)};
    for (const Parameter& p : parameters) {
        if (!p.learnable)
            continue;
        const auto byParameter = expr::differentiateByParameter(formulas.value, p.name);
        if (!byParameter)
            return tl::unexpected(byParameter.error());
        outputs.push_back(*byParameter);
    }
    return outputs;
}

}  // namespace

/// What is made from the text, once for all values of the parameters.
struct Activation::Compiled {
    /// Compiled where it is first asked for: a plot needs no gradients by parameters, training no second derivative.
    class LazyProgram {
    public:
        LazyProgram(std::vector<Expr> outputs, std::vector<std::string> parameters)
            : m_outputs(std::move(outputs)), m_parameters(std::move(parameters))
        {
        }
        const kernel::Program& get() const
        {
            std::call_once(m_isCompiled, [this] { m_program = kernel::compile(m_outputs, m_parameters); });
            return m_program;
        }

    private:
        std::vector<Expr> m_outputs;
        std::vector<std::string> m_parameters;
        mutable std::once_flag m_isCompiled;
        mutable kernel::Program m_program;
    };

    Formulas formulas;
    LazyProgram curves, training;
};

Activation::Activation(Definition definition, std::shared_ptr<const Compiled> compiled)
    : m_definition(std::move(definition)), m_compiled(std::move(compiled))
{
}

std::vector<double> Activation::parameterValues() const
{
    return valuesOf(parameters());
}

const Expr& Activation::value() const
{
    return m_compiled->formulas.value;
}

const Expr& Activation::derivative() const
{
    return m_compiled->formulas.derivative;
}

const Expr& Activation::trueDerivative() const
{
    return m_compiled->formulas.trueDerivative;
}

const Expr& Activation::secondDerivative() const
{
    return m_compiled->formulas.secondDerivative;
}

const kernel::Program& Activation::curves() const
{
    return m_compiled->curves.get();
}

const kernel::Program& Activation::training() const
{
    return m_compiled->training.get();
}

template <std::floating_point T>
std::vector<std::vector<T>> Activation::evaluate(std::span<const T> x, int order) const
{
    const std::vector<double> values = parameterValues();
    const std::vector<T> parameters(values.begin(), values.end());
    std::vector<std::vector<T>> outputs(static_cast<std::size_t>(order) + 1, std::vector<T>(x.size()));
    std::vector<T*> places;
    for (auto& output : outputs)
        places.push_back(output.data());
    curves().evaluate<T>(x, parameters, places);
    return outputs;
}

template std::vector<std::vector<float>> Activation::evaluate(std::span<const float>, int) const;
template std::vector<std::vector<double>> Activation::evaluate(std::span<const double>, int) const;

ActivationPtr Activation::withValue(std::string_view parameter, double value) const
{
    Definition definition = m_definition;
    for (Parameter& p : definition.parameters)
        if (p.name == parameter && std::isfinite(value)) {
            p.value = value;
            p = withRoomForValue(p);
        }
    return ActivationPtr(new Activation(std::move(definition), m_compiled));
}

ActivationPtr Activation::withName(std::string name) const
{
    Definition definition = m_definition;
    name = trimmed(name);
    if (!errorInName(name))
        definition.name = std::move(name);
    return ActivationPtr(new Activation(std::move(definition), m_compiled));
}

Made<ActivationPtr> makeActivation(Definition definition, const expr::Library& library)
{
    definition.name = trimmed(definition.name);
    definition.gradient = trimmed(definition.gradient);
    if (auto error = errorInName(definition.name))
        return failIn(Part::Whole, *error);
    if (auto error = errorInParameters(definition.parameters))
        return failIn(Part::Whole, *error);
    const auto formulas = readFormulas(definition, library);
    if (!formulas)
        return tl::unexpected(formulas.error());
    definition.parameters = parametersIn({formulas->value, formulas->derivative}, definition.parameters);
    if (auto error = errorInCount(definition.parameters))
        return failIn(Part::Whole, *error);
    const auto trained = trainedOutputs(*formulas, definition.parameters);
    if (!trained)
        return failIn(Part::Formula, trained.error());

    const std::vector<std::string> names = namesOf(definition.parameters);
    std::shared_ptr<const Activation::Compiled> compiled(new Activation::Compiled{
        *formulas, {{trained->at(0), trained->at(1), formulas->secondDerivative}, names}, {*trained, names}});
    return ActivationPtr(new Activation(std::move(definition), std::move(compiled)));
}

Made<ActivationPtr> makeActivation(Definition definition)
{
    return makeActivation(std::move(definition), catalogueLibrary());
}

}  // namespace actlab::activation
