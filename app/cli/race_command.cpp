#include "app/cli/commands.hpp"
#include "app/cli/interrupt.hpp"
#include "app/cli/race_report.hpp"
#include "app/cli/train_options.hpp"

#include <algorithm>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace actlab::cli {

namespace {

struct RaceOptions {
    TrainOptions training;
    std::size_t seeds = nn::RaceSpec().seeds;
    bool tunesRate = false;
};

Result<nn::RaceSpec> raceOf(const RaceOptions& options)
{
    if (options.training.activations.size() < 2)
        return badInput("--activation", "a race needs two activations or more: repeat --activation for each");
    if (options.training.activation.givenSources() > 0)
        return badInput("--activation", "cannot be given together with --name, --expr, --file or --python");
    const auto runners = activationsFor(options.training.activations, options.training.activation);
    if (!runners)
        return tl::unexpected(runners.error());
    TrainOptions training = options.training;
    training.activation = {};
    training.activations = {};
    const auto spec = specOf(training);
    if (!spec)
        return tl::unexpected(spec.error());
    nn::RaceSpec race{*spec, {}, options.seeds, options.tunesRate};
    for (const auto& runner : *runners)
        race.runners.push_back(namedByFormula(runner));
    if (const auto error = nn::validate(race))
        return badInput("--" + error->field, error->message);
    return race;
}

int run(const RaceOptions& options)
{
    const auto race = raceOf(options);
    if (!race)
        return report(race.error());
    const bool showsCount = !options.training.json && isatty(STDERR_FILENO);
    const auto watch = [&](std::size_t over, std::size_t all, const nn::RaceResult&) {
        if (showsCount)
            std::cerr << "\r\033[Krun " << over + 1 << " of " << all << std::flush;
    };
    nn::Commands commands;
    const Interrupt interrupt([&] { commands.stop(); });
    const nn::RaceResult result = nn::race(*race, {}, commands, watch);
    if (showsCount)
        std::cerr << "\r\033[K" << std::flush;
    options.training.json ? print(raceAsJson(result)) : printRace(result);
    if (result.isStopped)
        return report({"race: stopped before it was over; what it had is above", kWorkFailed});
    const bool hasNone = std::ranges::none_of(result.standings, [](const auto& each) { return each.counted > 0; });
    return hasNone ? report({"race: " + result.verdict, kWorkFailed}) : kDone;
}

}  // namespace

void addRaceCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("race", "Compare activations that start alike and see the same batches");
    const auto options = std::make_shared<RaceOptions>();
    options->training.addTo(*command);
    command->add_option("--seeds", options->seeds, "How many seeds, from --seed on")->capture_default_str();
    command->add_flag("--tune-lr", options->tunesRate,
                      "Give each activation the best of 0.1, 0.3, 1, 3 and 10 times the learning rate, by one run "
                      "each with a seed of its own");
    command->footer("Repeat --activation for each that runs; it has all layers of its network. The first weights are "
                    "the same for all: --init auto is xavier here. --param, --gradient and --learnable hold for "
                    "all that can take them.");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace actlab::cli
