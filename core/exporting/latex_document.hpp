#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/activation/activation.hpp"

namespace actlab::exporting {

/// A LaTeX document: the function as cases, its derivative, the parameters and a pgfplots figure of both. ASCII, so
/// that every TeX reads it. The error is a sentence.
tl::expected<std::string, std::string> latexDocument(const activation::Activation& activation);

}  // namespace actlab::exporting
