#pragma once

#include <fstream>
#include <string>

#include "app/cli/failure.hpp"

#include "core/workspace/run_events.hpp"

namespace actlab::cli {

/// TensorBoard's file of a run, written while it trains.
class EventFile {
public:
    /// In this folder, which is made where it is not there.
    static Result<EventFile> openIn(const std::string& folder, const nn::TrainingSpec& spec);

    void write(const nn::EpochMetrics& metrics);
    /// Whether all that was written has arrived.
    Result<void> close();

private:
    EventFile(std::string path, std::ofstream file, workspace::RunEvents events);

    std::string m_path;
    std::ofstream m_file;
    workspace::RunEvents m_events;
};

}  // namespace actlab::cli
