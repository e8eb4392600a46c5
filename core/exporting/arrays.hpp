#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/activation/activation.hpp"

namespace actlab::exporting {

/// A Python file with a function for NumPy arrays and its derivative. The error is a sentence.
tl::expected<std::string, std::string> numpyFunctions(const activation::Activation& activation);

/// A Python file with a function for JAX, which differentiates it by our rules or by the author's gradient.
tl::expected<std::string, std::string> jaxFunction(const activation::Activation& activation);

}  // namespace actlab::exporting
