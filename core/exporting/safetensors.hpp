#pragma once

#include <span>
#include <string>

#include "core/data/tensor.hpp"

namespace actlab::exporting {

/// The bytes of a safetensors file of float32 tensors (format: huggingface.co/docs/safetensors): the length of its
/// header in 8 bytes, the header in JSON, and the numbers, all little-endian. `title` becomes part of its metadata.
std::string safetensors(std::span<const data::NamedTensor> tensors, const std::string& title);

}  // namespace actlab::exporting
