#include "core/importing/lines.hpp"

#include <gtest/gtest.h>

namespace actlab::importing {
namespace {

TEST(Lines, keepTheirPlacesInTheFile)
{
    const std::u32string file = U"a = 1  # one\n\n\tb = (2,\n   3); c\n";
    const auto lines = linesOf(file);
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->size(), 3U);
    EXPECT_EQ((*lines)[0].text, U"a = 1");
    EXPECT_EQ((*lines)[1].indent, 8U);
    EXPECT_EQ((*lines)[1].begin, file.find(U'b'));
    EXPECT_EQ((*lines)[1].text, U"b = (2,    3)");
    EXPECT_EQ((*lines)[2].begin, file.find(U'c'));
    EXPECT_TRUE((*lines)[2].followsSemicolon);
}

TEST(Lines, leaveHashesAndBracketsInTextsAlone)
{
    const auto lines = linesOf(U"a = '# (' + \"\\\"(\" \nb = '''\n(#'''\n");
    ASSERT_TRUE(lines);
    EXPECT_EQ(lines->size(), 2U);
}

TEST(Lines, pointAtWhatIsNeverClosed)
{
    EXPECT_EQ(linesOf(U"a = (1 + [2\nb = 3").error().span.begin, 9U);
    EXPECT_EQ(linesOf(U"a = 'text\nb = 3").error().span.begin, 4U);
    EXPECT_EQ(linesOf(U"a\n\"\"\"text\n").error().span.begin, 2U);
}

}  // namespace
}  // namespace actlab::importing
