#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/activation/activation.hpp"
#include "core/data/script_module.hpp"

namespace actlab::exporting {

/// A Python file with an nn.Module of plain operations: it runs on PyTorch 1.13 and 2.x, scripts, traces and goes to
/// ONNX. Run as a program it tests itself. The error is a sentence.
tl::expected<std::string, std::string> pytorchModule(const activation::Activation& activation);

/// The same with a torch.autograd.Function whose forward and backward are written out.
tl::expected<std::string, std::string> pytorchFunction(const activation::Activation& activation);

/// The same as a module of TorchScript; what is learned per channel are arrays of one value.
tl::expected<data::ScriptModule, std::string> torchScript(const activation::Activation& activation);

}  // namespace actlab::exporting
