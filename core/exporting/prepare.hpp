#pragma once

#include <vector>

#include <tl/expected.hpp>

#include "core/exporting/dialect.hpp"
#include "core/exporting/harmless.hpp"

namespace actlab::exporting {

/// The expressions in the functions that the target has, constants folded, branches guarded where the target
/// differentiates, and what is alike shared. The values of the parameters are those that branches are judged by.
/// The error is a sentence.
tl::expected<std::vector<expr::Expr>, std::string>
prepared(const std::vector<expr::Expr>& expressions, const Dialect& dialect, const ParameterValues& parameters);

}  // namespace actlab::exporting
