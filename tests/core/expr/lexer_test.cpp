#include "core/expr/lexer.hpp"

#include "core/expr/code_points.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace actlab::expr {

namespace {

/// The tokens' texts with blanks between.
std::string cut(std::string_view text)
{
    const auto tokens = tokenize(text);
    if (!tokens)
        return "error: " + tokens.error().message;
    std::string all;
    for (const Token& token : *tokens)
        all += (all.empty() || token.kind == TokenKind::End ? "" : " ") + token.text;
    return all;
}

Span spanOf(std::string_view text, std::size_t token)
{
    const auto tokens = tokenize(text);
    EXPECT_TRUE(tokens && tokens->size() > token) << text;
    return tokens && tokens->size() > token ? (*tokens)[token].span : Span{};
}

SourceError errorOf(std::string_view text)
{
    const auto tokens = tokenize(text);
    EXPECT_FALSE(tokens) << text;
    return tokens ? SourceError{} : tokens.error();
}

TEST(Lexer, readsNumbers)
{
    for (const auto& [text, value] : std::initializer_list<std::pair<const char*, double>>{
             {"1", 1}, {".5", 0.5}, {"5.", 5}, {"1e-3", 1e-3}, {"1E+3", 1e3}, {"2.5e2", 250}, {"5e-324", 5e-324}}) {
        const auto tokens = tokenize(text);
        ASSERT_TRUE(tokens) << text;
        EXPECT_EQ(tokens->size(), 2) << text;
        EXPECT_EQ(tokens->front().value, value) << text;
    }
}

TEST(Lexer, endsANumberWhereAnExponentHasNoDigits)
{
    EXPECT_EQ(cut("2e"), "2 e");
    EXPECT_EQ(cut("2e+x"), "2 e + x");
    EXPECT_EQ(cut("1.2.3"), "1.2 .3");
}

TEST(Lexer, refusesNumbersThatFloat64DoesNotHold)
{
    EXPECT_EQ(errorOf("x + 1e999").span, (Span{4, 9}));
    EXPECT_NE(errorOf("1e-999").hint.find("4.94e-324"), std::string::npos);
    EXPECT_LT(errorOf(std::string(400, '9')).message.size(), 100);
}

TEST(Lexer, spellsEverySymbolOneWay)
{
    EXPECT_EQ(cut("a**b && c || !d"), "a ^ b and c or not d");
    EXPECT_EQ(cut("a & b | c"), "a and b or c");
    EXPECT_EQ(cut("a<=b>=c==d!=e<f>g=h"), "a <= b >= c == d != e < f > g = h");
}

TEST(Lexer, readsFullWidthCharactersAsTheirAsciiTwins)
{
    EXPECT_EQ(cut("ｍａｘ（ｘ，１．５）"), "max ( x , 1.5 )");
    EXPECT_EQ(cut("｛ｘ＜０：１；ｘ＞＝＝＋－＊／？｝"), "{ x < 0 : 1 ; x >= = + - * / ? }");
    EXPECT_EQ(cut("x　＞　0、1"), "x > 0 , 1");
}

TEST(Lexer, readsMathematicalCharacters)
{
    EXPECT_EQ(cut("x−1×2÷3·4⋅5"), "x - 1 * 2 / 3 * 4 * 5");
    EXPECT_EQ(cut("a≤b≥c≠d"), "a <= b >= c != d");
    EXPECT_EQ(cut("x²+y³"), "x ^ 2 + y ^ 3");
    EXPECT_EQ(cut("a∧b∨¬c"), "a and b or not c");
    EXPECT_EQ(cut("-∞"), "- inf");
}

TEST(Lexer, keepsPiApartFromItsNeighbours)
{
    EXPECT_EQ(cut("2π"), "2 pi");
    EXPECT_EQ(cut("aπ"), "a pi");
    EXPECT_EQ(spanOf("aπ", 1), (Span{1, 2}));
}

TEST(Lexer, knowsGreekAndChineseNames)
{
    EXPECT_EQ(cut("α1*β_2 + 斜率"), "α1 * β_2 + 斜率");
}

TEST(Lexer, tellsKeywordsFromNamesThatBeginLikeThem)
{
    const auto tokens = tokenize("not nota android if iff");
    ASSERT_TRUE(tokens);
    EXPECT_EQ((*tokens)[0].kind, TokenKind::Symbol);
    EXPECT_EQ((*tokens)[1].kind, TokenKind::Name);
    EXPECT_EQ((*tokens)[2].kind, TokenKind::Name);
    EXPECT_EQ((*tokens)[3].kind, TokenKind::Symbol);
    EXPECT_EQ((*tokens)[4].kind, TokenKind::Name);
}

TEST(Lexer, countsPlacesInCodePoints)
{
    EXPECT_EQ(spanOf("α + β²", 2), (Span{4, 5}));
    EXPECT_EQ(spanOf("α + β²", 3), (Span{5, 6}));
    EXPECT_EQ(spanOf("α + β²", 4), (Span{5, 6}));
    EXPECT_EQ(spanOf("α + β²  ", 5), (Span{8, 8}));
}

TEST(Lexer, overlooksWhiteSpaceAndAByteOrderMark)
{
    EXPECT_EQ(cut("\xEF\xBB\xBF x\t+\r\n1\xC2\xA0"), "x + 1");
    EXPECT_EQ(cut(""), "");
}

TEST(Lexer, refusesCharactersWithoutMeaning)
{
    EXPECT_EQ(errorOf("x $ 1"), (SourceError{"the character `$` has no meaning here", {2, 3}, ""}));
    EXPECT_EQ(errorOf("1😀").span, (Span{1, 2}));
    EXPECT_EQ(errorOf("x\u037E").span, (Span{1, 2}));
}

TEST(Lexer, namesInvisibleCharactersByTheirNumber)
{
    EXPECT_EQ(errorOf(std::string_view("x\0", 2)).message, "the character U+0000 has no meaning here");
    EXPECT_EQ(errorOf("x\u200B").message, "the character U+200B has no meaning here");
}

TEST(Lexer, refusesBytesThatAreNotUtf8)
{
    for (const char* text :
         {"x\xFF", "x\x80", "x\xC3", "x\xC0\xAF", "x\xED\xA0\x80", "x\xF4\x90\x80\x80", "x\xE2\x82"})
        EXPECT_EQ(errorOf(text), (SourceError{"the text is not valid UTF-8 here", {1, 1}, ""}));
}

TEST(Lexer, refusesTextsThatAreTooLong)
{
    EXPECT_TRUE(tokenize(std::string(4'096, 'x')));
    const SourceError error = errorOf(std::string(4'097, 'x'));
    EXPECT_EQ(error.message, "the formula is longer than 4096 characters");
    EXPECT_EQ(error.span, (Span{4'096, 4'097}));
}

TEST(CodePoints, encodeUndoesDecode)
{
    for (const std::string text : {"a", "é", "π", "（", "😀"}) {
        const auto points = decode(text);
        ASSERT_TRUE(points) << text;
        ASSERT_EQ(points->size(), 1);
        EXPECT_EQ(encode(points->front()), text);
    }
}

}  // namespace

}  // namespace actlab::expr
