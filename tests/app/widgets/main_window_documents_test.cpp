#include "tests/app/widgets/main_window_bench.hpp"

#include "app/widgets/start_page.hpp"

#include <QTemporaryDir>

namespace actlab::widgets {
namespace {

class MainWindowDocuments : public MainWindowBench {};

TEST_F(MainWindowDocuments, namesTheDocumentAndMarksChanges)
{
    EXPECT_FALSE(window->isWindowModified());
    edit("2*x");
    EXPECT_TRUE(window->isWindowModified());
    const QTemporaryDir folder;
    ASSERT_EQ(workspace.save(folder.filePath("lesson.actlab")), std::nullopt);
    EXPECT_FALSE(window->isWindowModified());
    EXPECT_TRUE(window->windowTitle().startsWith("lesson.actlab"));
}

TEST_F(MainWindowDocuments, offersTheNewestDocumentsOnTheStartPage)
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

TEST_F(MainWindowDocuments, putsAWholeNewDocumentInThePlaceOfTheOld)
{
    const std::string before = draft();
    edit("2*x");
    answerNext(QMessageBox::Discard);
    action("New document")->trigger();
    EXPECT_TRUE(wasAsked);
    EXPECT_EQ(draft(), before);
    EXPECT_FALSE(workspace.undoStack().canUndo());
}

TEST_F(MainWindowDocuments, saysInPlaceWhyAFileCannotBeOpenedAndKeepsTheDocument)
{
    edit("2*x");
    answerNext(QMessageBox::Discard);
    window->open("/no/such/lesson.actlab");
    EXPECT_TRUE(message().contains("lesson.actlab")) << message().toStdString();
    EXPECT_EQ(draft(), "2*x");
}

TEST_F(MainWindowDocuments, closesWhileTrainingAndEndsTheRun)
{
    action("Train")->trigger();
    press(Qt::Key_Space);
    ASSERT_TRUE(models::waitUntil([&] { return session.history().size() > 3; }));
    EXPECT_TRUE(window->close());
    EXPECT_FALSE(session.isOn());
    EXPECT_TRUE(models::waitUntil([&] { return training.runsEnded() == 1; }));
}

TEST_F(MainWindowDocuments, closingKeepsWhatATrainingHasLearnedForTheNextStart)
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

TEST_F(MainWindowDocuments, asksBeforeAFileMissesTheTrainingThatGoesOn)
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

TEST_F(MainWindowDocuments, keepsWorkWithoutAFileForTheNextStartInsteadOfAsking)
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
    EXPECT_EQ(next.document().draft.definition.formula, "2*x") << "its history begins here";
}

TEST_F(MainWindowDocuments, asksBeforeAFileFallsBehindAndStaysWhenToldSo)
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

TEST_F(MainWindowDocuments, closesWithoutAQuestionWhenOnlyTheViewChanged)
{
    action("Explore")->trigger();
    workspace.edit("show f″", [](workspace::Document& document) { document.plot.second = true; });
    answerNext(QMessageBox::Cancel);
    EXPECT_TRUE(window->close());
    EXPECT_FALSE(wasAsked);
}

}  // namespace
}  // namespace actlab::widgets
