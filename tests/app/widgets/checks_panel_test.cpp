#include "app/widgets/checks_panel.hpp"

#include "app/widgets/checks_group.hpp"
#include "app/widgets/checks_sign.hpp"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

activation::ActivationPtr formula(const std::string& text)
{
    return activation::makeActivation({"test", text, "", {}}).value();
}

models::TorchComparison withoutTorch(const activation::ActivationPtr&, const std::stop_token&)
{
    return {{}, {}, QStringLiteral("PyTorch cannot be asked: it is not there")};
}

class ChecksPanelTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        panel.resize(320, 700);
        panel.show();
    }
    void check(const std::string& text)
    {
        model.setActivation(formula(text));
        ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isChecking(); }, 30'000));
    }
    QString text(const char* name) const { return panel.findChild<QLabel*>(name)->text(); }
    /// The line that says this; nullptr where none does.
    ChecksLine* line(const QString& words) const
    {
        for (ChecksLine* each : panel.findChildren<ChecksLine*>())
            if (!each->isHidden() && each->findChild<QLabel*>()->text().contains(words))
                return each;
        return nullptr;
    }

    models::ChecksModel model{[](const activation::Activation& activation, std::stop_token stop) {
                                  return analysis::checkActivation(activation, std::nullopt, stop);
                              },
                              withoutTorch};
    ChecksPanel panel{model};
};

TEST_F(ChecksPanelTest, saysEveryVerdictInALineWithItsSign)
{
    check("{x > 0: x, 0.25*x}");
    EXPECT_EQ(text("checks-headline"), "It can train.");
    EXPECT_EQ(text("checks-state"), "Checked.");
    for (const analysis::Verdict& verdict : model.checked()->verdicts) {
        const ChecksLine* found = line(QString::fromStdString(verdict.sentence) + '.');
        ASSERT_TRUE(found) << verdict.sentence;
        EXPECT_EQ(found->findChild<ChecksSign*>()->accessibleName(), wordFor(verdict.severity)) << verdict.sentence;
    }
    EXPECT_TRUE(line("slope 0.25 to 1; the gradient used is 0.25."));
}

TEST_F(ChecksPanelTest, saysWhyItCannotTrain)
{
    check("{x > 0: 1, 0}");
    EXPECT_TRUE(text("checks-headline").startsWith("It cannot train: Its gradient is 0 everywhere"));
}

TEST_F(ChecksPanelTest, keepsTheOldLinesInGreyWhileItChecksAndWhileTheFormulaIsWrong)
{
    check("{x > 0: x, 0.25*x}");
    model.setActivation(formula("tanh(x)"));
    EXPECT_EQ(text("checks-state"), "Checking …");
    ASSERT_TRUE(line("Kink at x = 0"));
    EXPECT_FALSE(line("Kink at x = 0")->isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isChecking(); }, 30'000));
    EXPECT_FALSE(line("Kink at x = 0"));
    EXPECT_TRUE(line("It is smooth")->isEnabled());
    model.setProblem("The formula is wrong.");
    EXPECT_EQ(text("checks-state"), "The formula is wrong.");
    EXPECT_FALSE(line("It is smooth")->isEnabled());
}

TEST_F(ChecksPanelTest, offersTheCureAndPointsAtTheCause)
{
    check("log(1 + exp(x))");
    ChecksLine* overflow = line("value is infinite in float32");
    ASSERT_TRUE(overflow);
    QSignalSpy pointed(&panel, &ChecksPanel::pointed), cured(&panel, &ChecksPanel::cureWanted);
    QEnterEvent enter(QPointF{}, QPointF{}, QPointF{});
    QCoreApplication::sendEvent(overflow, &enter);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(overflow, &leave);
    ASSERT_EQ(pointed.count(), 2);
    EXPECT_EQ(pointed[0][0].value<std::optional<expr::Span>>(), (expr::Span{8, 14}));
    EXPECT_EQ(pointed[1][0].value<std::optional<expr::Span>>(), std::nullopt);
    overflow->findChild<QPushButton*>()->click();
    ASSERT_EQ(cured.count(), 1);
    EXPECT_EQ(cured[0][0].toString(), "softplus(x, threshold=40)");
}

TEST_F(ChecksPanelTest, pointsNoMoreWhereTheLineUnderTheMouseIsReplaced)
{
    check("log(1 + exp(x))");
    QSignalSpy pointed(&panel, &ChecksPanel::pointed);
    QEnterEvent enter(QPointF{}, QPointF{}, QPointF{});
    QCoreApplication::sendEvent(line("value is infinite in float32"), &enter);
    check("tanh(x)");
    ASSERT_EQ(pointed.count(), 2);
    EXPECT_EQ(pointed[1][0].value<std::optional<expr::Span>>(), std::nullopt);
}

TEST_F(ChecksPanelTest, saysWherePyTorchIsNotThere)
{
    check("tanh(x)");
    auto* measure = panel.findChild<QPushButton*>("checks-compare");
    measure->click();
    EXPECT_EQ(measure->text(), "Stop measuring");
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model.isComparing(); }, 30'000));
    EXPECT_EQ(measure->text(), "Measure beside PyTorch");
    bool isSaid = false;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        isSaid = isSaid || (!label->isHidden() && label->text() == "PyTorch cannot be asked: it is not there");
    EXPECT_TRUE(isSaid);
}

TEST_F(ChecksPanelTest, checksNothingWhileItIsOutOfSight)
{
    panel.hide();
    model.setActivation(formula("tanh(x)"));
    EXPECT_FALSE(model.isChecking());
    panel.show();
    EXPECT_TRUE(model.isChecking());
}

TEST_F(ChecksPanelTest, remembersWhichGroupsAreFolded)
{
    check("tanh(x)");
    const auto disclosure = [](const ChecksPanel& of) { return of.findChild<QToolButton*>(); };
    ASSERT_TRUE(line("It is smooth")->isVisible());
    disclosure(panel)->click();
    EXPECT_FALSE(line("It is smooth")->isVisible());
    EXPECT_FALSE(disclosure(ChecksPanel(model))->isChecked());
    disclosure(panel)->click();
    EXPECT_TRUE(disclosure(ChecksPanel(model))->isChecked());
}

}  // namespace
}  // namespace actlab::widgets
