#include "app/cli/activation_options.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/whole_file.hpp"

#include "core/workspace/export_formats.hpp"

#include <iostream>

namespace actlab::cli {

namespace {

struct ExportOptions {
    ActivationOptions activation;
    std::string format, output;
    bool json = false;
};

std::string formatNames(std::string_view between)
{
    std::string names;
    for (const auto& format : workspace::exportFormats())
        names += (names.empty() ? "" : std::string(between)) + std::string(format.name);
    return names;
}

Result<void> exportTo(const ExportOptions& options)
{
    const auto* format = workspace::findExportFormat(options.format);
    if (!format)
        return badInput("--format", "there is no format \"" + options.format + "\"; there are " + formatNames(", "));
    const auto activation = chosenActivation(options.activation);
    if (!activation)
        return tl::unexpected(activation.error());
    if (!options.json)
        noteRemarks(**activation);
    const auto bytes = format->write(**activation);
    if (!bytes)
        return tl::unexpected(Failure{"export: " + bytes.error(), kWorkFailed});
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
    auto* command = program.add_subcommand("export", "Write an activation for other programs");
    const auto options = std::make_shared<ExportOptions>();
    options->activation.addTo(*command);
    command->add_option("--format", options->format, "One of " + formatNames(", "))->type_name("FORMAT")->required();
    command->add_option("-o,--output", options->output, "The file to write")->type_name("F")->required();
    command->add_flag("--json", options->json, "One JSON document on standard output");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace actlab::cli
