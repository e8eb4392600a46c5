#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/activation/activation.hpp"

namespace actlab::exporting {

/// A C++11 header without dependencies: value and derivative of one number and of arrays, for float, double and long
/// double. The error is a sentence.
tl::expected<std::string, std::string> cppHeader(const activation::Activation& activation);

/// A header with a torch::nn::Module for LibTorch 1.13 and later.
tl::expected<std::string, std::string> libtorchHeader(const activation::Activation& activation);

}  // namespace actlab::exporting
