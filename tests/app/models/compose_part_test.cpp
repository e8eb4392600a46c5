#include "app/models/compose_part.hpp"

#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

constexpr analysis::Interval kView{-2, 2};

class ComposePartTest : public ::testing::Test {
protected:
    void write(const QString& formula)
    {
        model.setFormula(formula);
        workspace.endGesture();
    }
    bool shows(const activation::FormulaPart& wanted)
    {
        part.point(wanted);
        return QTest::qWaitFor([&] { return part.part() == wanted; });
    }
    static double at(const analysis::CurveSet& set, double x)
    {
        const auto& curve = set.orders[0];
        const auto place = std::ranges::lower_bound(curve.x, x) - curve.x.begin();
        return curve.y.at(static_cast<std::size_t>(place));
    }

    WorkspaceModel workspace;
    ComposeModel model{workspace};
    ComposePart part{model};
};

TEST_F(ComposePartTest, hasTheCurveOfThatPartWithTheParametersOfTheWhole)
{
    write("x + tanh(a*x)");
    model.setParameter("a", 3);
    ASSERT_TRUE(shows({{9, 12}, "a*x", ""}));
    EXPECT_NEAR(at(part.curve(kView, 400), 1), 3, 0.05);
    EXPECT_FALSE(part.chosenCurve(kView, 400));
}

TEST_F(ComposePartTest, ofAPieceHasAlsoTheCurveWhereItIsChosen)
{
    write("{x < 0: x^2, x}");
    ASSERT_TRUE(shows({{8, 11}, "x^2", "{(x < 0): (x^2)}"}));
    EXPECT_NEAR(at(part.curve(kView, 400), 1), 1, 0.05);
    const auto chosen = part.chosenCurve(kView, 400);
    ASSERT_TRUE(chosen);
    EXPECT_NEAR(at(*chosen, -1), 1, 0.05);
    EXPECT_TRUE(std::isnan(at(*chosen, 1)));
}

TEST_F(ComposePartTest, waitsUntilThePersonRests)
{
    write("x + tanh(x)");
    const QSignalSpy changed(&part, &ComposePart::changed);
    part.point(activation::FormulaPart{{0, 1}, "x", ""});
    EXPECT_FALSE(part.part());
    ASSERT_TRUE(shows({{4, 11}, "tanh(x)", ""}));
    EXPECT_EQ(changed.count(), 1);
    part.point(std::nullopt);
    EXPECT_TRUE(part.part());
    part.point(activation::FormulaPart{{4, 11}, "tanh(x)", ""});
    QTest::qWait(100);
    EXPECT_EQ(changed.count(), 1);
    part.point(std::nullopt);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !part.part(); }));
    EXPECT_EQ(changed.count(), 2);
}

TEST_F(ComposePartTest, isGoneWithTheFormulaItWasIn)
{
    write("x + tanh(x)");
    ASSERT_TRUE(shows({{4, 11}, "tanh(x)", ""}));
    model.setFormula("x + tanh(x");
    EXPECT_FALSE(part.part());
}

TEST_F(ComposePartTest, bendsWithAParameter)
{
    write("x + a*x");
    ASSERT_TRUE(shows({{4, 7}, "a*x", ""}));
    const QSignalSpy changed(&part, &ComposePart::changed);
    model.setParameter("a", -2);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_NEAR(at(part.curve(kView, 400), 1), -2, 0.05);
}

TEST_F(ComposePartTest, isNoneWhereItCannotBeRead)
{
    write("x + tanh(x)");
    part.point(activation::FormulaPart{{4, 9}, "tanh(", ""});
    const bool isShown = QTest::qWaitFor([&] { return part.part().has_value(); }, 200);
    EXPECT_FALSE(isShown);
}

}  // namespace
}  // namespace actlab::models
