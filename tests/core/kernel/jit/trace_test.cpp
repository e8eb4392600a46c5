#include "core/kernel/jit/trace.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace actlab::kernel::jit {
namespace {

constexpr std::uint32_t kOne = 0x3F80'0000, kSign = 0x8000'0000;

std::size_t count(const Trace& trace, Do what)
{
    return static_cast<std::size_t>(std::ranges::count(trace.operations(), what, &Operation::what));
}

TEST(Trace, writesTheSameOperationOnce)
{
    Trace trace;
    const Number x = trace.add(Do::Array, 0), square = trace.add(Do::Multiply, x, x);
    EXPECT_EQ(trace.add(Do::Multiply, x, x), square);
    EXPECT_EQ(trace.constant(kOne), trace.constant(kOne));
    EXPECT_EQ(trace.operations().size(), 3U);
}

TEST(Trace, takesTheProcessorsExtremesForComparisonsThatChoose)
{
    Trace trace;
    const Number x = trace.add(Do::Array, 0), zero = trace.constant(0);
    trace.blend(trace.compare(Relation::Less, zero, x), x, zero);
    trace.blend(trace.compare(Relation::Less, x, zero), x, zero);
    EXPECT_EQ(count(trace, Do::Maximum), 1U);
    EXPECT_EQ(count(trace, Do::Minimum), 1U);
    trace.blend(trace.compare(Relation::LessEqual, x, zero), x, zero);  // another sign of zero
    EXPECT_EQ(count(trace, Do::Maximum) + count(trace, Do::Minimum), 2U);
}

TEST(Trace, choosesBetweenSomethingAndZeroByBits)
{
    Trace trace;
    const Number x = trace.add(Do::Array, 0), y = trace.add(Do::Array, 1), zero = trace.constant(0);
    const Number mask = trace.compare(Relation::Less, x, y);
    trace.blend(mask, trace.constant(kOne), zero);
    trace.blend(mask, zero, trace.constant(kOne));
    EXPECT_EQ(count(trace, Do::And), 1U);
    EXPECT_EQ(count(trace, Do::AndNot), 1U);
    EXPECT_EQ(trace.blend(mask, y, y), y);
    EXPECT_EQ(count(trace, Do::Blend), 0U);
}

TEST(Trace, takesSignsIntoTheProductThatIsAdded)
{
    Trace trace;
    const Number x = trace.add(Do::Array, 0), y = trace.add(Do::Array, 1);
    const Number sum = trace.multiplyAdd(trace.negate(x), y, trace.negate(y));
    EXPECT_EQ(trace.operations()[sum].in, (std::array<Number, 3>{x, y, y}));
    EXPECT_EQ(trace.operations()[sum].immediate, kNegateProduct + kSubtract);
    EXPECT_EQ(trace.multiplyAdd(trace.negate(x), trace.negate(y), x), trace.multiplyAdd(x, y, x));
    EXPECT_EQ(trace.negate(trace.constant(kOne)), trace.constant(kOne | kSign));
}

TEST(Trace, addsConstantsBeforehandAndDropsWhatIsShiftedOut)
{
    Trace trace;
    const Number x = trace.add(Do::Array, 0);
    EXPECT_EQ(trace.addWords(trace.addWords(x, 5), 0U - 3), trace.addWords(x, 2));
    EXPECT_EQ(trace.addWords(trace.addWords(x, 5), 0U - 5), x);
    EXPECT_EQ(trace.shiftLeft(trace.addWords(x, 0x4B40'0000), 23), trace.shiftLeft(x, 23));
    EXPECT_NE(trace.shiftLeft(trace.addWords(x, 127), 23), trace.shiftLeft(x, 23));
}

TEST(Trace, letsTheWaysOfATurnTakeTurns)
{
    Trace trace;
    for (const std::uint8_t way : {0, 1}) {
        trace.beginWay();
        Number v = trace.add(Do::Array, 0, 0, 0, way);
        for (int i = 0; i < 3; ++i)
            v = trace.add(Do::Root, v);
        trace.store(v, 1, way);
    }
    trace.finish();
    std::vector<std::size_t> roots;
    for (std::size_t i = 0; i < trace.operations().size(); ++i)
        if (const Operation& o = trace.operations()[i]; o.what == Do::Root) {
            roots.push_back(i);
            EXPECT_LT(o.in[0], i);
        }
    EXPECT_EQ(roots, (std::vector<std::size_t>{2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(trace.operations()[8].in[0], 6U);
    EXPECT_EQ(trace.operations()[9].in[0], 7U);
}

}  // namespace
}  // namespace actlab::kernel::jit
