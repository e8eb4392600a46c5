#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/data/dataset.hpp"
#include "core/exporting/python_text.hpp"
#include "core/nn/spec.hpp"

namespace actlab::workspace {

// What is the same in every training script but for its numbers.

/// Docstring, imports and the constants of the spec.
void writeScriptHead(exporting::PythonText& text, const nn::TrainingSpec& spec, const data::Dataset& data,
                     const std::string& title);

/// Our random numbers and, where the spec asks for it, the penalty.
void writeScriptTools(exporting::PythonText& text, const nn::TrainingSpec& spec);

/// TRAIN and TEST, each a pair of inputs and targets. The error is a sentence.
tl::expected<std::string, std::string> dataInPython(const data::Dataset& data);

}  // namespace actlab::workspace
