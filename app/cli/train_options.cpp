#include "app/cli/train_options.hpp"

#include "app/cli/numbers.hpp"
#include "app/cli/train_words.hpp"

#include "core/data/features.hpp"
#include "core/data/names.hpp"
#include "core/data/number_text.hpp"
#include "core/workspace/document.hpp"

#include <algorithm>
#include <charconv>

namespace actlab::cli {

namespace {

/// L-BFGS wants all rows at once. A batch takes no more than there are.
constexpr std::size_t kAllRows = 1'000'000'000;

/// What a network is made of where nobody says: as in a new document of the window.
std::vector<nn::Layer> usualLayers()
{
    return workspace::initialDocument().training.hidden;
}

template <class Field, class Value>
void set(Field& field, const std::optional<Value>& value)
{
    if (value)
        field = static_cast<Field>(*value);
}

void setNumbers(nn::TrainingSpec& spec, const TrainOptions& options)
{
    set(spec.data.seed, options.seed);
    set(spec.seed, options.seed);
    set(spec.batch, options.batch);
    set(spec.epochs, options.epochs);
    set(spec.patience, options.patience);
    set(spec.threads, options.threads);
    set(spec.l1, options.l1);
    set(spec.l2, options.l2);
    set(spec.dropout, options.dropout);
    set(spec.clip, options.clip);
    set(spec.targetLoss, options.targetLoss);
    set(spec.targetAccuracy, options.targetAccuracy);
}

/// What follows from another choice, where the person made none of their own.
void setChoices(nn::TrainingSpec& spec, const TrainOptions& options)
{
    if (data::isRegression(spec.data))
        spec.loss = nn::Loss::MeanSquared;
    choose(spec.loss, nn::kLossWords, options.loss);
    choose(spec.optimizer, nn::kOptimizerWords, options.optimizer);
    choose(spec.schedule, nn::kScheduleWords, options.schedule);
    choose(spec.init, nn::kInitWords, options.init);
    choose(spec.engine, nn::kEngineWords, options.engine);
    if (spec.optimizer == nn::Optimizer::Lbfgs && !options.batch)
        spec.batch = kAllRows;
    spec.learningRate = options.learningRate.value_or(nn::usualLearningRate(spec.optimizer));
}

Result<std::vector<activation::ActivationPtr>> layerActivations(const TrainOptions& options)
{
    if (options.activation.givenSources() == 0)
        return activationsFor(options.activations.empty() ? std::vector{usualLayers().front().activation->name()}
                                                          : options.activations,
                              options.activation);
    if (!options.activations.empty())
        return badInput("--activation", "cannot be given together with --name, --expr or --file");
    return chosenActivation(options.activation).map([](auto activation) { return std::vector{activation}; });
}

Result<std::vector<nn::Layer>> layersOf(const TrainOptions& options)
{
    std::vector<nn::Layer> layers = usualLayers();
    if (options.layers) {
        const auto widths = parseWidths("--layers", *options.layers);
        if (!widths)
            return tl::unexpected(widths.error());
        layers.clear();
        for (const std::size_t width : *widths)
            layers.push_back({width, nullptr});
    }
    const auto activations = layerActivations(options);
    if (!activations)
        return tl::unexpected(activations.error());
    if (activations->size() != 1 && activations->size() != layers.size())
        return badInput("--activation", "given " + data::counted(activations->size(), "time") + " for " +
                                            data::counted(layers.size(), "layer") + "; give it once or for each");
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].activation = namedByFormula((*activations)[activations->size() == 1 ? 0 : i]);
        layers[i].batchNorm = options.batchNorm;
        layers[i].residual = options.residual && i > 0 && layers[i].width == layers[i - 1].width;
    }
    if (options.batchNorm && layers.empty())
        return badInput("--batch-norm", "there is no hidden layer to normalise");
    if (options.residual && std::ranges::none_of(layers, &nn::Layer::residual))
        return badInput("--residual", "no hidden layer is as wide as the one before it");
    return layers;
}

/// What only the rows themselves tell.
std::optional<Failure> complaintAboutRows(const data::DataSpec& spec, bool namesFeatures)
{
    if (!data::isOwn(spec) && !namesFeatures)
        return std::nullopt;
    const auto loaded = data::load(spec);
    if (!loaded)
        return badInput("--" + loaded.error().field, loaded.error().message).value();
    if (namesFeatures && !data::hasFeatures(*loaded))
        return badInput("--features", "are made of the x and y of points in a plane, and " + spec.name + " has none")
            .value();
    return std::nullopt;
}

std::string withDefault(const std::string& meaning, double usual)
{
    return meaning + " (default " + text(usual) + ")";
}

/// CLI11 takes -1 for the largest number and stops at the largest where there are more digits.
std::string complaintAboutWhole(const std::string& text)
{
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && rest == end ? "" : "\"" + text + "\" is not a whole number from 0 to 2^64 - 1";
}

void addNetworkOptions(CLI::App& command, TrainOptions& options)
{
    command.add_option("--activation", options.activations, "Name or formula; repeat it to choose for each layer")
        ->type_name("NAME|TEXT")
        ->allow_extra_args(false);
    command.add_option("--layers", options.layers, "Widths of the hidden layers, e.g. 8,8")->type_name("n,n,...");
    command.add_flag("--batch-norm", options.batchNorm, "Batch normalisation before every activation");
    command.add_flag("--residual", options.residual,
                     "Add what goes into a hidden layer to its answer, where the one before it is as wide");
    command.add_option("--init", options.init, "Rule for the first weights")->check(anyOf(nn::kInitWords));
    command.add_option("--threads", options.threads, "Threads of the torch engine; the fused one takes one")
        ->check(complaintAboutWhole);
    command.add_option("--engine", options.engine, "What trains it")->check(anyOf(nn::kEngineWords));
}

void addStepOptions(CLI::App& command, TrainOptions& options)
{
    const nn::TrainingSpec usual;
    command.add_option("--loss", options.loss, "What to minimise")->check(anyOf(nn::kLossWords));
    command.add_option("--optimizer", options.optimizer, "How to step")->check(anyOf(nn::kOptimizerWords));
    command.add_option("--lr", options.learningRate,
                       withDefault("Learning rate", nn::usualLearningRate(usual.optimizer)));
    command.add_option("--lr-schedule", options.schedule, "How the learning rate goes down in the course of the run")
        ->check(anyOf(nn::kScheduleWords));
    command.add_option("--batch", options.batch, withDefault("Rows a step", double(usual.batch)) + "; all for lbfgs")
        ->check(complaintAboutWhole);
    command.add_option("--epochs", options.epochs,
                       withDefault("Passes over the training data", double(usual.epochs)));
    command.add_option("--target-loss", options.targetLoss, "Stop when the test loss falls below it");
    command.add_option("--target-accuracy", options.targetAccuracy, "Stop when the test accuracy reaches it");
    command
        .add_option("--patience", options.patience,
                    "Stop after so many epochs without a better test loss; 0 (default) never. Keeps the last network")
        ->check(complaintAboutWhole);
    command.add_option("--l1", options.l1, "L1 penalty");
    command.add_option("--l2", options.l2, "L2 penalty");
    command.add_option("--dropout", options.dropout, "Share of hidden neurons that a step leaves out, 0 to below 1");
    command.add_option("--clip", options.clip, "Greatest length of a gradient; 0 for any");
    command.add_option("--seed", options.seed, withDefault("Seed of data, weights and batches", double(usual.seed)))
        ->check(complaintAboutWhole);
}

}  // namespace

void TrainOptions::addTo(CLI::App& command)
{
    activation.addTo(command);
    addNetworkOptions(command, *this);
    data.addTo(command);
    addStepOptions(command, *this);
    command.add_flag("--json", json, "One JSON document on standard output");
}

Result<nn::TrainingSpec> specOf(const TrainOptions& options)
{
    const auto data = dataSpecOf(options.data);
    if (!data)
        return tl::unexpected(data.error());
    nn::TrainingSpec spec;
    spec.data = *data;
    setNumbers(spec, options);
    setChoices(spec, options);
    auto layers = layersOf(options);
    if (!layers)
        return tl::unexpected(layers.error());
    spec.hidden = *std::move(layers);
    if (const auto error = nn::validate(spec))
        return badInput("--" + error->field, error->message);
    if (const auto unusable = complaintAboutRows(spec.data, options.data.features.has_value()))
        return tl::unexpected(*unusable);
    return spec;
}

}  // namespace actlab::cli
