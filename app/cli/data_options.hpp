#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "app/cli/failure.hpp"

#include "core/data/dataset.hpp"

namespace actlab::cli {

/// Which data a person asks for; what is left out is as core has it.
struct DataOptions {
    std::optional<std::string> dataset, csv, target, idxImages, idxLabels, formula, task, features;
    std::optional<double> noise, trainShare;
    std::optional<std::uint64_t> samples;
    bool keepsNumbers = false;

    void addTo(CLI::App& command);
};

/// The spec, not checked yet but for which options go together. A task that is not said is guessed from the data.
Result<data::DataSpec> dataSpecOf(const DataOptions& options);

}  // namespace actlab::cli
