#include "app/cli/activation_options.hpp"

#include "app/cli/activation_file.hpp"
#include "app/cli/numbers.hpp"
#include "app/cli/python_file.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/code_points.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iostream>

namespace actlab::cli {

namespace {

using activation::ActivationPtr;
using activation::Definition;

// A formula on the command line has no name of its own.
constexpr const char* kUnnamed = "formula";

/// A definition and the name under which errors in its formula are reported.
struct Source {
    Definition definition;
    std::string place = "formula";
};

struct Setting {
    std::string parameter;
    double value;
};

Result<Source> fromCatalogue(std::string_view option, const std::string& name)
{
    if (const auto found = activation::findInCatalogue(name))
        return Source{found->definition()};
    const std::string nearest = activation::nearestCatalogueName(name);
    return badInput(option,
                    "there is no activation \"" + name + "\"" +
                        (nearest.empty() ? "; actlab list shows them all" : "; did you mean \"" + nearest + "\"?"));
}

Result<Source> fromOptions(const ActivationOptions& options)
{
    const int given = options.givenSources();
    if (given != 1)
        return badInput("activation", given == 0 ? "one of --name, --expr, --file and --python is needed"
                                                 : "only one of --name, --expr, --file and --python can be given");
    if (options.name)
        return fromCatalogue("--name", *options.name);
    if (options.file)
        return readActivationFile(*options.file).map([](Definition d) { return Source{std::move(d)}; });
    if (options.python)
        return readPythonFunction(*options.python).map([](Definition d) { return Source{std::move(d)}; });
    return Source{{kUnnamed, *options.expr, "", {}}};
}

bool looksLikeAName(std::string_view text)
{
    return text.size() > 1 &&
           std::all_of(text.begin(), text.end(),
                       [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-' || c == ' '; }) &&
           std::isalpha(static_cast<unsigned char>(text.front())) && text.find(" if ") == text.npos;
}

Result<Source> fromText(const std::string& text)
{
    if (activation::findInCatalogue(text) || looksLikeAName(text))
        return fromCatalogue("--activation", text);
    return Source{{kUnnamed, text, "", {}}, "activation"};
}

Result<Setting> parseSetting(const std::string& text)
{
    const auto equals = text.find('=');
    if (equals == 0 || equals == text.npos)
        return badInput("--param", "\"" + text + "\" is not of the form name=value");
    const auto value = parseNumber("--param", std::string_view(text).substr(equals + 1));
    if (!value)
        return tl::unexpected(value.error());
    if (!std::isfinite(*value))
        return badInput("--param", "\"" + text + "\" must be a finite number");
    return Setting{text.substr(0, equals), *value};
}

struct Learnable {
    std::string parameter;
    std::optional<activation::Scope> scope;  ///< nullopt: as it is
};

/// "alpha", "alpha:shared", "alpha:layer" or "alpha:channel".
Result<Learnable> parseLearnable(const std::string& text)
{
    const auto colon = text.find(':');
    if (colon == text.npos)
        return Learnable{text, std::nullopt};
    const std::string parameter = text.substr(0, colon), scope = text.substr(colon + 1);
    if (scope == "shared")
        return Learnable{parameter, activation::Scope::Shared};
    if (scope == "layer")
        return Learnable{parameter, activation::Scope::Layer};
    if (scope == "channel")
        return Learnable{parameter, activation::Scope::Channel};
    return badInput("--learnable", "\"" + scope + "\" is none of shared, layer and channel");
}

activation::Parameter* parameterOf(Definition& definition, std::string_view name)
{
    const auto found = std::find_if(definition.parameters.begin(), definition.parameters.end(),
                                    [&](const auto& p) { return p.name == name; });
    return found == definition.parameters.end() ? nullptr : &*found;
}

/// "--param: there is no parameter "beta"; there is alpha"
tl::unexpected<Failure> unknownParameter(std::string_view option, const std::string& name,
                                         const std::vector<Source>& sources)
{
    std::string known;
    for (const auto& source : sources)
        for (const auto& p : source.definition.parameters)
            known += (known.empty() ? "" : ", ") + p.name;
    return badInput(option, "there is no parameter \"" + name + "\"; " +
                                (known.empty() ? "this activation has none" : "there is " + known));
}

/// Applies `change` to the parameter of this name wherever there is one.
template <class Change>
bool changeParameter(std::vector<Source>& sources, const std::string& name, const Change& change)
{
    bool isKnown = false;
    for (auto& source : sources)
        if (auto* parameter = parameterOf(source.definition, name)) {
            change(*parameter);
            isKnown = true;
        }
    return isKnown;
}

Result<ActivationPtr> make(const Source& source)
{
    auto made = activation::makeActivation(source.definition);
    if (!made)
        return badDefinition(source.place, source.definition, made.error());
    return *std::move(made);
}

Result<void> applyRefinements(std::vector<Source>& sources, const ActivationOptions& options)
{
    for (const auto& text : options.params) {
        const auto setting = parseSetting(text);
        if (!setting)
            return tl::unexpected(setting.error());
        const auto change = [&](activation::Parameter& p) { p.value = setting->value; };
        if (!changeParameter(sources, setting->parameter, change))
            return unknownParameter("--param", setting->parameter, sources);
    }
    for (const auto& text : options.learnables) {
        const auto learnable = parseLearnable(text);
        if (!learnable)
            return tl::unexpected(learnable.error());
        const auto change = [&](activation::Parameter& p) {
            p.learnable = true;
            p.scope = learnable->scope.value_or(p.scope);
        };
        if (!changeParameter(sources, learnable->parameter, change))
            return unknownParameter("--learnable", learnable->parameter, sources);
    }
    return {};
}

Result<std::vector<ActivationPtr>> refined(std::vector<Source> sources, const ActivationOptions& options)
{
    for (auto& source : sources) {
        if (!options.gradient.empty())
            source.definition.gradient = options.gradient;
        const auto made = make(source);  // finds the parameters that the text names
        if (!made)
            return tl::unexpected(made.error());
        source.definition = (*made)->definition();
    }
    if (const auto applied = applyRefinements(sources, options); !applied)
        return tl::unexpected(applied.error());
    std::vector<ActivationPtr> activations;
    for (const auto& source : sources) {
        auto made = make(source);
        if (!made)
            return tl::unexpected(made.error());
        activations.push_back(*std::move(made));
    }
    return activations;
}

}  // namespace

void ActivationOptions::addTo(CLI::App& command)
{
    command.add_option("--name", name, "An activation of the catalogue (see actlab list)")->type_name("NAME");
    command.add_option("--expr", expr, "A formula in x, e.g. \"x > 0 ? x : a*(exp(x) - 1)\"")->type_name("TEXT");
    command.add_option("--file", file, "An activation saved by Activation Lab")->type_name("F.json");
    command.add_option("--python", python, "A PyTorch function, the last of its file unless named")
        ->type_name("F.py[:name]");
    command.add_option("--param", params, "Set a parameter (repeatable)")->type_name("k=v")->allow_extra_args(false);
    command.add_option("--gradient", gradient, "A derivative of your own, in x and the parameters")
        ->type_name("TEXT");
    command
        .add_option(
            "--learnable", learnables,
            "Let training learn this parameter: one value for all layers, one a layer (as usual) or one a channel "
            "(repeatable)")
        ->type_name("k[:shared|layer|channel]")
        ->allow_extra_args(false);
}

void noteRemarks(const activation::Activation& activation)
{
    for (const auto& remark : activation::remarks(activation))
        std::cerr << "note: " << remark << '\n';
}

Result<ActivationPtr> chosenActivation(const ActivationOptions& options)
{
    auto source = fromOptions(options);
    if (!source)
        return tl::unexpected(source.error());
    return refined({*std::move(source)}, options).map([](const auto& activations) { return activations.front(); });
}

Result<std::vector<ActivationPtr>> activationsFor(const std::vector<std::string>& texts,
                                                  const ActivationOptions& refinements)
{
    std::vector<Source> sources;
    for (const auto& text : texts) {
        auto source = fromText(text);
        if (!source)
            return tl::unexpected(source.error());
        sources.push_back(*std::move(source));
    }
    return refined(std::move(sources), refinements);
}

ActivationPtr namedByFormula(const ActivationPtr& activation)
{
    constexpr std::size_t kLongest = 150;  // bytes
    return activation->name() == kUnnamed
               ? activation->withName(expr::shortened(activation->definition().formula, kLongest))
               : activation;
}

}  // namespace actlab::cli
