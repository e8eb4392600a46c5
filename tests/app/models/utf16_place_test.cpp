#include "app/models/utf16_place.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

TEST(Utf16Place, countsTwoForWhatIsBeyondTheBasicPlane)
{
    const QString text = QString::fromUtf8("α𝑥+1");
    EXPECT_EQ(utf16Place(text, 0), 0);
    EXPECT_EQ(utf16Place(text, 1), 1);
    EXPECT_EQ(utf16Place(text, 2), 3);
    EXPECT_EQ(utf16Place(text, 4), 5);
}

TEST(Utf16Place, endsAtTheEnd)
{
    EXPECT_EQ(utf16Place("x", 7), 1);
    EXPECT_EQ(utf16Place({}, 1), 0);
}

TEST(CodePointPlace, isTheOtherWayRound)
{
    const QString text = QString::fromUtf8("α𝑥+1");
    for (std::size_t place = 0; place <= 4; ++place)
        EXPECT_EQ(codePointPlace(text, utf16Place(text, place)), place);
    EXPECT_EQ(codePointPlace("x", 9), 1U);
}

}  // namespace
}  // namespace actlab::models
