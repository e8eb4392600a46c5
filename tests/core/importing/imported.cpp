#include "tests/core/importing/imported.hpp"

#include <gtest/gtest.h>

namespace actlab::importing {

std::string formulaOf(const std::string& python)
{
    const auto imported = importPython(python);
    if (!imported)
        return std::to_string(imported.error().line) + ":" + std::to_string(imported.error().column) + ": " +
               imported.error().message;
    EXPECT_EQ(imported->functions.size(), 1U) << python;
    return imported->functions.front().definition.formula;
}

std::string formulaOfBody(const std::string& body)
{
    std::string text = "def f(x):\n    ";
    for (const char c : body)
        text += c == '\n' ? std::string("\n    ") : std::string(1, c);
    return formulaOf(text);
}

ImportedFunction functionIn(const std::string& python)
{
    auto imported = importPython(python);
    if (!imported || imported->functions.size() != 1) {
        ADD_FAILURE() << (imported ? "not one function" : imported.error().message) << " in\n" << python;
        return {};
    }
    return std::move(imported->functions.front());
}

}  // namespace actlab::importing
