#include "tests/app/widgets/main_window_bench.hpp"

#include "app/widgets/checks_panel.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/keys_dialog.hpp"

#include <QComboBox>
#include <QMenu>
#include <QMenuBar>
#include <array>

namespace actlab::widgets {
namespace {

class MainWindowKeys : public MainWindowBench {};

TEST_F(MainWindowKeys, undoesTheDocumentEvenWhileATextFieldHasTheFocus)
{
    const std::string before = draft();
    action("Explore")->trigger();
    edit("2*x");
    auto* search = field("Search activations");
    search->setFocus();
    QTest::keyClicks(search, "relu");
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(draft(), before);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(draft(), "2*x");
}

TEST_F(MainWindowKeys, ignoresUndoWhileAMenuIsOpen)
{
    edit("2*x");
    QMenu* menu = window->menuBar()->actions().front()->menu();
    menu->popup(window->pos());
    ASSERT_EQ(QApplication::activePopupWidget(), menu);
    press(Qt::Key_Z, Qt::ControlModifier);
    workspace.undo();
    EXPECT_EQ(draft(), "2*x");
    menu->close();
    workspace.undo();
    EXPECT_NE(draft(), "2*x");
}

TEST_F(MainWindowKeys, whileOneDrawsUndoMeansTheDrawing)
{
    action("Draw by hand")->trigger();
    models::ComposeSketch& sketch = window->findChild<ComposeView*>()->sketch();
    ASSERT_TRUE(sketch.isOpen());
    edit("x + 1");
    sketch.setHand(models::SketchDrawing::Hand::Points);
    sketch.addPoint({1, 1});
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(sketch.drawing().points.empty());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(sketch.drawing().points.size(), 1U);
    action("Explore")->trigger();
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(sketch.drawing().points.size(), 1U) << "what is not seen is not undone";
    EXPECT_NE(draft(), "x + 1");
    action("Draw by hand")->trigger();
    EXPECT_TRUE(sketch.isOpen()) << "coming back goes on";
    action("Draw by hand")->trigger();
    EXPECT_FALSE(sketch.isOpen());
}

TEST_F(MainWindowKeys, takesSpaceForTrainingOnlyInTrain)
{
    action("Explore")->trigger();
    press(Qt::Key_Space);
    EXPECT_FALSE(session.isOn());
    action("Train")->trigger();
    press(Qt::Key_Space);
    EXPECT_TRUE(models::waitUntil([&] { return session.state() == models::TrainingSession::State::Running; }));
    press(Qt::Key_Space);
    EXPECT_TRUE(models::waitUntil([&] { return session.state() == models::TrainingSession::State::Paused; }));
    press(Qt::Key_R);
    EXPECT_TRUE(models::waitUntil([&] { return session.state() == models::TrainingSession::State::Idle; }));
}

TEST_F(MainWindowKeys, leavesLettersToTheFieldThatIsTypedInto)
{
    action("Train")->trigger();
    auto* search = field("Search everything");
    search->setFocus();
    QTest::keyClicks(search, "s r");
    EXPECT_EQ(search->text(), "s r");
    EXPECT_FALSE(session.isOn());
}

TEST_F(MainWindowKeys, startsBySpaceWithTheNumberThatIsBeingTyped)
{
    action("Train")->trigger();
    auto* rate = window->findChild<QComboBox*>("learning-rate")->lineEdit();
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), "0.25");
    press(Qt::Key_Space);
    EXPECT_TRUE(models::waitUntil([&] { return session.state() == models::TrainingSession::State::Running; }));
    EXPECT_EQ(session.spec().learningRate, 0.25);
}

TEST_F(MainWindowKeys, pressesTheButtonThatOneWalkedToWithTab)
{
    action("Train")->trigger();
    auto* theme = window->findChild<QAbstractButton*>("theme");
    ASSERT_NE(theme, nullptr);
    const bool wasDark = themeOf(window->palette()).dark;
    theme->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Space);
    EXPECT_NE(themeOf(window->palette()).dark, wasDark);
    EXPECT_FALSE(session.isOn());
}

TEST_F(MainWindowKeys, givesEveryKeyToOneActionOnly)
{
    QStringList keys;
    for (const QAction* each : window->findChildren<QAction*>())
        if (each->shortcutContext() == Qt::WindowShortcut)
            for (const QKeySequence& key : each->shortcuts())
                keys << key.toString();
    EXPECT_EQ(keys.removeDuplicates(), 0) << keys.join(' ').toStdString();
    EXPECT_GT(keys.size(), 20);
}

TEST_F(MainWindowKeys, listsEveryKeyOnceAndWithItsWords)
{
    action("Compose")->trigger();
    action("Train")->trigger();
    const KeysDialog dialog(window->findChildren<QAction*>());
    QString all;
    for (const auto* label : dialog.findChildren<QLabel*>())
        all += label->text();
    EXPECT_FALSE(all.contains("<td></td>")) << "a key without words";
    for (const char* key : {"F2", "Del", "O", "B", "N", "Ctrl+Shift+H", "Ctrl+4", "Space"})
        EXPECT_EQ(all.count(QStringLiteral("<b>%1</b>").arg(key)), 1) << key;
    EXPECT_GT(all.indexOf("In a list of runs"), all.indexOf("Ctrl+4"));
}

TEST_F(MainWindowKeys, areListedWholeHoweverSmallTheDialogIsMade)
{
    action("Compose")->trigger();
    action("Train")->trigger();
    KeysDialog dialog(window->findChildren<QAction*>());
    dialog.show();
    dialog.resize(1, 1);
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        EXPECT_GE(label->height(), needed) << label->text().toStdString();
    }
}

TEST_F(MainWindowKeys, chooseCurvesOnlyWhereTheyAreSeen)
{
    const auto orders = [this] {
        const workspace::PlotSpec& plot = workspace.document().plot;
        return std::array{plot.value, plot.derivative, plot.second};
    };
    const auto before = orders();
    press(Qt::Key_1, Qt::AltModifier);
    EXPECT_EQ(orders(), before) << "the start page shows no curves";
    action("Explore")->trigger();
    press(Qt::Key_1, Qt::AltModifier);
    EXPECT_NE(orders()[0], before[0]);
}

TEST_F(MainWindowKeys, showTheChecksToThePresenterToo)
{
    action("Explore")->trigger();
    action("Presenter mode")->trigger();
    const auto isShown = [this] {
        const auto* panel = window->findChild<ExploreView*>()->findChild<ChecksPanel*>();
        return panel && panel->isVisible();
    };
    press(Qt::Key_4, Qt::ControlModifier);
    EXPECT_TRUE(isShown());
    press(Qt::Key_4, Qt::ControlModifier);
    EXPECT_FALSE(isShown());
    EXPECT_FALSE(field("Search activations")->isVisible()) << "the side is away again";
    press(Qt::Key_4, Qt::ControlModifier);
    EXPECT_TRUE(isShown());
    action("Presenter mode")->trigger();
    EXPECT_TRUE(isShown()) << "and stays where it was";
}

}  // namespace
}  // namespace actlab::widgets
