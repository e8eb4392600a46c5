#include "app/cli/data_options.hpp"

#include "app/cli/numbers.hpp"
#include "app/cli/train_words.hpp"

#include "core/data/csv_table.hpp"
#include "core/data/features.hpp"
#include "core/data/names.hpp"
#include "core/data/plane_formula.hpp"

#include <algorithm>
#include <filesystem>

namespace actlab::cli {

namespace {

constexpr std::string_view kPainted = "points";  // no option says where they are

std::string setNames()
{
    std::string names;
    for (const auto* sets : {&data::dataSets(), &data::ownDataSets()})
        for (const auto& set : *sets)
            if (set.name != kPainted)
                names += (names.empty() ? "" : "|") + std::string(set.name);
    return names;
}

template <class Field, class Value>
void setData(Field& field, const std::optional<Value>& value)
{
    if (value)
        field = *value;
}

/// An option that asks for data of one's own, and the data set it belongs to.
struct OwnOption {
    const char* name;
    std::optional<std::string> DataOptions::*value;
    std::string_view set;
};
constexpr OwnOption kOwnOptions[] = {{"--csv", &DataOptions::csv, "csv"},
                                     {"--target", &DataOptions::target, "csv"},
                                     {"--idx-images", &DataOptions::idxImages, "mnist"},
                                     {"--idx-labels", &DataOptions::idxLabels, "mnist"},
                                     {"--formula", &DataOptions::formula, "formula"}};

/// From the root, since a document that remembers it may be opened elsewhere.
std::string filePath(const std::string& path)
{
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    return path.empty() || error ? path : absolute.string();
}

/// The data set that is named, or that the other options belong to.
Result<std::string> setOf(const DataOptions& options)
{
    std::optional<std::string> name = options.dataset;
    if (const auto* set = name ? data::findDataSet(*name) : nullptr)
        name = set->name;
    const char* by = "--dataset";
    for (const OwnOption& option : kOwnOptions) {
        if (!(options.*option.value))
            continue;
        if (name && *name != option.set)
            return badInput(option.name, std::string("does not go together with ") + by +
                                             (options.dataset ? " " + *options.dataset : ""));
        if (!name)
            by = option.name;
        name = option.set;
    }
    return name.value_or(data::DataSpec().name);
}

/// Looks into the formula or the file for what is not said.
Result<data::Task> guessedTask(const data::DataSpec& spec)
{
    if (spec.name == "formula") {
        const auto formula = data::readPlaneFormula(spec.formula);
        return formula ? data::guessTask(*formula) : spec.task;
    }
    if (spec.name != "csv" || spec.file.empty())
        return spec.task;
    const auto table = data::readCsv(spec.file);
    if (!table)
        return badInput("--" + table.error().field, table.error().message);
    const auto* target = data::findColumn(*table, spec.target);
    return target ? data::guessTask(*target) : spec.task;
}

/// Tells which columns there are where none is named.
std::optional<Failure> missingTarget(const data::DataSpec& spec)
{
    if (spec.name != "csv" || spec.file.empty() || !spec.target.empty())
        return std::nullopt;
    const auto table = data::readCsv(spec.file);
    if (!table)
        return badInput("--" + table.error().field, table.error().message).value();
    return badInput("--target", "say which column is to be learned; there are " + data::columnList(*table)).value();
}

/// As it is typed most easily: "x2" of "x^2", "sinx" of "sin(x)".
std::string plainWord(std::string_view word)
{
    std::string plain(word);
    std::erase_if(plain, [](char c) { return std::string_view("^*() ").find(c) != std::string_view::npos; });
    return plain;
}

std::string featureWords()
{
    std::string words;
    for (const std::string_view word : data::kFeatureWords)
        words += (words.empty() ? "" : ",") + plainWord(word);
    return words;
}

/// In the order of Feature, as the window has them; none where they are x and y alone.
Result<std::vector<data::Feature>> featuresOf(std::string_view text)
{
    std::vector<data::Feature> features;
    for (const std::string_view part : split(text)) {
        const auto isIt = [&](std::string_view word) { return plainWord(word) == plainWord(part); };
        const auto* found = std::ranges::find_if(data::kFeatureWords, isIt);
        if (found == data::kFeatureWords.end())
            return badInput("--features", quoted(part) + " is none of " + featureWords());
        features.push_back(static_cast<data::Feature>(found - data::kFeatureWords.begin()));
    }
    std::ranges::sort(features);
    using enum data::Feature;
    return features == std::vector{X, Y} ? std::vector<data::Feature>() : features;
}

/// At its place.
std::optional<Failure> mistakeInFormula(const DataOptions& options)
{
    if (!options.formula)
        return std::nullopt;
    const auto formula = data::readPlaneFormula(*options.formula);
    if (formula)
        return std::nullopt;
    activation::Definition definition;
    definition.formula = *options.formula;
    return badDefinition("--formula", definition, {formula.error()}).value();
}

}  // namespace

void DataOptions::addTo(CLI::App& command)
{
    const data::DataSpec usual;
    command.add_option("--dataset", dataset, "What to learn (default " + usual.name + ")")->type_name(setNames());
    command.add_option("--csv", csv, "A table of yours: comma, semicolon or tab, with or without titles")
        ->type_name("F.csv");
    command.add_option("--target", target, "The column of the table to learn, by its title or its number from 1")
        ->type_name("COL");
    command.add_option("--idx-images", idxImages, "Pictures as MNIST has them, packed by gzip or not")
        ->type_name("F");
    command.add_option("--idx-labels", idxLabels, "What those pictures show")->type_name("F");
    command.add_option("--formula", formula, "In x and y, e.g. \"y > sin(3*x)\": where it is true is class 1")
        ->type_name("TEXT");
    command.add_option("--task", task, "What is asked of a table or a formula (guessed where not said)")
        ->check(anyOf(data::kTaskWords));
    command.add_flag("--no-standardise", keepsNumbers, "Leave the numbers of a table as they are");
    command.add_option("--features", features, "What of a plane the network is given (default x,y)")
        ->type_name(featureWords());
    command.add_option("--noise", noise, "Noise of the data, 0 to 0.5 (default " + text(usual.noise) + ")");
    command.add_option("--samples", samples, "Number of samples; 0 for the usual number");
    command.add_option("--train-share", trainShare,
                       "Share of the data to train on, 0.1 to 0.9 (default " + text(usual.trainShare) + ")");
}

Result<data::DataSpec> dataSpecOf(const DataOptions& options)
{
    const auto name = setOf(options);
    if (!name)
        return tl::unexpected(name.error());
    data::DataSpec spec;
    const auto* set = data::findDataSet(*name);
    if (*name == kPainted)
        return badInput("--dataset", "points are painted in the window: activation-lab, Train, Paint");
    spec.name = *name;
    spec.file = filePath(options.csv.value_or(options.idxImages.value_or("")));
    spec.labels = filePath(options.idxLabels.value_or(""));
    setData(spec.target, options.target);
    setData(spec.formula, options.formula);
    setData(spec.noise, options.noise);
    setData(spec.samples, options.samples);
    setData(spec.trainShare, options.trainShare);
    spec.standardise = !options.keepsNumbers;
    if (options.features) {
        const auto features = featuresOf(*options.features);
        if (!features)
            return tl::unexpected(features.error());
        spec.features = *features;
    }
    if (options.task && set && spec.name != "csv" && spec.name != "formula")
        return badInput("--task", "is for --csv and --formula; " + spec.name + " asks for " +
                                      std::string(data::kTaskWords[data::isRegression(spec) ? 1 : 0]));
    if (const auto mistake = mistakeInFormula(options))
        return tl::unexpected(*mistake);
    if (const auto missing = missingTarget(spec))
        return tl::unexpected(*missing);
    choose(spec.task, data::kTaskWords, options.task);
    if (!options.task) {
        const auto task = guessedTask(spec);
        if (!task)
            return tl::unexpected(task.error());
        spec.task = *task;
    }
    return spec;
}

}  // namespace actlab::cli
