#include "app/cli/activation_options.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/numbers.hpp"

#include <array>
#include <iomanip>
#include <iostream>

namespace actlab::cli {

namespace {

struct EvalOptions {
    ActivationOptions activation;
    std::optional<std::string> at, range;
    int order = 0;
    std::string dtype = "float64";
    bool json = false;
};

constexpr std::array<const char*, 3> kKeys{"f", "df", "d2f"};
constexpr std::array<const char*, 3> kTitles{"f(x)", "f'(x)", "f''(x)"};

Result<std::vector<double>> pointsOf(const EvalOptions& options)
{
    if (options.at && options.range)
        return badInput("--range", "cannot be given together with --at");
    if (options.at)
        return parseNumbers("--at", *options.at);
    return parseRange("--range", options.range.value_or("-6,6,13"));
}

template <class T>
void printTable(const std::vector<T>& x, const std::vector<std::vector<T>>& outputs)
{
    constexpr int kWidth = 26;
    std::cout << std::left << std::setw(kWidth) << "x";
    for (std::size_t k = 0; k < outputs.size(); ++k)
        std::cout << std::setw(k + 1 < outputs.size() ? kWidth : 0) << kTitles[k];
    for (std::size_t i = 0; i < x.size(); ++i) {
        std::cout << '\n' << std::setw(kWidth) << text(x[i]);
        for (std::size_t k = 0; k < outputs.size(); ++k)
            std::cout << std::setw(k + 1 < outputs.size() ? kWidth : 0) << text(outputs[k][i]);
    }
    std::cout << '\n';
}

/// ∂f/∂p for each learnable parameter, as training uses it.
template <class T>
Json slopesByParameters(const activation::Activation& activation, const std::vector<T>& x)
{
    const std::vector<double> values = activation.parameterValues();
    const std::vector<T> parameters(values.begin(), values.end());
    std::vector<std::vector<T>> outputs(activation.training().outputCount(), std::vector<T>(x.size()));
    std::vector<T*> places;
    for (auto& output : outputs)
        places.push_back(output.data());
    activation.training().evaluate<T>(x, parameters, places);
    Json slopes = Json::object();
    std::size_t next = 2;
    for (const auto& parameter : activation.parameters())
        if (parameter.learnable)
            slopes[parameter.name] = jsonNumbers(outputs[next++]);
    return slopes;
}

template <class T>
void evaluate(const activation::Activation& activation, const std::vector<double>& points, const EvalOptions& options)
{
    const std::vector<T> x(points.begin(), points.end());
    const auto outputs = activation.evaluate<T>(x, options.order);
    if (!options.json)
        return printTable(x, outputs);
    Json document{{"x", jsonNumbers(x)}};
    for (std::size_t k = 0; k < outputs.size(); ++k)
        document[kKeys[k]] = jsonNumbers(outputs[k]);
    if (options.order > 0)
        document["by_parameter"] = slopesByParameters(activation, x);
    print(document);
}

int run(const EvalOptions& options)
{
    const auto activation = chosenActivation(options.activation);
    if (!activation)
        return report(activation.error());
    if (!options.json)
        noteRemarks(**activation);
    const auto points = pointsOf(options);
    if (!points)
        return report(points.error());
    if (options.dtype == "float32")
        evaluate<float>(**activation, *points, options);
    else
        evaluate<double>(**activation, *points, options);
    return kDone;
}

}  // namespace

void addEvalCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("eval", "Values and derivatives of an activation");
    const auto options = std::make_shared<EvalOptions>();
    options->activation.addTo(*command);
    command->add_option("--at", options->at, "Where to evaluate, e.g. -1,0,1")->type_name("v,v,...");
    command->add_option("--range", options->range, "n points from lo to hi (default -6,6,13)")->type_name("lo,hi,n");
    command->add_option("--order", options->order, "The highest derivative, 0 to 2")
        ->check(CLI::Range(0, 2))
        ->type_name("0..2")
        ->capture_default_str();
    command->add_option("--dtype", options->dtype, "The arithmetic")
        ->check(CLI::IsMember({"float64", "float32"}))
        ->capture_default_str();
    command->add_flag("--json", options->json, "One JSON document on standard output");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace actlab::cli
