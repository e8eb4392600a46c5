#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace actlab::cli {

/// What the real program said and how it ended.
struct Answer {
    int exitCode = -1;
    std::string output, error;
    nlohmann::json json() const { return nlohmann::json::parse(output); }
};

/// Runs actlab to its end. `interruptAfter` seconds later it gets Ctrl+C; 0: never.
Answer actlab(const std::vector<std::string>& arguments, double interruptAfter = 0);

/// One line on standard error, nothing on standard output, exit code 2.
void expectBadInput(const std::vector<std::string>& arguments, const std::string& beginning);

}  // namespace actlab::cli
