#pragma once

#include <string>

#include <tl/expected.hpp>

#include "core/exporting/network.hpp"

namespace actlab::exporting {

/// The bytes of an ONNX file (IR 8, opset 13, float32): a local function with the activation's name, used by the one
/// node of a graph from x to y. Learned parameters are initialisers, the others attributes. The error is a sentence.
tl::expected<std::string, std::string> onnxModel(const activation::Activation& activation);

/// The network with its weights, from "input" (batch x features) to "output", its activations as local functions.
/// Names of features and classes are in the metadata. Logits and scores stay what they are.
tl::expected<std::string, std::string> onnxNetwork(const Network& network);

}  // namespace actlab::exporting
