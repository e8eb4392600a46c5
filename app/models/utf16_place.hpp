#pragma once

#include <QString>
#include <cstddef>

namespace actlab::models {

/// The place in UTF-16, as Qt counts, of a place in code points, as errors count. One past the end is the end.
qsizetype utf16Place(const QString& text, std::size_t codePoint);
/// The other way round.
std::size_t codePointPlace(const QString& text, qsizetype utf16);

}  // namespace actlab::models
