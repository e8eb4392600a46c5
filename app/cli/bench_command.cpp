#include "app/cli/activation_options.hpp"
#include "app/cli/bench_activation.hpp"
#include "app/cli/bench_train.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/numbers.hpp"
#include "app/cli/train_words.hpp"

#include "core/nn/limits.hpp"

#include <algorithm>
#include <iostream>

namespace actlab::cli {

namespace {

struct BenchTrainOptions {
    std::string net = "2,8,8,1";
    std::size_t batch = 10;
    std::string activation = "tanh";
    std::optional<std::string> optimizer;
    bool json = false;
};

Result<EngineBench> benchOf(const BenchTrainOptions& options)
{
    EngineBench bench;
    const auto net = parseWidths("--net", options.net);
    if (!net)
        return tl::unexpected(net.error());
    const auto isFit = [](std::size_t width) { return width >= 1 && width <= nn::kWidestLayer; };
    if (net->size() < 2 || net->size() > nn::kMostLayers + 2 || !std::ranges::all_of(*net, isFit))
        return badInput("--net", "must be the inputs, up to " + std::to_string(nn::kMostLayers) +
                                     " hidden widths and the outputs, each from 1 to " +
                                     std::to_string(nn::kWidestLayer));
    constexpr std::size_t kLargestBatch = 65'536;
    if (options.batch < 1 || options.batch > kLargestBatch)
        return badInput("--batch", "must be from 1 to " + std::to_string(kLargestBatch));
    const auto activations = activationsFor({options.activation}, {});
    if (!activations)
        return tl::unexpected(activations.error());
    bench.net = *net;
    bench.batch = options.batch;
    bench.activation = activations->front();
    choose(bench.optimizer, nn::kOptimizerWords, options.optimizer);
    if (bench.optimizer == nn::Optimizer::Lbfgs)
        return badInput("--optimizer", "L-BFGS is the torch engine's alone; there is nothing to compare");
    return bench;
}

void addSpeed(Json& document, const std::string& name, const std::optional<Speed>& speed)
{
    document[name] = speed ? jsonNumber(speed->median) : Json();
    document[name + "_min"] = speed ? jsonNumber(speed->least) : Json();
    document[name + "_max"] = speed ? jsonNumber(speed->greatest) : Json();
}

void printText(const char* title, const std::optional<Speed>& speed)
{
    if (speed)
        std::cout << title << rounded(speed->median) << "  (" << rounded(speed->least) << " to "
                  << rounded(speed->greatest) << ")\n";
    else
        std::cout << title << "LibTorch is not there\n";
}

int run(const BenchTrainOptions& options)
{
    const auto bench = benchOf(options);
    if (!bench)
        return report(bench.error());
    const EngineSpeeds speeds = measureEngines(*bench);
    if (options.json) {
        Json document{{"net", bench->net}, {"batch", bench->batch}, {"activation", bench->activation->name()}};
        addSpeed(document, "fused_steps_per_second", speeds.fused);
        addSpeed(document, "torch_steps_per_second", speeds.torch);
        addSpeed(document, "ratio", speeds.ratio);
        print(document);
        return kDone;
    }
    printText("fused steps a second  ", speeds.fused);
    printText("torch steps a second  ", speeds.torch);
    printText("ratio                 ", speeds.ratio);
    return kDone;
}

void addTrainBench(CLI::App& bench, int& exitCode)
{
    auto* command = bench.add_subcommand("train", "Steps a second of both engines on the same network");
    const auto options = std::make_shared<BenchTrainOptions>();
    command->add_option("--net", options->net, "Inputs, hidden widths, outputs")
        ->type_name("n,n,...")
        ->capture_default_str();
    command->add_option("--batch", options->batch, "Rows a step")->capture_default_str();
    command->add_option("--activation", options->activation, "Name or formula")->capture_default_str();
    command->add_option("--optimizer", options->optimizer, "How to step (default adam)")
        ->check(anyOf(nn::kOptimizerWords));
    command->add_flag("--json", options->json, "One JSON document on standard output");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace

void addBenchCommand(CLI::App& program, int& exitCode)
{
    auto* command =
        program.add_subcommand("bench", "Measure an activation: our kernels, PyTorch's own function, and the "
                                        "formula composed of its operations");
    command->require_subcommand(0, 1);
    measureActivationBy(*command, exitCode);
    addTrainBench(*command, exitCode);
}

}  // namespace actlab::cli
