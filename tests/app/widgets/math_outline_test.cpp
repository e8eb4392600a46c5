#include "app/widgets/math_outline.hpp"

#include "app/widgets/math_layout.hpp"
#include "app/widgets/math_reading.hpp"

#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

MathBox boxOf(const QString& formula)
{
    return layOut(readForDisplay(formula).value(), mathExtent, 18).value();
}

TEST(MathOutline, staysInsideTheBoxItWasSetIn)
{
    for (const char* formula :
         {"x", "{x < 0: alpha*(exp(x)-1), x < 1: x^2/(1+sqrt(x)), abs(x)}", "floor(x)^j", "cbrt(x)/(1+exp(-x))"}) {
        const MathBox box = boxOf(formula);
        const QRectF ink = outlineOf(box).boundingRect();
        EXPECT_TRUE(box.rect().adjusted(-2, -2, 2, 2).contains(ink)) << formula;
        EXPECT_GT(ink.width(), 0.6 * box.width) << formula;
    }
}

TEST(MathOutline, growsWithTheTypeWithoutRounding)
{
    const MathExtent small = mathExtent("x", MathFace::Italic, 10), large = mathExtent("x", MathFace::Italic, 35);
    EXPECT_NEAR(large.width, 3.5 * small.width, 1e-9);
}

}  // namespace
}  // namespace actlab::widgets
