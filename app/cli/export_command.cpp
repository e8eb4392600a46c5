#include "app/cli/activation_options.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/run_file.hpp"
#include "app/cli/whole_file.hpp"

#include "core/workspace/export_formats.hpp"
#include "core/workspace/run_formats.hpp"

#include <iostream>

namespace actlab::cli {

namespace {

struct ExportOptions {
    ActivationOptions activation;
    std::string network, run;  ///< a document, and which of its runs
    std::string format, output;
    bool json = false;
};

template <class Format>
std::string namesOf(std::span<const Format> formats)
{
    std::string names;
    for (const Format& format : formats)
        names += (names.empty() ? "" : ", ") + std::string(format.name);
    return names;
}

using Bytes = Result<std::string>;

/// `written` may say why there are none.
Bytes bytesOf(const tl::expected<std::string, std::string>& written)
{
    if (!written)
        return tl::unexpected(Failure{"export: " + written.error(), kWorkFailed});
    return *written;
}

Bytes noFormat(const std::string& name, const std::string& names)
{
    return badInput("--format", "there is no format \"" + name + "\"; there are " + names);
}

Bytes activationBytes(const ExportOptions& options)
{
    if (!options.run.empty())
        return badInput("--run", "is for --network: it names a run of a document");
    const auto* format = workspace::findExportFormat(options.format);
    if (!format)
        return noFormat(options.format, namesOf(workspace::exportFormats()));
    const auto activation = chosenActivation(options.activation);
    if (!activation)
        return tl::unexpected(activation.error());
    if (!options.json)
        noteRemarks(**activation);
    return bytesOf(format->write(**activation));
}

Bytes runBytes(const ExportOptions& options)
{
    const auto* format = workspace::findRunFormat(options.format);
    if (!format)
        return noFormat(options.format, namesOf(workspace::runFormats()));
    const ActivationOptions& given = options.activation;
    if (given.givenSources() > 0 || !given.params.empty() || !given.gradient.empty() || !given.learnables.empty())
        return badInput("--network", "a network has its activations; give no other and refine none");
    const auto run = readRun(options.network, options.run);
    if (!run)
        return tl::unexpected(run.error());
    return bytesOf(workspace::write(*format, *run));
}

Result<void> exportTo(const ExportOptions& options)
{
    const auto bytes = options.network.empty() ? activationBytes(options) : runBytes(options);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return writeWhole("--output", options.output, *bytes);
}

int run(const ExportOptions& options)
{
    if (const auto done = exportTo(options); !done)
        return report(done.error());
    if (options.json)
        print(Json{{"files", Json::array({options.output})}});
    else
        std::cout << "wrote " << options.output << '\n';
    return kDone;
}

}  // namespace

void addExportCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("export", "Write an activation or a trained network for other programs");
    const auto options = std::make_shared<ExportOptions>();
    options->activation.addTo(*command);
    command->add_option("--network", options->network, "A document with a trained network (actlab train --save)")
        ->type_name("F.actlab");
    command->add_option("--run", options->run, "Which run of the document; the last one unless named")
        ->type_name("NAME");
    command
        ->add_option("--format", options->format,
                     "One of " + namesOf(workspace::exportFormats()) + "; of a network one of " +
                         namesOf(workspace::runFormats()))
        ->type_name("FORMAT")
        ->required();
    command->add_option("-o,--output", options->output, "The file to write")->type_name("F")->required();
    command->add_flag("--json", options->json, "One JSON document on standard output");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace actlab::cli
