#include "core/analysis/line.hpp"

#include "core/expr/parser.hpp"

#include <gtest/gtest.h>

namespace actlab::analysis {
namespace {

std::optional<Line> line(std::string_view text)
{
    const std::vector<activation::Parameter> parameters{{"a", 2}, {"b", -3}};
    return lineOf(expr::parse(text).value(), parameters);
}

void expectLine(std::string_view text, double slope, double offset)
{
    const auto read = line(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->slope, slope) << text;
    EXPECT_EQ(read->offset, offset) << text;
}

TEST(Line, isReadFromSumsAndProductsWithParameters)
{
    expectLine("x", 1, 0);
    expectLine("7", 0, 7);
    expectLine("a*x + b", 2, -3);
    expectLine("-(x - a)/4", -0.25, 0.5);
    expectLine("x*a*b - x", -7, 0);
    expectLine("sqrt(4)*x + 2^3", 2, 8);
    expectLine("x^1 - abs(b)", 1, -3);
}

TEST(Line, isNotSeenInWhatBends)
{
    for (const auto* text : {"x*x", "x^2", "1/x", "exp(x)", "abs(x)", "x < 0 ? x : 2*x", "unknown*x", "x/0", "a^x"})
        EXPECT_FALSE(line(text)) << text;
}

}  // namespace
}  // namespace actlab::analysis
