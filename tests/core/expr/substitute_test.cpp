#include "core/expr/substitute.hpp"

#include "meaning_of.hpp"

namespace actlab::expr {

namespace {

std::optional<Expr> keep(std::string_view)
{
    return std::nullopt;
}

TEST(Substitute, putsTheInputForEveryX)
{
    EXPECT_EQ(substitute(meaningOf("x*sigmoid(a*x) + {x < 0: x, 1}"), meaningOf("2*x"), keep),
              meaningOf("(2*x)*sigmoid(a*(2*x)) + {2*x < 0: 2*x, 1}"));
}

TEST(Substitute, doesNotLookIntoWhatItPutIn)
{
    EXPECT_EQ(substitute(meaningOf("x + 1"), meaningOf("x + a"), [](std::string_view) { return number(7); }),
              meaningOf("(x + a) + 1"));
}

TEST(Substitute, replacesTheParametersThatHaveAReplacement)
{
    const auto forA = [](std::string_view name) {
        return name == "a" ? std::optional(meaningOf("b + 1")) : std::nullopt;
    };
    EXPECT_EQ(substitute(meaningOf("a*x + b*a"), variable(), forA), meaningOf("(b + 1)*x + b*(b + 1)"));
}

TEST(Substitute, leavesTheNodeAloneWhereNothingIsReplaced)
{
    const Expr e = meaningOf("tanh(a) + 1");
    EXPECT_EQ(substitute(e, meaningOf("2*x"), keep).shared(), e.shared());
}

TEST(Substitute, keepsWhatIsShared)
{
    Expr e = variable();
    for (int i = 0; i < 60; ++i)
        e = e + e;
    EXPECT_EQ(distinctNodes(substitute(e, meaningOf("2*x"), keep)), 60U + 3U);
}

TEST(Substitute, keepsTheCanonicalFormOfNegativeNumbers)
{
    EXPECT_EQ(substitute(meaningOf("-x"), number(3), keep), number(-3));
}

}  // namespace

}  // namespace actlab::expr
