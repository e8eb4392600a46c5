#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "core/activation/activation.hpp"

namespace actlab::exporting {

/// A Python file with an nn.Module of plain operations: it runs on PyTorch 1.13 and 2.x, scripts, traces and goes to
/// ONNX. Run as a program it tests itself. The error is a sentence.
tl::expected<std::string, std::string> pytorchModule(const activation::Activation& activation);

/// The same with a torch.autograd.Function whose forward and backward are written out.
tl::expected<std::string, std::string> pytorchFunction(const activation::Activation& activation);

/// What a TorchScript module is made of.
struct TorchScript {
    std::string name;                               ///< of the class
    std::string forward;                            ///< the method's source
    std::vector<activation::Parameter> parameters;  ///< by the names that forward calls them; those learned per
                                                    ///< channel are arrays of one value
};
tl::expected<TorchScript, std::string> torchScript(const activation::Activation& activation);

}  // namespace actlab::exporting
