#include "core/expr/open_call.hpp"

#include <gtest/gtest.h>

namespace actlab::expr {
namespace {

/// The place of the bar, which is taken out of the text.
std::size_t placeIn(std::string& text)
{
    const std::size_t place = text.find('|');
    text.erase(place, 1);
    return place;
}

std::optional<OpenCall> callIn(std::string text)
{
    const std::size_t place = placeIn(text);
    return openCallAt(text, place);
}

std::string nameIn(std::string text)
{
    const std::size_t place = placeIn(text);
    const auto span = nameBefore(text, place);
    return span ? text.substr(span->begin, span->end - span->begin) : "none";
}

TEST(OpenCall, isTheOneWhoseBracketsHoldThePlace)
{
    EXPECT_EQ(callIn("tanh(|"), (OpenCall{"tanh", 0, 0, ""}));
    EXPECT_EQ(callIn("1 + tanh(x|)"), (OpenCall{"tanh", 4, 0, ""}));
    EXPECT_EQ(callIn("tanh(x)|"), std::nullopt);
    EXPECT_EQ(callIn("tanh|(x)"), std::nullopt);
    EXPECT_EQ(callIn("(x + |1)"), std::nullopt);
}

TEST(OpenCall, countsArgumentsOfTheInnermostCall)
{
    EXPECT_EQ(callIn("max(x, |"), (OpenCall{"max", 0, 1, ""}));
    EXPECT_EQ(callIn("max(min(x, 1), (2 + |x"), (OpenCall{"max", 0, 1, ""}));
    EXPECT_EQ(callIn("max(min(x, |1), 2)"), (OpenCall{"min", 4, 1, ""}));
    EXPECT_EQ(callIn("max({x < 0: 1, |2}, 3)"), (OpenCall{"max", 0, 0, ""}));
}

TEST(OpenCall, knowsTheKeywordAndTheValueOfAMethod)
{
    EXPECT_EQ(callIn("elu(x, alpha=|2)"), (OpenCall{"elu", 0, 1, "alpha"}));
    EXPECT_EQ(callIn("x.clamp(min=|"), (OpenCall{"clamp", 2, 1, "min"}));
    EXPECT_EQ(callIn("torch.clamp(|x)"), (OpenCall{"clamp", 6, 0, ""}));
}

TEST(OpenCall, readsWhatIsWrongElsewhere)
{
    EXPECT_EQ(callIn("max(x, | $ ) ) ("), (OpenCall{"max", 0, 1, ""}));
    EXPECT_EQ(callIn(")) max(|"), (OpenCall{"max", 3, 0, ""}));
    EXPECT_EQ(callIn("$ max(|"), std::nullopt);
    EXPECT_EQ(openCallAt("\xff(", 2), std::nullopt);
    EXPECT_EQ(openCallAt("max(", 99), (OpenCall{"max", 0, 0, ""}));
    EXPECT_EQ(openCallAt("", 0), std::nullopt);
}

TEST(OpenCall, readsFullWidthBracketsAndCommas)
{
    const auto call = openCallAt("最大（x，", 5);
    EXPECT_EQ(call, (OpenCall{"最大", 0, 1, ""}));
}

TEST(NameBefore, isWhatIsBeingTyped)
{
    EXPECT_EQ(nameIn("1 + ta|"), "ta");
    EXPECT_EQ(nameIn("max(ta|, 1)"), "ta");
    EXPECT_EQ(nameIn("leaky_r|"), "leaky_r");
    EXPECT_EQ(nameBefore("π*ta", 4), (Span{2, 4}));
}

TEST(NameBefore, isNothingBehindANumberInsideANameOrBehindAValue)
{
    for (const char* text : {"12|", "1e|", "2ta|", "2 ta|", "x ta|", "f(x)ta|", "ta|nh(x)", "|tanh", "x.cl|",
                             "x and|", "x |", "(x)|", "ta|2"})
        EXPECT_EQ(nameIn(text), "none") << text;
}

TEST(NameBefore, isEmptyWhereANameCouldBegin)
{
    for (const char* text : {"|", "x + |", "max(|", "max(|)", "x and |", "{x < 0: |", "-|"})
        EXPECT_EQ(nameIn(text), "") << text;
    EXPECT_EQ(nameIn("ta| nh"), "ta");
}

}  // namespace
}  // namespace actlab::expr
