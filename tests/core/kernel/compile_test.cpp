#include "tests/core/kernel/values.hpp"

#include "core/expr/differentiate.hpp"

#include <algorithm>

namespace actlab::kernel {
namespace {

using testing::meaningOf;
using testing::programOf;
using testing::valuesOf;

std::size_t count(const Program& program, Op op)
{
    return static_cast<std::size_t>(std::ranges::count(program.instructions(), op, &Instruction::op));
}

TEST(Compile, writesACommonSubexpressionOnce)
{
    EXPECT_EQ(count(programOf({"exp(x)*exp(x) + exp(x)"}), Op::Call), 1U);
    EXPECT_EQ(programOf({"(x + 1)*(x + 1)"}).instructions().size(), 4U);  // x, 1, +, *
}

TEST(Compile, findsWhatIsCommonByStructureNotByNode)
{
    const expr::Expr left = meaningOf("tanh(2*x + 1)"), right = meaningOf("tanh(2*x + 1)");
    ASSERT_NE(&left.node(), &right.node());
    EXPECT_EQ(compile(std::vector{left + right}, {}).instructions().size(),
              compile(std::vector{left}, {}).instructions().size() + 1);
}

TEST(Compile, sharesBetweenOutputs)
{
    const expr::Expr f = meaningOf("x*sigmoid(x)");
    const Program both = compile(std::vector{f, *expr::differentiate(f)}, {});
    EXPECT_EQ(both.outputCount(), 2U);
    EXPECT_EQ(count(both, Op::Call), 2U);  // sigmoid(x), sigmoid(-x)
    const Program same = programOf({"exp(x)", "exp(x)"});
    EXPECT_EQ(same.outputSlots()[0], same.outputSlots()[1]);
}

TEST(Compile, keepsDifferentOperationsApart)
{
    EXPECT_EQ(count(programOf({"x - 1 + (1 - x)"}), Op::Subtract), 2U);
    EXPECT_EQ(count(programOf({"a*x + b*x"}, {"a", "b"}), Op::Parameter), 2U);
}

TEST(Compile, keepsMinusZeroApartFromZero)
{
    const expr::Expr x = expr::variable();
    const Program program = compile(std::vector{x * expr::number(0.0), x * expr::number(-0.0)}, {});
    EXPECT_EQ(program.constants().size(), 2U);
}

TEST(Compile, writesSmallWholePowersAsProducts)
{
    EXPECT_EQ(count(programOf({"x^3"}), Op::Multiply), 2U);
    EXPECT_EQ(count(programOf({"x^8"}), Op::Multiply), 3U);
    EXPECT_EQ(count(programOf({"x^3"}), Op::Power), 0U);
    EXPECT_EQ(count(programOf({"x^-2"}), Op::Divide), 1U);
    EXPECT_EQ(count(programOf({"x^2.5"}), Op::Power), 1U);
    EXPECT_EQ(count(programOf({"x^a"}, {"a"}), Op::Power), 1U);
}

TEST(Compile, givesEveryPieceASelect)
{
    EXPECT_EQ(count(programOf({"{x < 0: 0, x < 1: x, x < 2: 1, 5}"}), Op::Select), 3U);
}

TEST(Compile, staysLinearWhereSharingMakesTreesExponential)
{
    expr::Expr e = expr::variable();
    for (int i = 0; i < 100; ++i)
        e = e + e;
    EXPECT_EQ(compile(std::vector{e}, {}).instructions().size(), 101U);
}

TEST(Compile, takesParametersInTheOrderGiven)
{
    const Program program = programOf({"a - b"}, {"b", "a"});
    EXPECT_EQ(program.parameterCount(), 2U);
    EXPECT_EQ(valuesOf<double>(program, {0}, {1, 10})[0][0], 9);
}

}  // namespace
}  // namespace actlab::kernel
