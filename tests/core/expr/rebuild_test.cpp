#include "core/expr/rebuild.hpp"

#include "core/expr/children.hpp"
#include "meaning_of.hpp"

namespace actlab::expr {

namespace {

std::vector<Expr> childrenOf(const Expr& e)
{
    std::vector<Expr> children;
    forEachChild(e, [&](const Expr& child) { children.push_back(child); });
    return children;
}

constexpr const char* kOneOfEachKind[] = {"7",
                                          "x",
                                          "a",
                                          "-x",
                                          "x + a",
                                          "x - a",
                                          "x*a",
                                          "x/a",
                                          "x^a",
                                          "x < a",
                                          "x < a and a < 1",
                                          "x < a or a < 1",
                                          "not x < a",
                                          "clamp(x, a, 1)",
                                          "{x < 0: a, x < 1: 2, x}"};

TEST(WithChildren, ofItsOwnChildrenIsTheSame)
{
    for (const char* text : kOneOfEachKind)
        EXPECT_EQ(withChildren(meaningOf(text), childrenOf(meaningOf(text))), meaningOf(text));
}

TEST(WithChildren, keepsThePlaceInTheText)
{
    const Expr e = meaningOf("1 + (x*a)");
    const Expr product = as<Sum>(e)->right;
    EXPECT_EQ(withChildren(product, std::array{number(2), number(3)}).node().span, product.node().span);
}

TEST(Rebuild, changesNothingWhereNothingIsReplaced)
{
    for (const char* text : kOneOfEachKind) {
        const Expr e = meaningOf(text);
        EXPECT_EQ(rebuild(e, [](const Expr&) { return std::nullopt; }).shared(), e.shared()) << text;
    }
}

TEST(Rebuild, showsEachNodeOnceAndAfterItsChildren)
{
    const Expr x = variable(), sum = x + x, e = sum * sum;
    std::vector<Expr> shown;
    rebuild(e, [&](const Expr& node) -> std::optional<Expr> {
        shown.push_back(node);
        return std::nullopt;
    });
    EXPECT_EQ(shown, (std::vector<Expr>{x, sum, e}));
}

TEST(Rebuild, showsANodeWithItsNewChildren)
{
    const Expr e = rebuild(meaningOf("-(x + 1)"), [](const Expr& node) -> std::optional<Expr> {
        if (as<Variable>(node))
            return number(4);
        if (as<Sum>(node))
            return as<Sum>(node)->left;
        return std::nullopt;
    });
    EXPECT_EQ(e, number(-4));
}

}  // namespace

}  // namespace actlab::expr
