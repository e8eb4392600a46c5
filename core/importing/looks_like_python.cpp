#include "core/importing/python.hpp"

#include <algorithm>
#include <array>

namespace actlab::importing {

namespace {

/// How a line of Python begins, and what such a line holds further on: a novel has lines that begin with "from" too.
struct Shape {
    std::string_view beginning, rest;
};
constexpr std::array<Shape, 7> kShapes{{{"def ", "("},
                                        {"async def ", "("},
                                        {"class ", ":"},
                                        {"from ", " import "},
                                        {"import ", ""},
                                        {"@torch.", ""},
                                        {"@staticmethod", ""}}};

std::string_view withoutIndent(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r");
    return first == line.npos ? std::string_view() : line.substr(first);
}

/// "f = lambda x: …"
bool namesALambda(std::string_view line)
{
    const auto equals = line.find('=');
    return equals != line.npos && withoutIndent(line.substr(equals + 1)).starts_with("lambda ");
}

/// "import os", "import numpy as np, math": words without other marks, of which one ends a sentence.
bool namesModules(std::string_view line)
{
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
               c == ',' || c == ' ' || c == '\r' || c == '#';
    };
    const bool isOneName = std::ranges::count(line, ' ') == 1;
    const bool isRenamed = line.find(" as ") != line.npos || line.find(',') != line.npos;
    return std::ranges::all_of(line, isPart) && !line.ends_with('.') && (isOneName || isRenamed);
}

bool beginsPython(std::string_view line)
{
    const auto fits = [&](const Shape& shape) {
        return line.starts_with(shape.beginning) && line.find(shape.rest, shape.beginning.size() - 1) != line.npos &&
               (shape.beginning != "import " || namesModules(line));
    };
    return std::ranges::any_of(kShapes, fits) || namesALambda(line);
}

}  // namespace

bool looksLikePython(std::string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (beginsPython(withoutIndent(text.substr(0, end))))
            return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

}  // namespace actlab::importing
