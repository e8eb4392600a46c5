#include "core/activation/piece_text.hpp"

#include <gtest/gtest.h>

namespace actlab::activation {
namespace {

/// "condition | value" of every part, each part in brackets.
std::string parts(std::string_view formula)
{
    const auto split = splitBraces(formula);
    if (!split)
        return "none";
    std::string text;
    for (const BracePart& part : *split)
        text += "[" + (part.condition ? std::string(*part.condition) + " | " : "") + std::string(part.value) + "]";
    return text;
}

TEST(PieceText, partsAtCommasAndColonsOutsideOfInnerBrackets)
{
    EXPECT_EQ(parts(" {x < 0: max(x, 1), {x < 1: 2, 3}} "), "[x < 0 | max(x, 1)][{x < 1: 2, 3}]");
    EXPECT_EQ(parts("｛x ＜ 0：1，2｝"), "[x ＜ 0 | 1][2]");
    EXPECT_EQ(parts("x"), "none");
    EXPECT_EQ(parts("{x} + {y}"), "none");
    EXPECT_EQ(parts(""), "none");
}

TEST(PieceText, readsABracketWithoutPartnerAsOrdinaryText)
{
    EXPECT_EQ(parts("{x < 0: (1, 2}"), "[x < 0 | (1][2]");
    EXPECT_EQ(parts("{x < 0: 1), 2}"), "[x < 0 | 1)][2]");
    EXPECT_EQ(parts("{x < 0: 1, 2"), "[x < 0 | 1][2]");
    EXPECT_EQ(parts("{([)], 2}"), "[([)]][2]");
}

TEST(PieceText, takesTimeInProportionToItsLength)
{
    const std::string opening(500'000, '('), closing(500'000, ']');
    EXPECT_EQ(splitBraces("{" + opening + closing + "}")->size(), 1U);
    EXPECT_EQ(splitBraces("{" + std::string(1'000'000, '{'))->size(), 1U);
}

}  // namespace
}  // namespace actlab::activation
