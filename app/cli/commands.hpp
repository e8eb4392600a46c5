#pragma once

#include <CLI/CLI.hpp>

namespace actlab::cli {

// Each adds one command to the program. The command leaves in `exitCode` what the program is to end with.
void addListCommand(CLI::App& program, int& exitCode);
void addEvalCommand(CLI::App& program, int& exitCode);
void addDiffCommand(CLI::App& program, int& exitCode);
void addCheckCommand(CLI::App& program, int& exitCode);
void addExportCommand(CLI::App& program, int& exitCode);
void addImportCommand(CLI::App& program, int& exitCode);
void addJoinCommand(CLI::App& program, int& exitCode);
void addTrainCommand(CLI::App& program, int& exitCode);
void addRaceCommand(CLI::App& program, int& exitCode);
void addBenchCommand(CLI::App& program, int& exitCode);
void addSelftestCommand(CLI::App& program, int& exitCode);

}  // namespace actlab::cli
