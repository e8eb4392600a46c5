#include "app/models/workspace_model.hpp"

#include "core/activation/catalogue.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::models {

namespace {

using workspace::Document;

void setDraft(WorkspaceModel& model, const char* formula, const QString& gesture = {})
{
    model.edit(
        "draft", [=](Document& document) { document.draft.definition.formula = formula; }, gesture);
}

std::string draftOf(const WorkspaceModel& model)
{
    return model.document().draft.definition.formula;
}

QString fileWith(const QTemporaryDir& folder, const QByteArray& content)
{
    QFile file(folder.filePath("given.actlab"));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

}  // namespace

TEST(WorkspaceModel, undoesAndRedoesAnEdit)
{
    WorkspaceModel model;
    const std::string before = draftOf(model);
    setDraft(model, "2*x");
    model.undo();
    EXPECT_EQ(draftOf(model), before);
    model.redo();
    EXPECT_EQ(draftOf(model), "2*x");
}

TEST(WorkspaceModel, makesOneStepOfADrag)
{
    WorkspaceModel model;
    const std::string before = draftOf(model);
    for (const char* each : {"1*x", "2*x", "3*x"})
        setDraft(model, each, "drag");
    EXPECT_EQ(model.undoStack().count(), 1);
    model.undo();
    EXPECT_EQ(draftOf(model), before);
}

TEST(WorkspaceModel, makesTwoStepsOfTwoDragsOfTheSameThing)
{
    WorkspaceModel model;
    setDraft(model, "1*x", "drag");
    model.endGesture();
    setDraft(model, "2*x", "drag");
    EXPECT_EQ(model.undoStack().count(), 2);
    model.undo();
    EXPECT_EQ(draftOf(model), "1*x");
}

TEST(WorkspaceModel, startsANewStepWhereAnotherEditCameBetween)
{
    WorkspaceModel model;
    setDraft(model, "1*x", "drag");
    setDraft(model, "2*x", "other");
    setDraft(model, "3*x", "drag");
    EXPECT_EQ(model.undoStack().count(), 3);
}

TEST(WorkspaceModel, refusesToUndoWhileUndoIsNotWelcome)
{
    WorkspaceModel model;
    bool isMenuOpen = true;
    model.setUndoGuard([&] { return !isMenuOpen; });
    setDraft(model, "2*x");
    model.undo();
    EXPECT_EQ(draftOf(model), "2*x");
    isMenuOpen = false;
    model.undo();
    EXPECT_NE(draftOf(model), "2*x");
}

TEST(WorkspaceModel, keepsTheViewAndTheRunsWhenAnEarlierEditIsUndone)
{
    WorkspaceModel model;
    setDraft(model, "2*x");
    model.look([](Document& document) {
        document.plot.x = {-1, 1};
        document.runs.push_back({.name = "run 1", .spec = document.training, .history = {}, .outcome = "finished"});
    });
    model.undo();
    EXPECT_EQ(model.document().plot.x, (analysis::Interval{-1, 1}));
    EXPECT_EQ(model.document().runs.size(), 1u);
}

TEST(WorkspaceModel, opensWhatItSaved)
{
    const QTemporaryDir folder;
    WorkspaceModel model;
    setDraft(model, "x > 0 ? x : a*x");
    ASSERT_EQ(model.save(folder.filePath("mine.actlab")), std::nullopt);
    EXPECT_FALSE(model.isModified());
    WorkspaceModel other;
    ASSERT_EQ(other.open(folder.filePath("mine.actlab")), std::nullopt);
    EXPECT_EQ(draftOf(other), "x > 0 ? x : a*x");
    EXPECT_EQ(other.path(), folder.filePath("mine.actlab"));
    EXPECT_FALSE(other.isModified());
}

TEST(WorkspaceModel, keepsTheDocumentWhenAFileIsGarbage)
{
    const QTemporaryDir folder;
    WorkspaceModel model;
    setDraft(model, "2*x");
    for (const QByteArray& garbage : {QByteArray(), QByteArray("{"), QByteArray("\x00\xff\x13", 3), QByteArray("[1]"),
                                      QByteArray(100'000, '['), QByteArray("{\"formatVersion\": 99}")}) {
        const auto error = model.open(fileWith(folder, garbage));
        ASSERT_TRUE(error.has_value()) << garbage.left(20).constData();
        EXPECT_TRUE(error->contains("given.actlab")) << error->toStdString();
        EXPECT_EQ(draftOf(model), "2*x");
    }
    EXPECT_TRUE(model.undoStack().canUndo()) << "what was done before can still be undone";
    EXPECT_TRUE(model.path().isEmpty());
}

TEST(WorkspaceModel, saysWhyAFileCannotBeOpened)
{
    const QTemporaryDir folder;
    WorkspaceModel model;
    EXPECT_TRUE(model.open("/no/such/file.actlab")->contains("no file"));
    EXPECT_TRUE(model.open(folder.path())->contains("is not a file"));
}

TEST(WorkspaceModel, saysWhereItCannotSaveAndStaysModified)
{
    WorkspaceModel model;
    setDraft(model, "2*x");
    for (const char* place : {"/proc/x.actlab", "/no/such/folder/x.actlab"}) {
        const auto error = model.save(place);
        ASSERT_TRUE(error.has_value()) << place;
        EXPECT_TRUE(error->contains("x.actlab") || error->contains("folder")) << error->toStdString();
        EXPECT_TRUE(model.isModified());
        EXPECT_TRUE(model.path().isEmpty());
    }
}

TEST(WorkspaceModel, putsNoFileInThePlaceOfAFolder)
{
    const QTemporaryDir folder;
    WorkspaceModel model;
    EXPECT_TRUE(model.save(folder.path())->contains("is not a file"));
    EXPECT_TRUE(QFileInfo(folder.path()).isDir());
}

TEST(WorkspaceModel, knowsWhetherClosingWouldLoseWork)
{
    WorkspaceModel model;
    EXPECT_FALSE(model.holdsUnsavedWork());
    model.edit("look at another", [](Document& document) { document.plot.second = true; });
    EXPECT_TRUE(model.isModified());
    EXPECT_FALSE(model.holdsUnsavedWork()) << "which curves are shown is no work in a document never saved";
    setDraft(model, "2*x");
    EXPECT_TRUE(model.holdsUnsavedWork());
    model.undo();
    EXPECT_FALSE(model.holdsUnsavedWork());
}

TEST(WorkspaceModel, asksAboutEveryChangeOfADocumentThatHasAFile)
{
    const QTemporaryDir folder;
    WorkspaceModel model;
    ASSERT_EQ(model.save(folder.filePath("mine.actlab")), std::nullopt);
    EXPECT_FALSE(model.holdsUnsavedWork());
    model.edit("look at another", [](Document& document) { document.plot.second = true; });
    EXPECT_TRUE(model.holdsUnsavedWork());
}

TEST(WorkspaceModel, findsOnesOwnBeforeTheCatalogues)
{
    WorkspaceModel model;
    const auto mine = *activation::makeActivation({"Mine", "3*x", "", {}});
    model.edit("add", [&](Document& document) { document.custom = {mine}; });
    EXPECT_EQ(model.find("Mine"), mine);
    EXPECT_EQ(model.find("relu"), activation::findInCatalogue("ReLU"));
    EXPECT_EQ(model.find("no such thing"), nullptr);
}

TEST(WorkspaceModel, keepsARunThatEndsWithinAGesture)
{
    WorkspaceModel model;
    setDraft(model, "x", "drag");
    model.look([](Document& document) {
        workspace::addRun(document, workspace::Run{"ended meanwhile", {}, {}, ""});
    });
    setDraft(model, "2*x", "drag");
    model.undo();
    ASSERT_EQ(model.document().runs.size(), 1U) << "it is no work of the gesture";
    EXPECT_EQ(model.document().runs[0].name, "ended meanwhile");
    EXPECT_NE(model.document().draft.definition.formula, "2*x");
    model.redo();
    EXPECT_EQ(model.document().runs.size(), 1U);
    EXPECT_EQ(model.document().draft.definition.formula, "2*x");
}

TEST(WorkspaceModel, givesNoNumberTwiceAfterRunsWereBroughtBack)
{
    WorkspaceModel model;
    Document kept;
    workspace::addRun(kept, workspace::Run{"kept", {}, {}, ""});
    model.edit("bring back", [&](Document& document) { document = kept; });
    model.look([](Document& document) { workspace::addRun(document, workspace::Run{"new", {}, {}, ""}); });
    ASSERT_EQ(model.document().runs.size(), 2U);
    EXPECT_NE(model.document().runs[0].number, model.document().runs[1].number);
    model.undo();
    ASSERT_EQ(model.document().runs.size(), 1U);
    EXPECT_EQ(model.document().runs[0].name, "new");
}

}  // namespace actlab::models
