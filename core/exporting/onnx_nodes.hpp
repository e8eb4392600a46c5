#pragma once

#include <onnx/onnx_pb.h>

#include "core/exporting/subject.hpp"

namespace actlab::exporting {

/// The body of a local function: nodes that calculate the subject's value from "x" as "y", which has the shape of x.
/// Learned parameters are taken for inputs of the function, the others for its attributes.
void writeNodes(onnx::FunctionProto& function, const Subject& subject);

}  // namespace actlab::exporting
