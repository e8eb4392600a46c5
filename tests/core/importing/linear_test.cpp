#include "core/importing/linear.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/token_reader.hpp"

#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

std::string factor(const std::string& formula)
{
    try {
        return expr::print(linearFactor(*expr::parse(formula), "g"));
    } catch (const expr::Failure& failure) {
        return failure.error.message;
    }
}

TEST(LinearFactor, isWhatTheParameterIsMultipliedBy)
{
    EXPECT_EQ(factor("g"), "1");
    EXPECT_EQ(factor("g*sigmoid(x)"), "sigmoid(x)");
    EXPECT_EQ(factor("{x < 0: 0, x < 1: x*g, -g}"), "{x < 0: 0, x < 1: x, -1}");
    EXPECT_EQ(factor("g/2 + x*g*0"), "0.5");
}

TEST(LinearFactor, isRefusedWhereThereIsNone)
{
    for (const char* formula : {"g*g", "g + 1", "exp(g)", "x/g", "{g > 0: g, 0}", "{x < 0: 1, g}", "x"})
        EXPECT_NE(factor(formula).find("what backward returns"), std::string::npos) << formula;
}

}  // namespace
}  // namespace actlab::importing
