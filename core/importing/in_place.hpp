#pragma once

#include <string>

#include "core/importing/frame.hpp"

namespace actlab::importing {

/// The name whose tensor a chain such as `x.mul_(y).clamp(0)`, or `F.relu(x, inplace=True)`, changes; empty where the
/// tokens are no such chain, or where something in it could see the changed tensor.
std::string changedBy(const Tokens& tokens);

/// The chain with methods that give a new tensor in the place of those that change one.
Tokens withoutChange(Tokens chain);

/// Whether a method changes the tensor that it is called on: `mul_`.
bool isInPlace(std::string_view method);

/// Throws Failure where changing what `path` names would change another tensor of this function or its caller.
void requireOwn(const std::string& path, const Frame& frame, Span span);

}  // namespace actlab::importing
