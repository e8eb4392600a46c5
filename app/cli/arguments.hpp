#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace actlab::cli {

/// The arguments with "--at -1,0" written as "--at=-1,0" wherever an option of the program takes a value, so
/// that a value may begin with a dash. In the order CLI::App::parse wants: last one first.
std::vector<std::string> argumentsFor(const CLI::App& program, int argc, char** argv);

}  // namespace actlab::cli
