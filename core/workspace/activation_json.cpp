#include "core/workspace/activation_json.hpp"

#include "core/activation/catalogue.hpp"

namespace actlab::workspace {

using activation::ActivationPtr;
using activation::Definition;
using activation::Parameter;
using nlohmann::json;

namespace {

// In the order of the enumeration.
constexpr std::string_view kScopes[] = {"shared", "layer", "channel"};

json parametersToJson(const std::vector<Parameter>& parameters)
{
    json list = json::array();
    for (const Parameter& p : parameters)
        list.push_back({{"name", p.name},
                        {"value", numberToJson(p.value)},
                        {"minimum", numberToJson(p.minimum)},
                        {"maximum", numberToJson(p.maximum)},
                        {"learnable", p.learnable},
                        {"scope", kScopes[static_cast<std::size_t>(p.scope)]}});
    return list;
}

constexpr std::size_t kMostParameters = 100;
// About a second of compiling. A function of the catalogue has 38 on average: 6,500 like it would do.
constexpr std::size_t kMostInstructions = 250'000;

// What a draft says of its parameters may be wrong, and is kept; an activation refuses what it cannot use.
std::vector<Parameter> readParameters(const JsonReader& from)
{
    std::vector<Parameter> parameters;
    for (std::size_t i = 0; i < from.size(kMostParameters); ++i) {
        const JsonReader p = from.at(i);
        const Parameter defaults;
        parameters.push_back(
            {p.at("name").text(), p.at("value").number(),
             p.has("minimum") ? p.at("minimum").number() : defaults.minimum,
             p.has("maximum") ? p.at("maximum").number() : defaults.maximum,
             p.has("learnable") && p.at("learnable").flag(),
             p.has("scope") ? static_cast<activation::Scope>(p.at("scope").choice(kScopes)) : defaults.scope});
    }
    return parameters;
}

/// Whether the catalogue's function of this name becomes `definition` by setting values alone.
bool isOfCatalogue(const Definition& definition)
{
    ActivationPtr found = activation::findInCatalogue(definition.name);
    if (!found)
        return false;
    for (const Parameter& p : definition.parameters)
        found = found->withValue(p.name, p.value);
    return found->definition() == definition;
}

ActivationPtr readFromCatalogue(const JsonReader& from)
{
    const std::string name = from.at("catalogue").text();
    ActivationPtr activation = activation::findInCatalogue(name);
    if (!activation)
        from.at("catalogue").fail("the catalogue has no activation \"" + name + "\"");
    if (!from.has("values"))
        return activation;
    const JsonReader values = from.at("values");
    for (const std::string& key : values.keys())
        activation = activation->withValue(key, values.at(key).finite());
    return activation;
}

/// The error with its place: the formula and the column in it, or the activation where it is about no formula.
[[noreturn]] void failFor(const JsonReader& from, const activation::DefinitionError& error)
{
    using activation::Part;
    if (error.part == Part::Whole)
        from.fail(error.message);
    const std::string hint = error.hint.empty() ? "" : ". " + error.hint;
    from.at(error.part == Part::Gradient ? "gradient" : "formula")
        .fail("column " + std::to_string(error.span.begin + 1) + ": " + error.message + hint);
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
    if (!isOfCatalogue(activation.definition()))
        return definitionToJson(activation.definition());
    json values = json::object();
    for (const Parameter& p : activation.parameters())
        values[p.name] = numberToJson(p.value);
    return {{"catalogue", activation.name()}, {"values", values}};
}

ActivationPtr ActivationReader::read(const JsonReader& from)
{
    if (from.has("catalogue"))
        return readFromCatalogue(from);
    const Definition definition = readDefinition(from);
    ActivationPtr& known = m_compiled[definitionToJson(definition).dump()];
    if (known)
        return known;
    const auto made = activation::makeActivation(definition);
    if (!made)
        failFor(from, made.error());
    m_instructions += (*made)->curves().instructions().size() + (*made)->training().instructions().size();
    if (m_instructions > kMostInstructions)
        from.fail("the formulas up to here are too long, taken together");
    return known = *made;
}

}  // namespace actlab::workspace
