#include "core/activation/formula_part.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

namespace actlab::activation {
namespace {

/// The part at the place of the bar in "tanh(|x) + 1".
std::optional<FormulaPart> partIn(std::string text)
{
    const std::size_t place = text.find('|');
    text.erase(place, 1);
    const auto read = expr::parse(text, catalogueLibrary());
    return read ? partAt(text, *read, {place, place + 1}) : std::nullopt;
}

std::string formulaIn(const std::string& text)
{
    const auto part = partIn(text);
    return part ? part->formula : "none";
}

TEST(FormulaPart, isTheOperationOrCallAroundAPlace)
{
    EXPECT_EQ(formulaIn("2*tanh(|x) + 1"), "tanh(x)");
    EXPECT_EQ(formulaIn("2*t|anh(x) + 1"), "tanh(x)");
    EXPECT_EQ(formulaIn("|2*tanh(x) + 1"), "2*tanh(x)");
    EXPECT_EQ(formulaIn("exp(-|x^2)/3"), "x^2");
    EXPECT_EQ(formulaIn("exp(|-x^2)/3"), "-x^2");
    EXPECT_EQ(formulaIn("x*(|x + 1)"), "x + 1");
    EXPECT_EQ(formulaIn("x.clamp(|min=0).exp() + x"), "x.clamp(min=0)");
}

TEST(FormulaPart, isNotTheWholeFormula)
{
    EXPECT_EQ(formulaIn("2*tanh(x) |+ 1"), "none");
    EXPECT_EQ(formulaIn("t|anh(x)"), "none");
    EXPECT_EQ(formulaIn("|x"), "none");
    EXPECT_EQ(formulaIn("e|lu(x)"), "none");
}

TEST(FormulaPart, isANameOrNumberOnlyWhereItIsAnOperandOfTheWholeOrAPiece)
{
    EXPECT_EQ(formulaIn("|x + tanh(x)"), "x");
    EXPECT_EQ(formulaIn("x < 0 ? |0 : a*x"), "0");
    EXPECT_EQ(formulaIn("x < 0 ? 0 : |a*x"), "a*x");
}

TEST(FormulaPart, ofACatalogueFunctionIsItsCallAsWritten)
{
    EXPECT_EQ(formulaIn("1 + e|lu(2*x)"), "elu(2*x)");
    EXPECT_EQ(formulaIn("1 + elu(2|*x, alpha=a)"), "2*x");
}

TEST(FormulaPart, ofAPieceKnowsWhereItIsChosen)
{
    EXPECT_EQ(partIn("{x < 0: |a*x, x}")->chosen, "{(x < 0): (a*x)}");
    EXPECT_EQ(partIn("{x < 0: 0, x < 1: x*|x, x}")->chosen, "{(x < 0): nan, (x < 1): (x*x)}");
    EXPECT_EQ(partIn("{x < 0: 0, x < 1: x, 1 + e|xp(x)}")->chosen, "{(x < 0): nan, (x < 1): nan, (exp(x))}");
    EXPECT_EQ(partIn("x + e|xp(x)")->chosen, "");
    EXPECT_EQ(partIn("{x |< 0: 0, x}")->chosen, "");
    EXPECT_EQ(partIn("{x |< 0: 0, x}")->formula, "x < 0");
}

TEST(FormulaPart, ofNestedPiecesIsChosenByAllOfThem)
{
    EXPECT_EQ(partIn("where(x > 0, 2*where(x > 1, s|in(x), 0), 1)")->chosen, "{(x > 0): ({(x > 1): (sin(x))})}");
}

TEST(FormulaPart, countsCodePoints)
{
    const std::string text = "α*x + exp(α*x)";
    const auto part = partAt(text, *expr::parse(text), {10, 11});
    ASSERT_TRUE(part);
    EXPECT_EQ(part->formula, "α*x");
}

TEST(FormulaPart, canItselfBeReadWhereverItIsChosen)
{
    for (const CatalogueRow& row : catalogueRows()) {
        const std::string text(row.formula);
        const auto read = expr::parse(text, catalogueLibrary());
        ASSERT_TRUE(read) << row.name;
        for (std::size_t at = 0; at < text.size(); ++at)
            if (const auto part = partAt(text, *read, {at, at + 1})) {
                EXPECT_TRUE(expr::parse(part->formula, catalogueLibrary())) << row.name << ": " << part->formula;
                EXPECT_TRUE(part->chosen.empty() || expr::parse(part->chosen, catalogueLibrary())) << part->chosen;
            }
    }
}

}  // namespace
}  // namespace actlab::activation
