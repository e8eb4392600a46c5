#include "compose_bench.hpp"

#include <QContextMenuEvent>
#include <QToolButton>

namespace actlab::widgets {
namespace {

constexpr auto kCorner = "{x < 0: 0, x}";
constexpr auto kJump = "{x < 1: 2*x, x + 5}";

class ComposeRepairTest : public ComposeBench {
protected:
    void clickBadge(double knot) const { press(pixel({knot, plot().yView().high}) + QPoint(0, 12)); }
    void clickTable() const
    {
        for (QToolButton* each : view.findChildren<QToolButton*>())
            if (each->accessibleName() == "How the pieces meet" && each->isVisible())
                return each->click();
        FAIL() << "no join in the table";
    }
    void clickRight(QPoint at) const
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, surface().mapToGlobal(at));
        QApplication::sendEvent(&surface(), &event);
    }
    /// Chooses from the menu that is open, and sees the edit undone and done again.
    void chooseAndExpect(const QString& submenu, const QString& words, const std::string& expected)
    {
        QMenu* menu = openMenu();
        ASSERT_TRUE(menu);
        const std::string before = formula();
        const int steps = this->steps();
        choose(*menu, submenu, words);
        EXPECT_EQ(formula(), expected);
        ASSERT_EQ(this->steps(), steps + 1);
        EXPECT_TRUE(QTest::qWaitFor([] { return !QApplication::activePopupWidget(); }));
        workspace.undo();
        EXPECT_EQ(formula(), before);
        workspace.redo();
        EXPECT_EQ(formula(), expected);
    }
};

TEST_F(ComposeRepairTest, everyRepairIsOneChoiceFromTheBadge)
{
    struct Row {
        const char *formula, *words, *expected;
        double knot;
    };
    for (const Row& row : {Row{kJump, "Let the pieces meet", "{x < 1: 2*x, x + 1}", 1},
                           Row{"{x < 1: x^2, 0}", "Let them meet with one slope", "{x < 1: x^2, 2*x - 1}", 1},
                           Row{kCorner, "Blend with a cubic piece", "{x < -0.5: 0, x < 0.5: 0.5*(x + 0.5)^2, x}", 0},
                           Row{kCorner, "Blend into one smooth formula", "softplus(x, beta=10)", 0}}) {
        begin(row.formula);
        clickBadge(row.knot);
        chooseAndExpect({}, row.words, row.expected);
    }
}

TEST_F(ComposeRepairTest, theTableOffersWhichPieceGivesWay)
{
    const QString sides = "Choose which piece gives way";
    begin(kJump);
    clickTable();
    chooseAndExpect(sides, "Let them meet: change the left piece", "{x < 1: 2*x + 4, x + 5}");
    begin(kJump);
    clickTable();
    chooseAndExpect(sides, "Let them meet: change the right piece", "{x < 1: 2*x, x + 1}");
    begin(kJump);
    clickTable();
    chooseAndExpect(sides, "Let them meet with one slope: change the left piece", "{x < 1: x + 5, x + 5}");
}

TEST_F(ComposeRepairTest, aBlendIsAsWideAsOneChooses)
{
    begin(kCorner);
    clickRight(pixel({0, 0}));
    chooseAndExpect("Width of the cubic piece", "2 wide", "{x < -1: 0, x < 1: 0.25*(x + 1)^2, x}");
    begin(kCorner);
    clickRight(pixel({0, 0}));
    chooseAndExpect("Width of the smooth change", "2 wide", "softplus(x, beta=5)");
    begin("{x < 0: 0, x < 1: x, x < 2: 2 - x, 0}");
    clickRight(pixel({1, 1}));
    chooseAndExpect("Width of the cubic piece", "As wide as there is room", "{x < 0: 0, x < 2: x - 0.5*x^2, 0}");
}

TEST_F(ComposeRepairTest, whatCannotBeDoneSaysWhyInTheMenu)
{
    begin("{x < 0: 0, 1/x}");
    clickTable();
    QMenu* menu = openMenu();
    ASSERT_TRUE(menu);
    const QAction* meet = actionOf(*menu, "Let the pieces meet");
    ASSERT_TRUE(meet);
    EXPECT_FALSE(meet->isEnabled());
    EXPECT_TRUE(meet->toolTip().contains("no finite value")) << meet->toolTip().toStdString();
    menu->close();
}

TEST_F(ComposeRepairTest, piecesAreMergedWithEitherFormulaKept)
{
    begin("{x < 0: 0, x < 1: x, 5}");
    clickBadge(1);
    chooseAndExpect({}, "Merge: keep the left formula", "{x < 0: 0, x}");
    begin("{x < 0: 0, x < 1: x, 5}");
    clickRight(pixel({1, 5}));
    chooseAndExpect({}, "Merge: keep the right formula", "{x < 0: 0, 5}");
}

TEST_F(ComposeRepairTest, theBoundaryPointChangesHandsFromTheMenu)
{
    begin("{x < 0: 0, x + 1}");
    clickBadge(0);
    chooseAndExpect({}, "Give the boundary point to the left piece", "{x <= 0: 0, x + 1}");
    clickBadge(0);
    chooseAndExpect({}, "Give the boundary point to the right piece", "{x < 0: 0, x + 1}");
}

TEST_F(ComposeRepairTest, aPieceIsSplitWhereTheMenuWasAskedFor)
{
    begin("tanh(x)");
    clickRight(pixel({2, 0.5}));
    QMenu* menu = openMenu();
    ASSERT_TRUE(menu);
    choose(*menu, {}, "Split the piece at x = ");
    ASSERT_EQ(pieces().joins.size(), 1U);
    EXPECT_NEAR(pieces().joins[0].x, 2, 0.05);
    workspace.undo();
    EXPECT_EQ(formula(), "tanh(x)");
}

}  // namespace
}  // namespace actlab::widgets
