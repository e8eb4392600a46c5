#include "app/cli/commands.hpp"
#include "app/cli/failure.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/self_checks.hpp"

#include "core/data/number_text.hpp"

#include <iostream>

namespace actlab::cli {

namespace {

int run(bool json)
{
    std::size_t passed = 0, failed = 0;
    Json checks = Json::array();
    for (const auto& check : selfChecks()) {
        const auto failure = check.failure();
        ++(failure ? failed : passed);
        checks.push_back({{"name", check.name}, {"passed", !failure}, {"message", failure.value_or("")}});
        if (!json)
            std::cout << (failure ? "FAILED  " : "passed  ") << check.name << (failure ? ": " + *failure : "")
                      << std::endl;
    }
    if (json)
        print({{"passed", passed}, {"failed", failed}, {"checks", checks}});
    else
        std::cout << passed << " passed, " << failed << " failed\n";
    return failed == 0 ? kDone : report({"selftest: " + data::counted(failed, "check") + " failed", kWorkFailed});
}

}  // namespace

void addSelftestCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("selftest", "What this copy of the program can check of itself");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "One JSON document on standard output");
    command->callback([=, &exitCode] { exitCode = run(*json); });
}

}  // namespace actlab::cli
