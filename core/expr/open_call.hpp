#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/expr/source_error.hpp"

namespace actlab::expr {

/// A call that a place in a text lies in the brackets of.
struct OpenCall {
    std::string name;      ///< without the module
    std::size_t begin;     ///< of the name, in code points
    std::size_t argument;  ///< the place lies in this one, counted from 0; of a method the value before the dot is 0
    std::string keyword;   ///< of that argument, where it has one
    bool operator==(const OpenCall&) const = default;
};

/// The innermost one around a place (in code points) of a text that may still be half written: only what stands
/// before the place is read.
std::optional<OpenCall> openCallAt(std::string_view text, std::size_t place);

/// The name that a person is typing at a place (in code points): its span, which ends there; an empty one where a
/// name could begin. nullopt inside a longer name, and where no name can stand: behind a number, a value or a dot.
std::optional<Span> nameBefore(std::string_view text, std::size_t place);

}  // namespace actlab::expr
