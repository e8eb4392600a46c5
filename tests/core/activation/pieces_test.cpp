#include "core/activation/pieces.hpp"

#include "core/activation/catalogue.hpp"
#include "core/expr/parser.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace actlab::activation {

void PrintTo(const PieceText& row, std::ostream* out)
{
    *out << '[' << row.condition << " | " << row.formula << ']';
}

namespace {

using Rows = std::vector<PieceText>;

expr::Expr meaningOf(std::string_view text)
{
    const auto meaning = expr::parse(text, catalogueLibrary());
    EXPECT_TRUE(meaning) << text;
    return meaning ? *meaning : expr::number(0);
}

TEST(Pieces, readsBracesAsRows)
{
    EXPECT_EQ(piecesOf("{x < 0: 0.1*x, x < 1: x, 1}"), (Rows{{"x < 0", "0.1*x"}, {"x < 1", "x"}, {"", "1"}}));
}

TEST(Pieces, readsEverySpellingOfAConditionalAsTheSameRows)
{
    const Rows rows{{"x < 0", "0.1*x"}, {"", "x"}};
    EXPECT_EQ(piecesOf("x < 0 ? 0.1*x : x"), rows);
    EXPECT_EQ(piecesOf("0.1*x if x < 0 else x"), rows);
    EXPECT_EQ(piecesOf("where(x < 0, 0.1*x, x)"), rows);
    EXPECT_EQ(piecesOf("torch.where(x < 0, 0.1*x, x)"), rows);
}

TEST(Pieces, keepsTheAuthorsSpellingInsideARow)
{
    EXPECT_EQ(piecesOf("x > 0 ? x : elu(x, alpha=0.5)"), (Rows{{"x > 0", "x"}, {"", "elu(x, alpha=0.5)"}}));
    EXPECT_EQ(piecesOf("relu(x) if x < 1 else gelu(x)"), (Rows{{"x < 1", "relu(x)"}, {"", "gelu(x)"}}));
    EXPECT_EQ(piecesOf("where(x > 0, x, relu6(x + 1))"), (Rows{{"x > 0", "x"}, {"", "relu6(x + 1)"}}));
    EXPECT_EQ(piecesOf("{ x > 0 : torch.exp( x ),1 }"), (Rows{{"x > 0", "torch.exp( x )"}, {"", "1"}}));
}

TEST(Pieces, makesOneRowOfAFormulaWithoutConditions)
{
    EXPECT_EQ(piecesOf(" tanh(x) "), (Rows{{"", "tanh(x)"}}));
}

TEST(Pieces, leavesTheLastRowEmptyWhereTheAuthorGaveNoElse)
{
    EXPECT_EQ(piecesOf("{x < 0: x}"), (Rows{{"x < 0", "x"}, {"", ""}}));
}

TEST(Pieces, readsFullWidthPunctuation)
{
    EXPECT_EQ(piecesOf("{x＜0：exp（x），1}"), (Rows{{"x＜0", "exp（x）"}, {"", "1"}}));
}

TEST(Pieces, cutsOnlyOutsideInnerBrackets)
{
    EXPECT_EQ(piecesOf("{x < 0: {x < -1: 0, 1}, max(x, 2)}"), (Rows{{"x < 0", "{x < -1: 0, 1}"}, {"", "max(x, 2)"}}));
}

TEST(Pieces, keepsRowsOfAWrongFormulaInBraces)
{
    EXPECT_EQ(piecesOf("{x < 0: 0.1*, x < 1: x, 1}"), (Rows{{"x < 0", "0.1*"}, {"x < 1", "x"}, {"", "1"}}));
    EXPECT_EQ(piecesOf("{x < 0: exp(x, x < 1: x, 1}"), (Rows{{"x < 0", "exp(x"}, {"x < 1", "x"}, {"", "1"}}));
    EXPECT_EQ(piecesOf("{x < 0: 0.1*x, 1"), (Rows{{"x < 0", "0.1*x"}, {"", "1"}}));
    EXPECT_EQ(piecesOf("{: 5, 1}"), (Rows{{"", "5"}, {"", "1"}}));
}

TEST(Pieces, saysWhenAWrongFormulaHasNoRows)
{
    EXPECT_EQ(piecesOf("x < 0 ? 0.1*"), std::nullopt);
    EXPECT_EQ(piecesOf("{x < 0: 1, 2, 3}"), std::nullopt);
    EXPECT_EQ(piecesOf("exp(x"), (Rows{{"", "exp(x"}}));
}

TEST(Pieces, writesRowsAsOneFormula)
{
    EXPECT_EQ(formulaOf(Rows{{"x < 0", "0"}, {"", "x"}}), "{x < 0: 0, x}");
    EXPECT_EQ(formulaOf(Rows{{"x < 0", "0"}, {"", ""}}), "{x < 0: 0}");
    EXPECT_EQ(formulaOf(Rows{{"", "tanh(x)"}}), "tanh(x)");
}

TEST(Pieces, ofEveryCatalogueFunctionReadBackAsTheSameFunction)
{
    for (const auto& activation : catalogue())
        EXPECT_EQ(meaningOf(formulaOf(piecesOf(activation->value()))), activation->value()) << activation->name();
}

TEST(Pieces, ofEveryCatalogueFormulaReadBackAsTheSameFunction)
{
    for (const auto& row : catalogueRows()) {
        const auto rows = piecesOf(row.formula);
        ASSERT_TRUE(rows) << row.name;
        EXPECT_EQ(meaningOf(formulaOf(*rows)), meaningOf(row.formula)) << row.name;
    }
}

TEST(Pieces, nameTheFaultInsideACell)
{
    EXPECT_EQ(errorInFormula("0.1*x"), std::nullopt);
    EXPECT_NE(errorInFormula("0.1*"), std::nullopt);
    EXPECT_NE(errorInFormula(""), std::nullopt);
    EXPECT_EQ(errorInCondition("-1 < x < 1"), std::nullopt);
    EXPECT_NE(errorInCondition("x <"), std::nullopt);
    ASSERT_NE(errorInCondition("x + 1"), std::nullopt);
    EXPECT_EQ(errorInCondition("x + 1")->span, (expr::Span{0, 5}));
}

TEST(Pieces, keepTheFunctionWhenARowIsAdded)
{
    EXPECT_EQ(withPieceAdded({{"", "tanh(x)"}}), (Rows{{"x < 0", "tanh(x)"}, {"", "tanh(x)"}}));
    EXPECT_EQ(withPieceAdded({{"x < 0.5", "0"}, {"", "x"}}), (Rows{{"x < 0.5", "0"}, {"x < 1", "x"}, {"", "x"}}));
    EXPECT_EQ(withPieceAdded({{"x > 0", "x"}, {"", "0"}}), (Rows{{"x > 0", "x"}, {"x > -1", "0"}, {"", "0"}}));
}

TEST(Pieces, letTheRowBeforeTakeTheRestWhenTheLastGoes)
{
    EXPECT_EQ(withPieceRemoved({{"x < 0", "0"}, {"x < 1", "x"}, {"", "1"}}, 2), (Rows{{"x < 0", "0"}, {"", "x"}}));
    EXPECT_EQ(withPieceRemoved({{"x < 0", "0"}, {"", "1"}}, 0), (Rows{{"", "1"}}));
    EXPECT_EQ(withPieceRemoved({{"", "1"}}, 0), (Rows{{"", "1"}}));
}

TEST(Pieces, changePlacesButTheLastStaysLast)
{
    const Rows rows{{"x < 0", "0"}, {"x < 1", "x"}, {"", "1"}};
    EXPECT_EQ(withPiecesSwapped(rows, 0), (Rows{{"x < 1", "x"}, {"x < 0", "0"}, {"", "1"}}));
    EXPECT_EQ(withPiecesSwapped(rows, 1), rows);
}

TEST(Pieces, areNoTableWhereThereAreFarTooMany)
{
    const auto formula = [](int pieces) {
        std::string text = "{";
        for (int i = 0; i < pieces; ++i)
            text += "x < 1: 1, ";
        return text + "0}";
    };
    EXPECT_EQ(piecesOf(formula(64))->size(), 65U);
    EXPECT_EQ(piecesOf(formula(100))->size(), 101U) << "wrong, but one can still take rows away";
    EXPECT_EQ(piecesOf(formula(20'000)), std::nullopt);
}

}  // namespace
}  // namespace actlab::activation
