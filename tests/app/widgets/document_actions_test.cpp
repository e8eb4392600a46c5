#include "app/widgets/document_actions.hpp"

#include "app/models/unsaved_work.hpp"
#include "core/workspace/document.hpp"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

/// Something goes on, and is a run of the document once it is finished.
class DocumentActionsTest : public ::testing::Test {
protected:
    DocumentActionsTest()
    {
        models::takeUnsaved();
        actions.setUnfinished({[this] { return goesOn; }, [this] { finish(); }, [this] { add(); }});
        fingers.setInterval(1);
        QObject::connect(&fingers, &QTimer::timeout, [this] { answer(); });
    }
    void finish()
    {
        goesOn = false;
        add();
    }
    void add()
    {
        workspace.look([](workspace::Document& document) { workspace::addRun(document, {}); });
    }
    /// Of the question; the dialog that asks where is left without an answer.
    void answerWith(QMessageBox::StandardButton button)
    {
        chosen = button;
        fingers.start();
    }
    void answer()
    {
        QWidget* modal = QApplication::activeModalWidget();
        if (auto* question = qobject_cast<QMessageBox*>(modal)) {
            ++questions;
            question->button(chosen)->click();
        } else if (auto* where = qobject_cast<QFileDialog*>(modal)) {
            ++dialogs;
            where->reject();
        }
    }

    models::WorkspaceModel workspace;
    QWidget window;
    DocumentActions actions{workspace, &window};
    QTimer fingers;
    QMessageBox::StandardButton chosen = QMessageBox::Cancel;
    int questions = 0, dialogs = 0;
    bool goesOn = true;
};

TEST_F(DocumentActionsTest, endNothingWhereThePersonDoesNotSayWhereToSave)
{
    answerWith(QMessageBox::Save);
    EXPECT_FALSE(actions.mayDrop());
    EXPECT_EQ(questions, 1);
    EXPECT_EQ(dialogs, 1);
    EXPECT_TRUE(goesOn);
}

TEST_F(DocumentActionsTest, saveWhatGoesOnWithTheDocument)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("mine.actlab");
    ASSERT_EQ(workspace.save(file), std::nullopt);
    answerWith(QMessageBox::Save);
    EXPECT_TRUE(actions.mayDrop());
    EXPECT_EQ(dialogs, 0);
    models::WorkspaceModel saved;
    ASSERT_EQ(saved.open(file), std::nullopt);
    EXPECT_EQ(saved.document().runs.size(), 1U);
}

TEST_F(DocumentActionsTest, saveWhatGoesOnAsItStandsAndLetItGoOn)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("mine.actlab");
    ASSERT_EQ(workspace.save(file), std::nullopt);
    EXPECT_TRUE(actions.save());
    EXPECT_TRUE(goesOn);
    models::WorkspaceModel saved;
    ASSERT_EQ(saved.open(file), std::nullopt);
    EXPECT_EQ(saved.document().runs.size(), 1U);
}

TEST_F(DocumentActionsTest, keepWhatGoesOnWhereTheDocumentHasNoFile)
{
    EXPECT_TRUE(actions.mayClose());
    EXPECT_EQ(questions, 0);
    const auto kept = models::takeUnsaved();
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->runs.size(), 1U);
}

TEST_F(DocumentActionsTest, endNothingWhereItCannotBeKept)
{
    const QString inTheWay = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/unsaved.actlab";
    ASSERT_TRUE(QDir().mkpath(inTheWay));
    answerWith(QMessageBox::Cancel);
    EXPECT_FALSE(actions.mayClose());
    EXPECT_EQ(questions, 1);
    EXPECT_TRUE(goesOn);
    EXPECT_TRUE(QDir().rmdir(inTheWay));
}

}  // namespace
}  // namespace actlab::widgets
