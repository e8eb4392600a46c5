#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/nn/spec.hpp"

namespace actlab::workspace {

/// A Python file that trains what the spec says in PyTorch: the same data (they stand in the file), the same first
/// weights and batches, the same steps; it prints every epoch and saves the state dict where it is told to. With
/// dropout other neurons are left out. The error is a sentence.
tl::expected<std::string, std::string> trainingScript(const nn::TrainingSpec& spec, const std::string& title);

}  // namespace actlab::workspace
