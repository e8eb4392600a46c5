#include "core/exporting/source_text.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <limits>

namespace actlab::exporting {
namespace {

TEST(SourceText, keepsOnOneLineWhatAPersonWrote)
{
    EXPECT_EQ(oneLine("a\nb\r\tc"), "a b  c");
    EXPECT_EQ(oneLine("斜率 α"), "斜率 α");
    EXPECT_EQ(oneLine("\u202Eleft\u2066"), " left ");
    EXPECT_EQ(oneLine("bad\xFF!"), "bad?!");
}

TEST(SourceText, leavesNoWayOutOfAPythonString)
{
    EXPECT_EQ(pythonQuoted(R"(""" + x)"), R"(\"\"\" + x)");
    EXPECT_EQ(pythonQuoted(R"(ends with \)"), R"(ends with \\)");
}

TEST(SourceText, breaksLongLinesAtSpaces)
{
    EXPECT_EQ(wrapped("one two three", 8), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(wrapped("unbreakable word", 5), (std::vector<std::string>{"unbreakable", "word"}));
    EXPECT_EQ(wrapped("f(a = 1, b = 2)", 9, ", "), (std::vector<std::string>{"f(a = 1,", "b = 2)"}));
    EXPECT_EQ(wrapped("", 5), std::vector<std::string>{""});
}

TEST(SourceText, fillsPatternsInOnePass)
{
    EXPECT_EQ(filledIn("f(%u, %v)", {"%v", "b"}), "f(%v, b)");
    EXPECT_EQ(filledIn("100% of %u", {"a"}), "100% of a");
}

TEST(SourceText, writesNumbersThatReadBack)
{
    EXPECT_EQ(literal(1), "1.0");
    EXPECT_EQ(literal(0.1), "0.1");
    EXPECT_EQ(literal(-0.0), "-0.0");
    EXPECT_EQ(literal(1e300), "1e+300");
    constexpr double kTiny = 3 * std::numeric_limits<double>::denorm_min();
    const std::string digits = literal(kTiny);
    double back = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), back);
    EXPECT_EQ(back, kTiny);
}

}  // namespace
}  // namespace actlab::exporting
