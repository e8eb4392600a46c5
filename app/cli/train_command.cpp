#include "app/cli/commands.hpp"
#include "app/cli/event_file.hpp"
#include "app/cli/interrupt.hpp"
#include "app/cli/run_file.hpp"
#include "app/cli/train_log.hpp"
#include "app/cli/train_options.hpp"
#include "app/cli/train_report.hpp"

#include "core/workspace/csv.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <unistd.h>

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
    log.end(spec.hidden, outcome);
    return outcome;
}

struct TrainFiles {
    std::string history, save, tensorboard;
};

/// A table must not be overwritten by what came of it.
Result<void> checkOutputs(const TrainFiles& files, const data::DataSpec& data)
{
    std::error_code error;
    for (const auto& [option, output] : {std::pair("--history", files.history), std::pair("--save", files.save)})
        for (const std::string& input : {data.file, data.labels})
            if (!output.empty() && std::filesystem::equivalent(output, input, error))
                return badInput(option, "\"" + output + "\" is the file to learn from");
    return {};
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

/// Before the training, so that nobody waits in vain for a document that cannot be written.
Result<void> checkSave(const std::string& path)
{
    if (path.empty())
        return {};
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return badInput("--save", "\"" + path + "\" is a folder");
    const auto folder = std::filesystem::absolute(path, error).parent_path();
    if (!std::filesystem::is_directory(folder, error))
        return badInput("--save", "there is no folder " + folder.string());
    const bool isThere = std::filesystem::exists(path, error);
    if (::access(isThere ? path.c_str() : folder.c_str(), W_OK) != 0)
        return badInput("--save", "cannot write \"" + path + "\": " + std::strerror(errno));
    return {};
}

Result<void> save(const std::string& path, const TrainReport& done)
{
    if (path.empty())
        return {};
    workspace::Run run = workspace::makeRun(done.spec, done.history, done.outcome);
    if (!run.network && !done.outcome.parameters.empty())
        std::cerr << "note: the document keeps no weights: they are more than " << workspace::kMostNumbersKept
                  << ", or not finite\n";
    return writeRun("--save", path, std::move(run));
}

Result<std::optional<EventFile>> openEvents(const std::string& folder, const nn::TrainingSpec& spec)
{
    if (folder.empty())
        return std::nullopt;
    auto file = EventFile::openIn(folder, spec);
    if (!file)
        return tl::unexpected(file.error());
    return *std::move(file);
}

int conclude(const nn::Outcome& outcome)
{
    const bool hasFailed = outcome.ending == nn::Ending::Diverged || outcome.ending == nn::Ending::Failed;
    return hasFailed ? report({"train: " + outcome.message, kWorkFailed}) : kDone;
}

int run(const TrainOptions& options, const TrainFiles& files)
{
    const auto spec = specOf(options);
    if (!spec)
        return report(spec.error());
    if (const auto apart = checkOutputs(files, spec->data); !apart)
        return report(apart.error());
    auto file = openHistory(files.history);
    if (!file)
        return report(file.error());
    if (const auto savable = checkSave(files.save); !savable)
        return report(savable.error());
    if (!options.json)
        noteRemarks(*spec);
    auto events = openEvents(files.tensorboard, *spec);
    if (!events)
        return report(events.error());
    const auto tell = [&](const nn::EpochMetrics& metrics) { (*events)->write(metrics); };
    TrainLog log(spec->epochs, options.json, *events ? tell : std::function<void(const nn::EpochMetrics&)>());
    const auto outcome = trainUntilInterrupted(*spec, log);
    const TrainReport done{*spec, outcome, log.history()};
    if (options.json)
        print(asJson(done));
    else if (!log.history().empty())
        printText(done);
    if (file->is_open()) {
        *file << workspace::historyCsv(spec->hidden, log.history());
        if (!file->flush())
            return report({"--history: cannot write \"" + files.history + "\" to its end", kWorkFailed});
    }
    if (const auto saved = save(files.save, done); !saved)
        return report(saved.error());
    if (const auto told = *events ? (*events)->close() : Result<void>(); !told)
        return report(told.error());
    return conclude(outcome);
}

}  // namespace

void addTrainCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("train", "Train a small network with an activation");
    const auto options = std::make_shared<TrainOptions>();
    const auto files = std::make_shared<TrainFiles>();
    options->addTo(*command);
    command->add_option("--history", files->history, "Write every epoch to this file")->type_name("F.csv");
    command->add_option("--save", files->save, "Save run and weights as a document")->type_name("F.actlab");
    command->add_option("--tensorboard", files->tensorboard, "Write event files for TensorBoard into this folder")
        ->type_name("DIR");
    command->callback([=, &exitCode] { exitCode = run(*options, *files); });
}

}  // namespace actlab::cli
