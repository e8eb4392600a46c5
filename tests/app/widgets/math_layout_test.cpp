#include "app/widgets/math_layout.hpp"

#include "app/widgets/math_reading.hpp"

#include <QCoreApplication>
#include <QTranslator>
#include <gtest/gtest.h>

#include <algorithm>

namespace actlab::widgets {
namespace {

using Kind = MathShape::Kind;
constexpr double kEm = 20;

/// A type whose every glyph is half an em wide.
MathExtent measured(const QString& glyphs, MathFace, double em)
{
    return {0.5 * em * static_cast<double>(glyphs.size()), 0.7 * em, 0.2 * em};
}

MathBox boxOf(const QString& formula)
{
    return layOut(readForDisplay(formula).value(), measured, kEm).value();
}

/// All glyphs in the order in which they were set.
QString glyphsOf(const QString& formula)
{
    QString all;
    for (const MathGlyphs& run : boxOf(formula).glyphs)
        all += run.glyphs;
    return all;
}

std::ptrdiff_t count(const QString& formula, Kind kind)
{
    const auto shapes = boxOf(formula).shapes;
    return std::ranges::count(shapes, kind, &MathShape::kind);
}

MathGlyphs run(const MathBox& box, const QString& glyphs)
{
    const auto found = std::ranges::find(box.glyphs, glyphs, &MathGlyphs::glyphs);
    return found == box.glyphs.end() ? MathGlyphs{} : *found;
}

TEST(MathLayout, putsParenthesesOnlyWhereTheMeaningNeedsThem)
{
    EXPECT_EQ(count("(x*2) + (3*x)", Kind::Parentheses), 0);
    EXPECT_EQ(count("(x + 1)/(x - 1)", Kind::Parentheses), 0);
    EXPECT_EQ(count("x - a - b", Kind::Parentheses), 0);
    EXPECT_EQ(count("x - (a - b)", Kind::Parentheses), 1);
    EXPECT_EQ(count("2*(x + 1)", Kind::Parentheses), 1);
    EXPECT_EQ(count("(x + 1)^2", Kind::Parentheses), 1);
    EXPECT_EQ(count("(-2)^x", Kind::Parentheses), 1);
    EXPECT_EQ(count("exp(x)^2", Kind::Parentheses), 1);
    EXPECT_EQ(count("x*-3", Kind::Parentheses), 1);
    EXPECT_EQ(count("(x < 0 ? 1 : 2) + 1", Kind::Parentheses), 1);
}

TEST(MathLayout, drawsMinusOnceWhereANegativeTermIsAdded)
{
    EXPECT_EQ(glyphsOf("x + -3"), "x−3");
    EXPECT_EQ(glyphsOf("x + -2*a"), "x−2a");
    EXPECT_EQ(glyphsOf("-x/2"), "−x2");
    EXPECT_EQ(count("-x/2", Kind::Rule), 1);
    EXPECT_EQ(glyphsOf("x + -(a + 1)"), "x−a+1");
    EXPECT_EQ(count("x + -(a + 1)", Kind::Parentheses), 1);
}

TEST(MathLayout, writesProductsWithADotOnlyWhereTheyWouldRunTogether)
{
    EXPECT_EQ(glyphsOf("2*x"), "2x");
    EXPECT_EQ(glyphsOf("2*3"), "2·3");
    EXPECT_EQ(glyphsOf("x*2^a"), "x·2a");
    EXPECT_EQ(glyphsOf("slope*x"), "slope·x");
    EXPECT_EQ(glyphsOf("alpha*x"), "αx");
}

TEST(MathLayout, setsFunctionsAsBooksDo)
{
    EXPECT_EQ(glyphsOf("exp(-x)"), "e−x");
    EXPECT_EQ(glyphsOf("log(x)"), "ln"
                                  "x");
    EXPECT_EQ(glyphsOf("expm1(x)"), "ex−1");
    EXPECT_EQ(glyphsOf("log1p(x)"), "ln1+x");
    EXPECT_EQ(glyphsOf("max(0, x)"), "max0,x");
    EXPECT_EQ(glyphsOf("cbrt(x)"), "x3");
    EXPECT_EQ(glyphsOf("log2(x)"), "log2x");
    EXPECT_EQ(count("sqrt(x + 1)", Kind::Root), 1);
    EXPECT_EQ(count("abs(x)", Kind::Bars), 1);
    EXPECT_EQ(count("floor(x)", Kind::Floor), 1);
    EXPECT_EQ(count("ceil(x)", Kind::Ceiling), 1);
}

TEST(MathLayout, callsCatalogueFunctionsByTheirName)
{
    EXPECT_EQ(glyphsOf("mish(x) + 1"), "mishx+1");
    EXPECT_EQ(glyphsOf("elu(2*x, alpha=0.5)"), "elu2x,0.5");
}

TEST(MathLayout, setsPiecesBehindABraceOneBelowTheOther)
{
    const MathBox box = boxOf("{x < 0: a, x < 1: b, abs(x)}");
    EXPECT_EQ(count("{x < 0: a, x < 1: b, abs(x)}", Kind::Brace), 1);
    const MathGlyphs first = run(box, "a"), second = run(box, "b"), rest = run(box, "otherwise");
    EXPECT_LT(first.origin.y(), second.origin.y());
    EXPECT_LT(second.origin.y(), rest.origin.y());
    EXPECT_EQ(run(box, "if").origin.x(), rest.origin.x());
    EXPECT_EQ(glyphsOf("{x < 0: a}"), "a"
                                      "ifx<0");
    EXPECT_EQ(glyphsOf("{0 < x and x <= 1: a, 2}"), "a"
                                                    "if0<x≤1"
                                                    "2otherwise");
}

/// Another language, in which every word of mathematics is in capitals.
class Capitals : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char*, int) const override
    {
        return qstrcmp(context, "Mathematics") == 0 ? QString::fromUtf8(text).toUpper() : QString();
    }
};

TEST(MathLayout, speaksThePersonsLanguage)
{
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    EXPECT_EQ(glyphsOf("{x < 0 and a > 1 or not (x == 2): 1, 0}"), "1IFx<0ANDa>1ORNOTx=20OTHERWISE");
    QCoreApplication::removeTranslator(&capitals);
    EXPECT_EQ(glyphsOf("{x < 0: 1, 0}"), "1ifx<00otherwise");
}

TEST(MathLayout, writesConditionsUsedAsNumbersInBrackets)
{
    EXPECT_EQ(count("x*(x > 0)", Kind::Brackets), 1);
    EXPECT_EQ(count("x > 0 ? x : 0", Kind::Brackets), 0);
}

TEST(MathLayout, raisesSmallerExponents)
{
    const MathBox box = boxOf("x^a");
    EXPECT_LT(run(box, "a").em, kEm);
    EXPECT_LT(run(box, "a").origin.y(), 0);
    EXPECT_EQ(glyphsOf("x^(1/2)"), "x1/2");
}

TEST(MathLayout, setsAFractionRoundItsLine)
{
    const MathBox box = boxOf("a/b");
    const QRectF line = box.shapes.front().rect;
    EXPECT_LT(run(box, "a").origin.y(), line.top());
    EXPECT_GT(run(box, "b").origin.y(), line.bottom());
}

/// The texts of the parts that hold this run of glyphs, the smallest first.
QStringList partsAround(const QString& formula, const QString& glyphs)
{
    const MathBox box = boxOf(formula);
    const QPointF place = run(box, glyphs).origin + QPointF(1, -1);
    QStringList texts;
    for (const MathPart& part : box.parts)
        if (part.rect.contains(place))
            texts.append(formula.mid(static_cast<qsizetype>(part.span.begin),
                                     static_cast<qsizetype>(part.span.end - part.span.begin)));
    return texts;
}

TEST(MathLayout, knowsWhichPartOfTheTextStandsWhere)
{
    EXPECT_EQ(partsAround("1 + exp(-x)/a", "x"), (QStringList{"x", "-x", "exp(-x)", "exp(-x)/a", "1 + exp(-x)/a"}));
    EXPECT_EQ(partsAround("1 + exp(-x)/a", "a"), (QStringList{"a", "exp(-x)/a", "1 + exp(-x)/a"}));
    EXPECT_EQ(partsAround("{x < 0: a, 2*b}", "b"), (QStringList{"b", "2*b", "{x < 0: a, 2*b}"}));
    EXPECT_EQ(partsAround("mish(2*x) + 1", "mish"), (QStringList{"mish(2*x)", "mish(2*x) + 1"}));
    EXPECT_EQ(partsAround("sqrt(x)^a", "a"), (QStringList{"a", "sqrt(x)^a"}));
}

TEST(MathLayout, keepsEverythingInsideItsBox)
{
    for (const char* formula : {"{x < 0: alpha*(exp(x)-1), x < 1: x^2/(1+sqrt(x)), abs(x)}", "cbrt(x^2/3)^2",
                                "x^x^x^x", "1e-20*floor(x/2)"}) {
        const MathBox box = boxOf(formula);
        const QRectF whole = box.rect().adjusted(-0.01, -0.01, 0.01, 0.01);
        for (const MathGlyphs& each : box.glyphs)
            EXPECT_TRUE(whole.contains(each.origin)) << formula << each.glyphs.toStdString();
        for (const MathShape& each : box.shapes)
            EXPECT_TRUE(whole.contains(each.rect)) << formula;
        for (const MathPart& each : box.parts)
            EXPECT_TRUE(whole.contains(each.rect)) << formula;
    }
}

TEST(MathLayout, givesUpOnWhatNobodyReads)
{
    expr::Expr e = expr::variable();
    for (int i = 0; i < 12; ++i)
        e = e + e;
    EXPECT_FALSE(layOut(e, measured, kEm));
}

}  // namespace
}  // namespace actlab::widgets
