#pragma once

#include <optional>

#include "core/workspace/document.hpp"

namespace actlab::models {

/// Keeps a document that has no file of its own until the next start; false where it cannot.
bool keepUnsaved(const workspace::Document& document);
/// What was kept, once.
std::optional<workspace::Document> takeUnsaved();

}  // namespace actlab::models
