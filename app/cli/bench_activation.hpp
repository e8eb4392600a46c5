#pragma once

#include <CLI/CLI.hpp>

namespace actlab::cli {

/// Makes `bench` itself, where no command of its own follows, measure an activation.
void measureActivationBy(CLI::App& bench, int& exitCode);

}  // namespace actlab::cli
