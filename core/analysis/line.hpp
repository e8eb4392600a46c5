#pragma once

#include <optional>
#include <span>

#include "core/activation/activation.hpp"

namespace actlab::analysis {

/// slope · x + offset.
struct Line {
    double slope = 0, offset = 0;
};

/// The line that an expression is at these parameters; nullopt where it bends or that is not plain to see.
std::optional<Line> lineOf(const expr::Expr& e, std::span<const activation::Parameter> parameters);

}  // namespace actlab::analysis
