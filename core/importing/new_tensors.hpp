#pragma once

#include <optional>

#include "core/importing/values.hpp"

namespace actlab::importing {

/// A tensor that a call makes: torch.zeros_like(x), torch.full((n,), 0.25), torch.randn(n), whose elements nobody
/// knows. nullopt for other calls. Throws Failure.
std::optional<Expr> newTensor(const expr::WrittenCall& call, Values& values);

}  // namespace actlab::importing
