#include "meaning_of.hpp"

namespace actlab::expr {

namespace {

std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

TEST(Limits, allowsExactlyTwoHundredBrackets)
{
    EXPECT_EQ(meaningOf(repeated("(", 200) + "x" + repeated(")", 200)), variable());
    const SourceError error = errorIn(repeated("(", 201) + "x" + repeated(")", 201));
    EXPECT_EQ(error.message, "the formula is nested more than 200 deep");
    EXPECT_EQ(error.span, (Span{200, 201}));
}

TEST(Limits, countsDepthInEveryKindOfNesting)
{
    for (const std::string& text :
         {repeated("-", 4'000) + "x", repeated("+", 4'000) + "x", repeated("not ", 1'000) + "x<0",
          repeated("x^", 2'000) + "x", repeated("exp(", 1'000), repeated("{x<0:", 800), repeated("x<0?1:", 600),
          repeated("x<0?", 1'000), repeated("(", 4'000), repeated("1 if x<0 else ", 250) + "x",
          repeated("x+", 2'000) + "x", repeated("x*", 2'000) + "x", repeated("x<", 2'000) + "x",
          repeated("x<0 or ", 500) + "x<0", "x" + repeated(".exp()", 500)})
        EXPECT_EQ(errorIn(text).message, "the formula is nested more than 200 deep") << text.substr(0, 20);
}

TEST(Limits, refusesAHundredThousandOfAnythingAtOnce)
{
    for (const char* text : {"(", "-", "{x<0:", "exp(", "not ", "x^"})
        EXPECT_EQ(errorIn(repeated(text, 100'000)).message, "the formula is longer than 4096 characters");
}

TEST(Limits, countsCharactersAndNotBytes)
{
    EXPECT_EQ(meaningOf(repeated("α", 4'096)), parameter(repeated("α", 4'096)));
}

/// A sum of `terms` different terms, as flat as can be.
std::string bushy(std::size_t terms)
{
    return terms == 1 ? "1" : "(" + bushy(terms / 2) + "+" + bushy(terms - terms / 2) + ")";
}

TEST(Limits, countsOperationsAndValues)
{
    EXPECT_EQ(distinctNodes(meaningOf(bushy(1'000))), 1'999);
    const NamedFunction many{"many", {}, meaningOf(bushy(900))};
    const Library library{[&](std::string_view name) { return name == "many" ? &many : nullptr; }, {}};
    EXPECT_EQ(errorIn("many(x) + many(x)", library).message, "the formula has more than 2000 operations and values");
}

TEST(Limits, refusesTheSeventeenthParameter)
{
    std::string sum = "p1";
    for (int i = 2; i <= 16; ++i)
        sum += "+p" + std::to_string(i);
    EXPECT_EQ(parametersOf(meaningOf(sum)).size(), 16);
    EXPECT_EQ(errorIn(sum + "+p17").message, "a function has at most 16 parameters");
}

TEST(Limits, refusesTheSixtyFifthPieceHoweverItIsSpelled)
{
    const char* message = "a function has at most 64 pieces";
    EXPECT_EQ(as<Piecewise>(meaningOf("{" + repeated("x<0: 1, ", 64) + "2}"))->pieces.size(), 64);
    EXPECT_EQ(errorIn("{" + repeated("x<0: 1, ", 65) + "2}").message, message);
    EXPECT_EQ(errorIn("1 + {" + repeated("x<0: 1, ", 65) + "2}").span, (Span{4, 4 + 65 * 8 + 3}));
    EXPECT_EQ(errorIn(repeated("x<0 ? 1 : ", 65) + "2").message, message);
    EXPECT_EQ(errorIn("1 + (" + repeated("x<0 ? 1 : ", 65) + "2)").message, message);
    EXPECT_EQ(errorIn("{" + repeated("x<0: 1, ", 40) + "{" + repeated("x<0: 1, ", 40) + "2}}").message, message);
}

}  // namespace

}  // namespace actlab::expr
