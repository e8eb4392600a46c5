#pragma once

#include "core/workspace/document.hpp"

namespace actlab::workspace {

/// A document in which every field differs from its default.
Document fullDocument();

/// Every field, NaN equal to NaN.
void expectSame(const Document& a, const Document& b);

}  // namespace actlab::workspace
