#include "core/exporting/identifiers.hpp"

#include "core/exporting/reserved_words.hpp"

#include <gtest/gtest.h>

namespace actlab::exporting {
namespace {

TEST(Identifiers, spellNamesAsEachLanguageDoes)
{
    EXPECT_EQ(className("Leaky ReLU"), "LeakyReLU");
    EXPECT_EQ(className("leaky relu (mine)"), "LeakyReluMine");
    EXPECT_EQ(functionName("Leaky ReLU"), "leaky_relu");
    EXPECT_EQ(functionName("E-Swish"), "e_swish");
}

TEST(Identifiers, areNoKeywordsAndNoMacros)
{
    EXPECT_EQ(className("none"), "NoneActivation");
    EXPECT_EQ(className("NULL"), "NULLActivation");
    EXPECT_EQ(functionName("class"), "class_activation");
    EXPECT_EQ(Identifiers().forParameter("lambda"), "lambda_");
    EXPECT_EQ(Identifiers().forParameter("forward"), "forward_");
    EXPECT_TRUE(isReserved("x"));
}

TEST(Identifiers, comeOutOfAnyText)
{
    EXPECT_EQ(className("激活函数"), "CustomActivation");
    EXPECT_EQ(className("2nd try"), "Activation2ndTry");
    EXPECT_EQ(functionName("\"\"\"\nimport os"), "import_os");
    EXPECT_EQ(className("\xFF\xFE"), "CustomActivation");
    EXPECT_EQ(Identifiers().forParameter("α"), "alpha");
    EXPECT_EQ(Identifiers().forParameter("β1"), "beta1");
    EXPECT_EQ(Identifiers().forParameter("斜率"), "p");
    EXPECT_LE(className(std::string(200, 'a')).size(), 60U);
}

TEST(Identifiers, areNeverTwoAlike)
{
    Identifiers names;
    EXPECT_EQ(names.forParameter("α"), "alpha");
    EXPECT_EQ(names.forParameter("alpha"), "alpha_2");
    EXPECT_EQ(names.forParameter("t1"), "t1");
    EXPECT_EQ(names.numbered("t"), "t2");
}

}  // namespace
}  // namespace actlab::exporting
