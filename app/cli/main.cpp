#include "app/cli/arguments.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/failure.hpp"

#include <exception>
#include <iostream>
#include <optional>

namespace {

using namespace actlab::cli;

void describe(CLI::App& program)
{
    program.name("actlab");
    program.set_version_flag("--version", "actlab " ACTLAB_VERSION);
    program.require_subcommand(1);
    program.footer("Exit codes: 0 done, 1 the work failed, 2 bad input. 'actlab COMMAND --help' tells more.");
}

void addCommands(CLI::App& program, int& exitCode)
{
    addListCommand(program, exitCode);
    addEvalCommand(program, exitCode);
    addDiffCommand(program, exitCode);
    addCheckCommand(program, exitCode);
    addExportCommand(program, exitCode);
    addImportCommand(program, exitCode);
    addJoinCommand(program, exitCode);
    addTrainCommand(program, exitCode);
    addRaceCommand(program, exitCode);
    addBenchCommand(program, exitCode);
    addSelftestCommand(program, exitCode);
}

/// CLI11 would complain that no command is given.
std::optional<Failure> unknownCommand(const CLI::App& program, const std::vector<std::string>& backwards)
{
    const auto isMeant = [&](const CLI::App* command) { return command->check_name(backwards.back()); };
    if (backwards.empty() || backwards.back().starts_with('-') || !program.get_subcommands(isMeant).empty())
        return std::nullopt;
    return Failure{"actlab: there is no command \"" + backwards.back() + "\" (see actlab --help)"};
}

/// CLI11 says "Could not convert: --lr = abc"; the place comes first here.
std::string lineFor(const CLI::ParseError& error)
{
    constexpr std::string_view kConversion = "Could not convert: ";
    const std::string message = error.what();
    const auto equals = message.find(" = ");
    if (!message.starts_with(kConversion) || equals == message.npos)
        return message + " (see actlab --help)";
    return message.substr(kConversion.size(), equals - kConversion.size()) + ": \"" + message.substr(equals + 3) +
           "\" is not a number it can take";
}

int run(int argc, char** argv)
{
    CLI::App program("Activation Lab on the command line: explore, differentiate and train activation functions.");
    int exitCode = kDone;
    describe(program);
    addCommands(program, exitCode);
    try {
        auto arguments = argumentsFor(program, argc, argv);
        if (const auto failure = unknownCommand(program, arguments))
            return report(*failure);
        program.parse(arguments);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return program.exit(error);  // --help and --version
        return report({lineFor(error)});
    }
    if (!std::cout.flush())
        return report({"actlab: cannot write to standard output", kWorkFailed});
    return exitCode;
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        return report({std::string("actlab: ") + error.what(), kWorkFailed});
    }
}
