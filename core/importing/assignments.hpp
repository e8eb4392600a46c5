#pragma once

#include "core/importing/frame.hpp"

namespace actlab::importing {

/// Follows a statement that gives values names or calls a method for what it changes: `y *= 2`, `y[x > 1] = 1`,
/// `ctx.save_for_backward(x)`. Throws Failure.
void runAssignmentOrCall(const Tokens& tokens, Frame& frame, Reader& reader);

/// The value of a return. Changing a tensor in it, as `return x.mul_(2)` does, harms only a caller. Throws Failure.
Expr valueReturned(const Tokens& tokens, const Frame& frame, Reader& reader);

/// The expression itself. Throws Failure where it is nested too deep for a formula.
Expr limitedInDepth(const Expr& e);

}  // namespace actlab::importing
