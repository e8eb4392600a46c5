#pragma once

#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace actlab::expr {

// How a failing test shows our values.
inline void PrintTo(const Expr& e, std::ostream* out)
{
    *out << print(e);
}
inline void PrintTo(const Span& span, std::ostream* out)
{
    *out << '[' << span.begin << ", " << span.end << ')';
}

/// The expression that `text` means, which has to be right.
inline Expr meaningOf(std::string_view text, const Library& library = {})
{
    const auto e = parse(text, library);
    EXPECT_TRUE(e) << text << ": " << (e ? "" : e.error().message);
    return e ? *e : parameter("unreadable");
}

/// What is wrong with `text`, which has to be wrong.
inline SourceError errorIn(std::string_view text, const Library& library = {})
{
    const auto e = parse(text, library);
    EXPECT_FALSE(e) << text << " reads as " << (e ? print(*e) : "");
    return e ? SourceError{} : e.error();
}

}  // namespace actlab::expr
