#include "app/cli/commands.hpp"
#include "app/cli/interrupt.hpp"
#include "app/cli/train_log.hpp"
#include "app/cli/train_options.hpp"
#include "app/cli/train_report.hpp"

#include "core/workspace/csv.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>

namespace actlab::cli {

namespace {

void noteRemarks(const nn::TrainingSpec& spec)
{
    std::set<activation::ActivationPtr> noted;
    for (const auto& layer : spec.hidden)
        if (noted.insert(layer.activation).second)
            cli::noteRemarks(*layer.activation);
}

nn::Outcome trainUntilInterrupted(const nn::TrainingSpec& spec, TrainLog& log)
{
    std::stop_source stop;
    nn::Commands commands;
    const Interrupt interrupt([&] { commands.stop(); });
    auto outcome = nn::train(spec, stop.get_token(), commands, log);
    log.clearBar();
    return outcome;
}

/// Opened before the training, so that nobody waits in vain. The stream is closed where none is wanted.
Result<std::ofstream> openHistory(const std::string& path)
{
    std::ofstream file;
    if (path.empty())
        return file;
    file.open(path, std::ios::binary | std::ios::trunc);
    if (!file)
        return badInput("--history", "cannot write \"" + path + "\": " + std::strerror(errno));
    return file;
}

int conclude(const nn::Outcome& outcome)
{
    const bool hasFailed = outcome.ending == nn::Ending::Diverged || outcome.ending == nn::Ending::Failed;
    return hasFailed ? report({"train: " + outcome.message, kWorkFailed}) : kDone;
}

int run(const TrainOptions& options, const std::string& history)
{
    const auto spec = specOf(options);
    if (!spec)
        return report(spec.error());
    auto file = openHistory(history);
    if (!file)
        return report(file.error());
    if (!options.json)
        noteRemarks(*spec);
    TrainLog log(spec->epochs, options.json);
    const auto outcome = trainUntilInterrupted(*spec, log);
    const TrainReport done{*spec, outcome, log.history()};
    if (options.json)
        print(asJson(done));
    else if (!log.history().empty())
        printText(done);
    if (file->is_open()) {
        *file << workspace::historyCsv(spec->hidden, log.history());
        if (!file->flush())
            return report({"--history: cannot write \"" + history + "\" to its end", kWorkFailed});
    }
    return conclude(outcome);
}

}  // namespace

void addTrainCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("train", "Train a small network with an activation");
    const auto options = std::make_shared<TrainOptions>();
    const auto history = std::make_shared<std::string>();
    options->addTo(*command);
    command->add_option("--history", *history, "Write every epoch to this file")->type_name("F.csv");
    command->callback([=, &exitCode] { exitCode = run(*options, *history); });
}

}  // namespace actlab::cli
