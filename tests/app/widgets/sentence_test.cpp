#include "app/widgets/sentence.hpp"

#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

TEST(Sentence, beginsWithACapitalAndEndsWithAFullStop)
{
    EXPECT_EQ(asSentence("the formula is empty"), "The formula is empty.");
    EXPECT_EQ(asSentence("Training broke off."), "Training broke off.");
    EXPECT_EQ(asSentence("α is missing"), QString::fromUtf8("Α is missing."));
    EXPECT_EQ(asSentence(""), "");
}

}  // namespace
}  // namespace actlab::widgets
