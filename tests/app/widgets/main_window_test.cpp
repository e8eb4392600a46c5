#include "app/widgets/main_window.hpp"

#include "app/models/unsaved_work.hpp"
#include "app/widgets/checks_panel.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/message_bar.hpp"
#include "app/widgets/race_dialog.hpp"
#include "app/widgets/start_page.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_view.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <gtest/gtest.h>

namespace actlab::widgets {

namespace {

class MainWindowTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { applyTheme(*qApp, ThemeChoice::Light); }
    void SetUp() override
    {
        QSettings().clear();
        models::takeUnsaved();
        window = std::make_unique<MainWindow>(workspace, session);
        window->show();
        QApplication::setActiveWindow(window.get());
    }
    void TearDown() override { applyTheme(*qApp, ThemeChoice::Light); }

    template <class View>
    bool isShown() const
    {
        const auto* view = window->findChild<View*>();
        return view && view->isVisible();
    }
    QAction* action(const char* name) const
    {
        auto* found = window->findChild<QAction*>(name);
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QLineEdit* field(const char* accessibleName) const
    {
        for (auto* each : window->findChildren<QLineEdit*>())
            if (each->accessibleName() == accessibleName)
                return each;
        ADD_FAILURE() << accessibleName;
        return nullptr;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : window.get(), key, modifiers);
    }
    void edit(const char* formula)
    {
        workspace.edit("edit", [=](workspace::Document& document) { document.draft.definition.formula = formula; });
    }
    std::string draft() const { return workspace.document().draft.definition.formula; }
    QString message() const
    {
        const auto* bar = window->findChild<MessageBar*>();
        return bar->isVisible() ? bar->findChild<QLabel*>()->text() : QString();
    }
    /// Presses a button of the question that is about to open.
    void answerNext(QMessageBox::StandardButton answer)
    {
        QTimer::singleShot(0, window.get(), [this, answer] {
            auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (question) {
                wasAsked = true;
                question->button(answer)->click();
            }
        });
    }

    models::ScriptedTraining training;
    models::WorkspaceModel workspace;
    models::TrainingSession session{nullptr, training.train()};
    std::unique_ptr<MainWindow> window;
    bool wasAsked = false;
};

}  // namespace

TEST_F(MainWindowTest, beginsWithTheStartPageAndReturnsToItOnRequest)
{
    EXPECT_TRUE(isShown<StartPage>());
    action("Explore")->trigger();
    EXPECT_FALSE(isShown<StartPage>());
    action("Start page")->trigger();
    EXPECT_TRUE(isShown<StartPage>());
}

TEST_F(MainWindowTest, remembersTheWorkspaceOfLastTime)
{
    action("Train")->trigger();
    window->close();
    models::TrainingSession other{nullptr, training.train()};
    MainWindow next(workspace, other);
    next.show();
    EXPECT_TRUE(next.findChild<TrainView*>()->isVisible());
}

TEST_F(MainWindowTest, showsTheChecksInExploreAndComposeOrInNeither)
{
    action("Explore")->trigger();
    action("Checks")->trigger();
    const auto* inExplore = window->findChild<ExploreView*>()->findChild<ChecksPanel*>();
    EXPECT_TRUE(inExplore->isVisible());
    action("Compose")->trigger();
    const auto* inCompose = window->findChild<ComposeView*>()->findChild<ChecksPanel*>();
    EXPECT_TRUE(inCompose->isVisible());
    action("Checks")->trigger();
    EXPECT_FALSE(inCompose->isVisible());
    action("Explore")->trigger();
    EXPECT_FALSE(inExplore->isVisible());
}

TEST_F(MainWindowTest, opensTheExampleThatIsClicked)
{
    const auto cards = window->findChild<StartPage*>()->findChildren<QAbstractButton*>();
    const auto card = std::find_if(cards.begin(), cards.end(),
                                   [](const auto* each) { return each->accessibleName() == "Two spirals"; });
    ASSERT_NE(card, cards.end());
    (*card)->click();
    EXPECT_TRUE(isShown<TrainView>());
    EXPECT_EQ(workspace.document().training.data.name, "spiral");
    EXPECT_FALSE(workspace.isModified());
}

TEST_F(MainWindowTest, namesTheDocumentAndMarksChanges)
{
    EXPECT_FALSE(window->isWindowModified());
    edit("2*x");
    EXPECT_TRUE(window->isWindowModified());
    const QTemporaryDir folder;
    ASSERT_EQ(workspace.save(folder.filePath("lesson.actlab")), std::nullopt);
    EXPECT_FALSE(window->isWindowModified());
    EXPECT_TRUE(window->windowTitle().startsWith("lesson.actlab"));
}

TEST_F(MainWindowTest, offersTheNewestDocumentsOnTheStartPage)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("lesson.actlab");
    ASSERT_EQ(workspace.save(path), std::nullopt);
    window->open(path);
    action("Start page")->trigger();
    const auto buttons = window->findChild<StartPage*>()->findChildren<QAbstractButton*>();
    const auto lesson =
        std::find_if(buttons.begin(), buttons.end(), [](auto* each) { return each->text() == "lesson.actlab"; });
    ASSERT_NE(lesson, buttons.end());
    workspace.reset(workspace::initialDocument());
    (*lesson)->click();
    EXPECT_EQ(workspace.path(), path);
    EXPECT_FALSE(isShown<StartPage>());
}

TEST_F(MainWindowTest, putsAWholeNewDocumentInThePlaceOfTheOld)
{
    const std::string before = draft();
    edit("2*x");
    answerNext(QMessageBox::Discard);
    action("New document")->trigger();
    EXPECT_TRUE(wasAsked);
    EXPECT_EQ(draft(), before);
    EXPECT_FALSE(workspace.undoStack().canUndo());
}

TEST_F(MainWindowTest, undoesTheDocumentEvenWhileATextFieldHasTheFocus)
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

TEST_F(MainWindowTest, ignoresUndoWhileAMenuIsOpen)
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

TEST_F(MainWindowTest, whileOneDrawsUndoMeansTheDrawing)
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

TEST_F(MainWindowTest, saysInPlaceWhyAFileCannotBeOpenedAndKeepsTheDocument)
{
    edit("2*x");
    answerNext(QMessageBox::Discard);
    window->open("/no/such/lesson.actlab");
    EXPECT_TRUE(message().contains("lesson.actlab")) << message().toStdString();
    EXPECT_EQ(draft(), "2*x");
}

TEST_F(MainWindowTest, findsAnActivationThroughTheSearch)
{
    auto* search = field("Search everything");
    action("Search everything")->trigger();
    EXPECT_TRUE(search->hasFocus());
    QTest::keyClicks(search, "mish");
    QWidget* proposals = QApplication::activePopupWidget();
    ASSERT_NE(proposals, nullptr);
    QTest::keyClick(proposals, Qt::Key_Return);
    EXPECT_TRUE(isShown<ExploreView>());
    EXPECT_EQ(workspace.document().plot.shown.front().activation->name(), "Mish");
}

TEST_F(MainWindowTest, takesSpaceForTrainingOnlyInTrain)
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

TEST_F(MainWindowTest, leavesLettersToTheFieldThatIsTypedInto)
{
    action("Train")->trigger();
    auto* search = field("Search everything");
    search->setFocus();
    QTest::keyClicks(search, "s r");
    EXPECT_EQ(search->text(), "s r");
    EXPECT_FALSE(session.isOn());
}

TEST_F(MainWindowTest, startsBySpaceWithTheNumberThatIsBeingTyped)
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

TEST_F(MainWindowTest, proposesShortNamesFirst)
{
    auto* search = field("Search everything");
    search->setFocus();
    QTest::keyClicks(search, "tan");
    const auto* completer = search->completer();
    ASSERT_GT(completer->completionCount(), 1);
    EXPECT_EQ(completer->completionModel()->index(0, 0).data().toString(), "Tanh");
}

TEST_F(MainWindowTest, pressesTheButtonThatOneWalkedToWithTab)
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

TEST_F(MainWindowTest, closesWhileTrainingAndEndsTheRun)
{
    action("Train")->trigger();
    press(Qt::Key_Space);
    ASSERT_TRUE(models::waitUntil([&] { return session.history().size() > 3; }));
    EXPECT_TRUE(window->close());
    EXPECT_FALSE(session.isOn());
    EXPECT_TRUE(models::waitUntil([&] { return training.runsEnded() == 1; }));
}

TEST_F(MainWindowTest, closingKeepsWhatATrainingHasLearnedForTheNextStart)
{
    action("Train")->trigger();
    press(Qt::Key_Space);
    ASSERT_TRUE(models::waitUntil([&] { return session.history().size() > 3; }));
    answerNext(QMessageBox::Cancel);
    EXPECT_TRUE(window->close());
    EXPECT_FALSE(wasAsked);
    const auto kept = models::takeUnsaved();
    ASSERT_TRUE(kept);
    ASSERT_EQ(kept->runs.size(), 1U);
    EXPECT_GT(kept->runs[0].history.size(), 3U);
}

TEST_F(MainWindowTest, asksBeforeAFileMissesTheTrainingThatGoesOn)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("lesson.actlab");
    ASSERT_EQ(workspace.save(file), std::nullopt);
    action("Train")->trigger();
    press(Qt::Key_Space);
    ASSERT_TRUE(models::waitUntil([&] { return session.history().size() > 3; }));
    answerNext(QMessageBox::Cancel);
    EXPECT_FALSE(window->close());
    EXPECT_TRUE(wasAsked);
    EXPECT_TRUE(session.hasBegun()) << "it goes on";
    answerNext(QMessageBox::Save);
    EXPECT_TRUE(window->close());
    models::WorkspaceModel next;
    ASSERT_EQ(next.open(file), std::nullopt);
    EXPECT_EQ(next.document().runs.size(), 1U);
}

TEST_F(MainWindowTest, keepsWorkWithoutAFileForTheNextStartInsteadOfAsking)
{
    edit("2*x");
    answerNext(QMessageBox::Cancel);
    EXPECT_TRUE(window->close());
    EXPECT_FALSE(wasAsked);
    models::WorkspaceModel next;
    models::TrainingSession nextSession{nullptr, training.train()};
    MainWindow nextWindow(next, nextSession);
    nextWindow.restoreWork();
    EXPECT_EQ(next.document().draft.definition.formula, "2*x");
    EXPECT_TRUE(next.holdsUnsavedWork()) << "it is still not saved";
    next.undo();
    EXPECT_NE(next.document().draft.definition.formula, "2*x");
}

TEST_F(MainWindowTest, asksBeforeAFileFallsBehindAndStaysWhenToldSo)
{
    const QTemporaryDir folder;
    ASSERT_EQ(workspace.save(folder.filePath("lesson.actlab")), std::nullopt);
    edit("2*x");
    answerNext(QMessageBox::Cancel);
    EXPECT_FALSE(window->close());
    EXPECT_TRUE(wasAsked);
    answerNext(QMessageBox::Discard);
    EXPECT_TRUE(window->close());
}

TEST_F(MainWindowTest, closesWithoutAQuestionWhenOnlyTheViewChanged)
{
    action("Explore")->trigger();
    workspace.edit("show f″", [](workspace::Document& document) { document.plot.second = true; });
    answerNext(QMessageBox::Cancel);
    EXPECT_TRUE(window->close());
    EXPECT_FALSE(wasAsked);
}

TEST_F(MainWindowTest, enlargesTypeAndPutsSidesAwayForThePresenter)
{
    action("Explore")->trigger();
    const int before = QApplication::font().pixelSize();
    auto* search = field("Search activations");
    action("Presenter mode")->trigger();
    EXPECT_EQ(QApplication::font().pixelSize(), qRound(before * kPresenterScale));
    EXPECT_FALSE(search->isVisible());
    action("Presenter mode")->trigger();
    EXPECT_EQ(QApplication::font().pixelSize(), before);
    EXPECT_TRUE(search->isVisible());
}

TEST_F(MainWindowTest, givesEveryLayerTheSelectedActivation)
{
    action("Explore")->trigger();
    action("Train with it")->trigger();
    EXPECT_TRUE(isShown<TrainView>());
    for (const nn::Layer& layer : workspace.document().training.hidden)
        EXPECT_EQ(layer.activation, workspace.document().plot.shown.front().activation);
}

TEST_F(MainWindowTest, givesEveryKeyToOneActionOnly)
{
    QStringList keys;
    for (const QAction* each : window->findChildren<QAction*>())
        if (each->shortcutContext() == Qt::WindowShortcut)
            for (const QKeySequence& key : each->shortcuts())
                keys << key.toString();
    EXPECT_EQ(keys.removeDuplicates(), 0) << keys.join(' ').toStdString();
    EXPECT_GT(keys.size(), 20);
}

TEST_F(MainWindowTest, opensTheRaceOfTheTrainSettings)
{
    action("Race activations")->trigger();
    auto* race = window->findChild<RaceDialog*>();
    ASSERT_NE(race, nullptr);
    EXPECT_TRUE(race->isVisible());
    action("Race activations")->trigger();
    EXPECT_EQ(window->findChildren<RaceDialog*>().size(), 1) << "the same window again";
}

}  // namespace actlab::widgets
