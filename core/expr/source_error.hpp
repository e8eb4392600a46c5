#pragma once

#include <cstddef>
#include <string>

#include <tl/expected.hpp>

namespace actlab::expr {

/// Half-open range [begin, end) of code points in the text a person typed.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
};

/// What is wrong, where, and what may help. `hint` is empty or a full sentence.
struct SourceError {
    std::string message;
    Span span;
    std::string hint;
    bool operator==(const SourceError&) const = default;
};

template <class T>
using Result = tl::expected<T, SourceError>;

}  // namespace actlab::expr
