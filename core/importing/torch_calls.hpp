#pragma once

#include <string>
#include <string_view>

#include "core/importing/values.hpp"

namespace actlab::importing {

/// A call of a function of torch, torch.nn.functional, math or numpy, or of a method of a tensor; `call` has the bare
/// name. Throws Failure.
Expr callTorch(expr::WrittenCall call, Values& values);

/// Whether callTorch knows a function of this name.
bool isTorchFunction(std::string_view name);

}  // namespace actlab::importing
