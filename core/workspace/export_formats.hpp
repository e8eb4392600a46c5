#pragma once

#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "core/activation/activation.hpp"

namespace actlab::workspace {

/// A way to take an activation home.
struct ExportFormat {
    std::string_view name;    ///< as `actlab export --format` takes it
    std::string_view title;   ///< as a person reads it
    std::string_view suffix;  ///< of its files: ".py"
    /// The bytes of the file. The error is a sentence.
    tl::expected<std::string, std::string> (*write)(const activation::Activation&);
};

std::span<const ExportFormat> exportFormats();
/// nullptr where there is none of this name.
const ExportFormat* findExportFormat(std::string_view name);

}  // namespace actlab::workspace
