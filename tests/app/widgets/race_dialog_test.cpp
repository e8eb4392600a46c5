#include "app/widgets/race_dialog.hpp"

#include "app/widgets/race_plot.hpp"
#include "app/widgets/race_runners.hpp"
#include "app/widgets/race_table.hpp"
#include "app/widgets/theme.hpp"
#include "core/activation/catalogue.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>
#include <gtest/gtest.h>

#include <limits>

namespace actlab::widgets {
namespace {

class RaceDialogTest : public ::testing::Test {
protected:
    RaceDialogTest()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        m_workspace.edit("set up", [](workspace::Document& document) {
            document.training = models::smallSpec();
            document.training.epochs = 3;
        });
        m_dialog = std::make_unique<RaceDialog>(m_workspace);
        m_dialog->show();
    }

    template <class Widget>
    Widget* find(const char* name) const
    {
        auto* found = m_dialog->findChild<Widget*>(name);
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QListWidget& list() const { return *find<QListWidget>("race-runners"); }
    RaceTable& table() const { return *find<RaceTable>("race-table"); }
    QAbstractButton& button() const { return *find<QAbstractButton>("race-start"); }
    QString verdict() const { return find<QLabel>("race-verdict")->text(); }
    QStringList ticked() const
    {
        QStringList names;
        for (int row = 0; row < list().count(); ++row)
            if (list().item(row)->checkState() == Qt::Checked)
                names << list().item(row)->text();
        return names;
    }
    void tickAll(Qt::CheckState state) const
    {
        for (int row = 0; row < list().count(); ++row)
            if (list().item(row)->flags() & Qt::ItemIsEnabled)
                list().item(row)->setCheckState(state);
    }
    void raceToTheEnd() const
    {
        button().click();
        ASSERT_TRUE(models::waitUntil([this] { return button().text() == "Start the race"; }));
    }

    models::WorkspaceModel m_workspace;
    std::unique_ptr<RaceDialog> m_dialog;
};

TEST_F(RaceDialogTest, racesWhatIsTickedAndSaysWhoIsAhead)
{
    EXPECT_TRUE(ticked().contains("ReLU"));
    find<QSpinBox>("race-seeds")->setValue(2);
    raceToTheEnd();
    ASSERT_EQ(table().topLevelItemCount(), ticked().size());
    EXPECT_EQ(table().topLevelItem(0)->text(0), ticked().front());
    EXPECT_EQ(table().topLevelItem(0)->text(1), "2");
    EXPECT_TRUE(table().topLevelItem(0)->text(2).contains(QStringLiteral(" ± ")));
    EXPECT_TRUE(verdict().endsWith('.'));
    EXPECT_FALSE(m_dialog->figure().figure().isEmpty());
    EXPECT_TRUE(m_dialog->figure().figure().csv().starts_with("epoch,"));
}

TEST_F(RaceDialogTest, needsTwoAndTakesEight)
{
    tickAll(Qt::Unchecked);
    EXPECT_FALSE(button().isEnabled());
    tickAll(Qt::Checked);
    EXPECT_EQ(ticked().size(), static_cast<qsizetype>(nn::kMostRunners));
    EXPECT_TRUE(button().isEnabled());
}

TEST_F(RaceDialogTest, keepsWhatItHasWhenItIsStopped)
{
    m_workspace.edit("longer", [](workspace::Document& document) { document.training.epochs = 40; });
    find<QSpinBox>("race-seeds")->setValue(1000);
    button().click();
    ASSERT_TRUE(models::waitUntil([this] { return table().topLevelItemCount() > 0; }));
    EXPECT_EQ(button().text(), "Stop the race");
    button().click();
    ASSERT_TRUE(models::waitUntil([this] { return button().text() == "Start the race"; }));
    EXPECT_TRUE(verdict().startsWith("Stopped early."));
}

TEST_F(RaceDialogTest, listsThePersonsOwnFirstAndKeepsTheTicks)
{
    tickAll(Qt::Unchecked);
    list().item(3)->setCheckState(Qt::Checked);
    const QStringList before = ticked();
    m_workspace.edit("own", [](workspace::Document& document) {
        document.custom.push_back(*activation::makeActivation({"Mine", "x/2", "", {}}));
    });
    EXPECT_EQ(list().item(0)->text(), "Mine");
    EXPECT_EQ(ticked(), before);
}

TEST_F(RaceDialogTest, findsActivationsByName)
{
    find<QLineEdit>("race-search")->setText("gel");
    int shown = 0;
    for (int row = 0; row < list().count(); ++row)
        if (!list().isRowHidden(row)) {
            ++shown;
            EXPECT_TRUE(list().item(row)->text().contains("gel", Qt::CaseInsensitive));
        }
    EXPECT_GT(shown, 0);
}

TEST_F(RaceDialogTest, copiesTheTableWithTheVerdict)
{
    find<QSpinBox>("race-seeds")->setValue(2);
    raceToTheEnd();
    find<QAbstractButton>("race-copy")->click();
    const QStringList lines = QApplication::clipboard()->text().split('\n');
    EXPECT_TRUE(lines.front().startsWith("Activation\tRuns\tTest accuracy"));
    EXPECT_EQ(lines[1].split('\t').front(), ticked().front());
    EXPECT_TRUE(lines.contains(verdict()));
}

TEST(RaceWords, sayAMeanWithItsSpread)
{
    EXPECT_EQ(summaryText({0.91234, 0.0213}, 100), QStringLiteral("91.2 ± 2.1"));
}

TEST(RaceWords, sayByHowMuchOneIsAhead)
{
    nn::Standing standing;
    EXPECT_EQ(aheadText(standing, nn::Measure::Accuracy), QStringLiteral("–"));
    standing.ahead = nn::Difference{0.02, -0.01, 0.05};
    EXPECT_EQ(aheadText(standing, nn::Measure::Accuracy), QStringLiteral("+2 (−1 to 5)"));
    const double infinity = std::numeric_limits<double>::infinity();
    standing.ahead = nn::Difference{-3, -infinity, infinity};
    EXPECT_EQ(aheadText(standing, nn::Measure::Epochs), QStringLiteral("−3"));
}

}  // namespace
}  // namespace actlab::widgets
