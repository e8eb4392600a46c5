#include "app/widgets/compose_parameter.hpp"

#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QComboBox>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

using activation::Scope;
using Choice = std::optional<Scope>;

class ComposeParameterTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { applyTheme(*qApp, ThemeChoice::Light); }
    ComposeParameterTest()
    {
        QObject::connect(&row, &ComposeParameter::scopeChosen, [this](Choice scope) { chosen.push_back(scope); });
    }
    QComboBox& scopes() const { return *row.findChild<QComboBox*>(); }
    void show(bool learnable, Scope scope) { row.setParameter({"a", 0.25, -1, 1, learnable, scope}); }

    ComposeParameter row{"a"};
    std::vector<Choice> chosen;
};

TEST_F(ComposeParameterTest, showsWhetherAndHowOftenAParameterIsLearned)
{
    show(false, Scope::Channel);
    EXPECT_EQ(scopes().currentText(), "Fixed");
    show(true, Scope::Shared);
    EXPECT_EQ(scopes().currentText(), "Learned, shared");
    show(true, Scope::Layer);
    EXPECT_EQ(scopes().currentText(), "Learned per layer");
    show(true, Scope::Channel);
    EXPECT_EQ(scopes().currentText(), "Learned per channel");
    EXPECT_TRUE(scopes().toolTip().contains("each unit"));
    EXPECT_TRUE(chosen.empty()) << "showing is no choice";
}

TEST_F(ComposeParameterTest, asksForWhatIsChosenByKeys)
{
    show(false, Scope::Layer);
    row.show();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&scopes(), Qt::Key_Down);
    QTest::keyClick(&scopes(), Qt::Key_Home);
    EXPECT_EQ(chosen, (std::vector<Choice>{Scope::Shared, Scope::Layer, Scope::Channel, std::nullopt}));
}

TEST_F(ComposeParameterTest, fitsIntoTheColumn)
{
    show(true, Scope::Channel);
    EXPECT_LE(row.minimumSizeHint().width(), 300);
}

}  // namespace
}  // namespace actlab::widgets
