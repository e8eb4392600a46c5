#include "meaning_of.hpp"
#include "random_expression.hpp"

#include <functional>
#include <iostream>

namespace actlab::expr {

namespace {

TEST(RoundTrip, parseReadsBackWhateverPrintWrites)
{
    RandomExpression random(20'240'607);
    const int wanted = formulasWanted(8'000);
    int compared = 0;
    for (int i = 0; i < wanted; ++i) {
        const Expr e = random.value(1 + i % 5);
        const std::string text = print(e);
        if (text.size() > Limits::codePoints || parametersOf(e).size() > Limits::parameters)
            continue;
        const auto back = parse(text);
        ASSERT_TRUE(back) << text << ": " << back.error().message;
        ASSERT_EQ(*back, e) << text;
        ASSERT_EQ(print(*back), text);
        ++compared;
    }
    std::cout << compared << " of " << wanted << " formulas printed and read back\n";
    EXPECT_GT(compared, wanted * 15 / 16);
}

TEST(RoundTrip, readsBackConditionsToo)
{
    RandomExpression random(3);
    const int wanted = formulasWanted(2'000);
    for (int i = 0; i < wanted; ++i) {
        const Expr e = random.condition(1 + i % 4);
        ASSERT_EQ(meaningOf(print(e)), e);
    }
}

/// Nests with `step` as deep as the limit allows, and asks for the way there and back.
void expectRoundTripAtTheLimit(const std::function<Expr(Expr)>& step)
{
    Expr e = variable();
    for (Expr next = step(e); next.node().depth <= Limits::depth; next = step(e))
        e = next;
    const std::string text = print(e);
    ASSERT_LE(text.size(), Limits::codePoints) << text;
    EXPECT_EQ(meaningOf(text), e) << text;
}

TEST(RoundTrip, holdsAtTheGreatestDepth)
{
    const Expr x = variable();
    const auto power = [](Expr a, Expr b) { return binary(BinaryOp::Power, std::move(a), std::move(b)); };
    expectRoundTripAtTheLimit([&](const Expr& e) { return x + e; });
    expectRoundTripAtTheLimit([&](const Expr& e) { return e - x; });
    expectRoundTripAtTheLimit([&](const Expr& e) { return x / e; });
    expectRoundTripAtTheLimit([&](const Expr& e) { return -e; });
    expectRoundTripAtTheLimit([&](const Expr& e) { return -(x * e); });
    expectRoundTripAtTheLimit([&](const Expr& e) { return power(-e, x); });
    expectRoundTripAtTheLimit([&](const Expr& e) { return power(x, e); });
    expectRoundTripAtTheLimit([&](const Expr& e) { return power(x, power(-e, x)); });
    expectRoundTripAtTheLimit([&](const Expr& e) { return call("exp", {e}); });
    expectRoundTripAtTheLimit([&](const Expr& e) { return x * call("sin", {e}); });
    expectRoundTripAtTheLimit([&](const Expr& e) { return negation(compare(CompareOp::Less, e, x)); });
    expectRoundTripAtTheLimit([&](const Expr& e) { return power(x, negation(compare(CompareOp::Less, e, x))); });
    expectRoundTripAtTheLimit([&](const Expr& e) { return x * piecewise({{compare(CompareOp::Less, x, x), e}}, x); });
}

}  // namespace

}  // namespace actlab::expr
