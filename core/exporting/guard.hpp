#pragma once

#include <tl/expected.hpp>

#include "core/exporting/harmless.hpp"

namespace actlab::exporting {

/// The double-where. Autograd multiplies the gradient of a branch that is not selected by 0, and 0 times infinity is
/// NaN. So every branch that may fail somewhere is given, where it is not selected, a constant input from inside its
/// own region: the input becomes a conditional too. The error is a sentence: so nested a formula has no end.
tl::expected<expr::Expr, std::string> guarded(const expr::Expr& e, Harmlessness& harmlessness);

}  // namespace actlab::exporting
