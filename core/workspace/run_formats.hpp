#pragma once

#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "core/workspace/run.hpp"

namespace actlab::workspace {

/// A way to take a run home: its trained network, or the training.
struct RunFormat {
    std::string_view name;    ///< as `actlab export --network F --format` takes it
    std::string_view title;   ///< as a person reads it
    std::string_view suffix;  ///< of its files: ".pt"
    bool needsNetwork = true;
    /// The bytes of the file; run.network is there where the format needs it. The error is a sentence.
    tl::expected<std::string, std::string> (*write)(const Run& run) = nullptr;
};

std::span<const RunFormat> runFormats();
/// nullptr where there is none of this name.
const RunFormat* findRunFormat(std::string_view name);

/// The bytes of the file, or a sentence where the run cannot be taken home so.
tl::expected<std::string, std::string> write(const RunFormat& format, const Run& run);

}  // namespace actlab::workspace
