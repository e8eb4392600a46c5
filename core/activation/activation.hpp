#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/expr/ast.hpp"
#include "core/expr/parser.hpp"
#include "core/kernel/program.hpp"

namespace actlab::activation {

/// How many values of a learnable parameter a network has: one for all layers with the same activation, one a layer,
/// or one for each unit of the layer.
enum class Scope { Shared, Layer, Channel };

struct Parameter {
    std::string name;
    double value = 1;
    double minimum = -5;
    double maximum = 5;
    bool learnable = false;
    Scope scope = Scope::Layer;  ///< of a learnable one
    bool operator==(const Parameter&) const = default;
};

/// What a person writes down; plain data, saved in documents.
struct Definition {
    std::string name;
    std::string formula;                ///< text in the expression language
    std::string gradient;               ///< the author's own derivative, or empty for the true one
    std::vector<Parameter> parameters;  ///< those not listed get the default of Parameter
    bool operator==(const Definition&) const = default;
};

/// What of a definition an error is about: its name and parameters are the whole's.
enum class Part { Whole, Formula, Gradient };

/// The span counts code points of the part it is about.
struct DefinitionError : expr::SourceError {
    Part part = Part::Whole;
};

template <class T>
using Made = tl::expected<T, DefinitionError>;

/// An activation function ready to use: an immutable value, shared between plots, analysis and training.
class Activation {
public:
    const std::string& name() const { return m_definition.name; }
    const Definition& definition() const { return m_definition; }
    const std::vector<Parameter>& parameters() const { return m_definition.parameters; }
    std::vector<double> parameterValues() const;

    const expr::Expr& value() const;             ///< f
    const expr::Expr& derivative() const;        ///< the gradient used in training: the author's, or f′
    const expr::Expr& trueDerivative() const;    ///< f′
    const expr::Expr& secondDerivative() const;  ///< derivative of derivative()
    bool hasOwnGradient() const { return !m_definition.gradient.empty(); }

    /// Outputs: f, f′, f″, at parameterValues().
    const kernel::Program& curves() const;
    /// Outputs: f, f′, then ∂f/∂p for each learnable parameter in the order of parameters().
    const kernel::Program& training() const;

    /// outputs[0..order] = f, f′, f″ at each x in the activation's own parameters. `order` is 0 to 2;
    /// each output has x.size() elements. T is float or double.
    template <std::floating_point T>
    std::vector<std::vector<T>> evaluate(std::span<const T> x, int order) const;

    /// The same function with another parameter value; cheap: nothing is parsed or compiled again. The range grows
    /// to hold the value; an unknown parameter, a value that is not finite or a name that is no name changes nothing.
    std::shared_ptr<const Activation> withValue(std::string_view parameter, double value) const;
    std::shared_ptr<const Activation> withName(std::string name) const;

private:
    struct Compiled;
    friend Made<std::shared_ptr<const Activation>> makeActivation(Definition, const expr::Library&);
    Activation(Definition definition, std::shared_ptr<const Compiled> compiled);
    Definition m_definition;
    std::shared_ptr<const Compiled> m_compiled;
};

using ActivationPtr = std::shared_ptr<const Activation>;

/// Parses, differentiates and compiles. The name is trimmed; of the parameters given those stay that occur in the
/// formula or the gradient, and their ranges grow to hold their values. Catalogue functions may be called by name in
/// both.
Made<ActivationPtr> makeActivation(Definition definition);
/// The same with another library of functions to call.
Made<ActivationPtr> makeActivation(Definition definition, const expr::Library& library);

/// What is unusual about an activation that is valid all the same (a formula without x, a constant, …):
/// sentences for the person, empty when there is nothing to say.
std::vector<std::string> remarks(const Activation& activation);

}  // namespace actlab::activation
