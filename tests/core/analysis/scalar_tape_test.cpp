#include "core/analysis/scalar_tape.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/parser.hpp"

#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace actlab::analysis {
namespace {

struct Compiled {
    kernel::Program program;
    std::vector<double> parameters;
};

Compiled compiled(std::string_view text)
{
    const std::vector<std::string> names{"a"};
    return {kernel::compile(std::array{expr::parse(text).value()}, names), {0.5}};
}

double limit(std::string_view text, double x, double beside)
{
    const auto [program, parameters] = compiled(text);
    return ScalarTape(program, parameters).towards(x, beside).front().limit;
}

/// NaN has no sign that counts.
bool isTheSame(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

TEST(ScalarTape, agreesWithTheProgramForEveryBuiltin)
{
    for (const auto& builtin : expr::builtins()) {
        std::string call(builtin.name);
        call += builtin.arity == 1 ? "(x)" : builtin.arity == 2 ? "(x, a)" : "(x, -a, a)";
        const auto [program, parameters] = compiled(call + " + (x < a) - x^2/3");
        ScalarTape tape(program, parameters);
        const std::vector<double> xs{-1.7, -0.5, -0.2, 0, 0.3, 0.5, 1, 1.5, 4.25};
        std::vector<double> ys(xs.size());
        program.evaluate<double>(xs, parameters, std::array{ys.data()});
        for (std::size_t i = 0; i < xs.size(); ++i)
            if (!std::isfinite(ys[i])) {
                EXPECT_TRUE(isTheSame(tape.at(xs[i]), ys[i])) << call << " at " << xs[i];
            } else {
                EXPECT_NEAR(tape.at(xs[i]), ys[i], 1e-13 * (1 + std::abs(ys[i]))) << call << " at " << xs[i];
            }
    }
}

TEST(ScalarTape, givesExactLimitsOfPieces)
{
    EXPECT_EQ(limit("{x < 1: x, 5}", 1, 0.9), 1);
    EXPECT_EQ(limit("{x < 1: x, 5}", 1, 1.1), 5);
}

TEST(ScalarTape, decidesStepsAndCornersBeside)
{
    EXPECT_EQ(limit("floor(x)", 2, 1.9), 1);
    EXPECT_EQ(limit("floor(x)", 2, 2.1), 2);
    EXPECT_EQ(limit("sign(x) + abs(x)", 0, -0.1), -1);
    EXPECT_EQ(limit("max(x, a)", 0.5, 0.6), 0.5);
    EXPECT_EQ(limit("clamp(2*x, 0, 1)", 0.5, 0.6), 1);
}

}  // namespace
}  // namespace actlab::analysis
