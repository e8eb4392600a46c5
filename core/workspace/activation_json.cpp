#include "core/workspace/activation_json.hpp"

#include "core/activation/catalogue.hpp"

#include <cmath>

namespace actlab::workspace {

using activation::ActivationPtr;
using activation::Definition;
using activation::Parameter;
using nlohmann::json;

namespace {

json parametersToJson(const std::vector<Parameter>& parameters)
{
    json list = json::array();
    for (const Parameter& p : parameters)
        list.push_back({{"name", p.name},
                        {"value", numberToJson(p.value)},
                        {"minimum", numberToJson(p.minimum)},
                        {"maximum", numberToJson(p.maximum)},
                        {"learnable", p.learnable}});
    return list;
}

std::vector<Parameter> readParameters(const JsonReader& from)
{
    std::vector<Parameter> parameters;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const JsonReader p = from.at(i);
        const Parameter defaults;
        parameters.push_back({p.at("name").text(), p.at("value").finite(),
                              p.has("minimum") ? p.at("minimum").finite() : defaults.minimum,
                              p.has("maximum") ? p.at("maximum").finite() : defaults.maximum,
                              p.has("learnable") && p.at("learnable").flag()});
    }
    return parameters;
}

/// The catalogue's function that `definition` is, whatever its parameter values; nullptr where it is none.
ActivationPtr sameInCatalogue(const Definition& definition)
{
    const ActivationPtr found = activation::findInCatalogue(definition.name);
    if (!found || found->name() != definition.name || found->definition().formula != definition.formula ||
        !definition.gradient.empty())
        return nullptr;
    for (std::size_t i = 0; i < definition.parameters.size(); ++i)
        if (found->parameters()[i].learnable != definition.parameters[i].learnable)
            return nullptr;
    return found;
}

ActivationPtr readFromCatalogue(const JsonReader& from)
{
    const std::string name = from.at("catalogue").text();
    ActivationPtr activation = activation::findInCatalogue(name);
    if (!activation)
        from.at("catalogue").fail("the catalogue has no activation \"" + name + "\"");
    const JsonReader values = from.at("values");
    for (const std::string& key : values.keys())
        activation = activation->withValue(key, values.at(key).finite());
    return activation;
}

}  // namespace

json definitionToJson(const Definition& definition)
{
    return {{"name", definition.name},
            {"formula", definition.formula},
            {"gradient", definition.gradient},
            {"parameters", parametersToJson(definition.parameters)}};
}

Definition readDefinition(const JsonReader& from)
{
    return {from.at("name").text(), from.at("formula").text(), from.has("gradient") ? from.at("gradient").text() : "",
            from.has("parameters") ? readParameters(from.at("parameters")) : std::vector<Parameter>{}};
}

json activationToJson(const activation::Activation& activation)
{
    if (!sameInCatalogue(activation.definition()))
        return definitionToJson(activation.definition());
    json values = json::object();
    for (const Parameter& p : activation.parameters())
        values[p.name] = numberToJson(p.value);
    return {{"catalogue", activation.name()}, {"values", values}};
}

ActivationPtr readActivation(const JsonReader& from)
{
    if (from.has("catalogue"))
        return readFromCatalogue(from);
    auto activation = activation::makeActivation(readDefinition(from));
    if (!activation)
        from.fail(activation.error().message);
    return *activation;
}

}  // namespace actlab::workspace
