#pragma once

#include <span>
#include <string>

#include <tl/expected.hpp>

#include "core/data/script_module.hpp"

namespace actlab::workspace {

// Files that LibTorch writes, which is loaded for them. The error is a sentence.

tl::expected<std::string, std::string> torchScriptBytes(const data::ScriptModule& module);
tl::expected<std::string, std::string> stateDictBytes(std::span<const data::NamedTensor> tensors);

}  // namespace actlab::workspace
