#pragma once

#include <span>
#include <string>
#include <vector>

#include <onnx/onnx_pb.h>

#include "core/exporting/subject.hpp"

namespace actlab::exporting {

// What ONNX files of activations and of networks are made of.

/// A model without functions and without nodes.
onnx::ModelProto emptyModel(const std::string& description);
void addMetadata(onnx::ModelProto& model, const std::string& key, const std::string& value);

onnx::NodeProto& addNode(onnx::GraphProto& graph, const std::string& op, const std::vector<std::string>& inputs,
                         const std::string& output);

/// The activation as a local function of x and what it learns, with its other parameters as attributes. Its name is
/// the activation's; where another function has that name, with a number. The name it has.
std::string addFunction(onnx::ModelProto& model, const Subject& subject);

/// The node y = function(x), in which what it learns is an initialiser of the parameter's name after `prefix`.
void addCall(onnx::GraphProto& graph, const std::string& function, const Subject& subject, const std::string& x,
             const std::string& y, const std::string& prefix);

/// An initialiser of float32; without dimensions it is a single number.
void addInitialiser(onnx::GraphProto& graph, const std::string& name, const std::vector<std::size_t>& dimensions,
                    std::span<const float> values);

/// A dimension is a number, or the name of one that is free.
void describeValue(onnx::ValueInfoProto& value, const std::string& name, const std::vector<std::string>& dimensions);

}  // namespace actlab::exporting
