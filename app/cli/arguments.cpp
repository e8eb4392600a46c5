#include "app/cli/arguments.hpp"

#include <algorithm>

namespace actlab::cli {

namespace {

bool takesValue(const CLI::App& program, const std::string& argument)
{
    for (const auto* command : program.get_subcommands([](const CLI::App*) { return true; }))
        for (const auto* option : command->get_options())
            if (option->check_name(argument) && option->get_items_expected_min() > 0)
                return true;
    return false;
}

}  // namespace

std::vector<std::string> argumentsFor(const CLI::App& program, int argc, char** argv)
{
    std::vector<std::string> arguments;
    for (int i = 1; i < argc; ++i) {
        std::string argument = argv[i];
        const bool hasDashedValue = i + 1 < argc && argv[i + 1][0] == '-' && argv[i + 1][1] != '-';
        if (argument.starts_with("--") && hasDashedValue && takesValue(program, argument))
            argument += "=" + std::string(argv[++i]);
        arguments.push_back(std::move(argument));
    }
    std::reverse(arguments.begin(), arguments.end());
    return arguments;
}

}  // namespace actlab::cli
