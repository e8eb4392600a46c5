#include "app/widgets/file_drop.hpp"

#include "app/widgets/compose_view.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/main_window.hpp"
#include "app/widgets/message_bar.hpp"
#include "app/widgets/python_dialog.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

class FileDropTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        QSettings().clear();
        window.show();
        workspace.edit("edit", [](workspace::Document& document) { document.draft.definition.formula = "x + 7"; });
    }
    QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
    /// Drags the files over the widget and lets go; whether they were welcome.
    static bool drop(QWidget& on, const QStringList& paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&on, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent let(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&on, &let);
        return let.isAccepted();
    }
    std::string draft() const { return workspace.document().draft.definition.formula; }
    QString message() const
    {
        const auto* bar = window.findChild<MessageBar*>();
        return bar->isVisible() ? bar->findChild<QLabel*>()->text() : QString();
    }

    QTemporaryDir folder;
    models::ScriptedTraining training;
    models::WorkspaceModel workspace;
    models::TrainingSession session{nullptr, training.train()};
    MainWindow window{workspace, session};
};

TEST_F(FileDropTest, importsPythonDroppedAnywhereAndGoesToCompose)
{
    EXPECT_TRUE(drop(window, {written("f.py", "def f(x):\r\n\treturn 3 * x\r\n")}));
    ASSERT_TRUE(QTest::qWaitFor([this] { return draft() == "3*x"; })) << draft();
    EXPECT_TRUE(window.findChild<ComposeView*>()->isVisible());
}

TEST_F(FileDropTest, comesBeforeTheFieldUnderTheMouse)
{
    window.findChild<QAction*>("Compose")->trigger();
    auto& field = *window.findChild<FormulaField*>();
    EXPECT_TRUE(drop(*field.viewport(), {written("f.py", "def f(x): return 4 * x")}));
    ASSERT_TRUE(QTest::qWaitFor([this] { return draft() == "4*x"; })) << draft();
}

TEST_F(FileDropTest, saysWhatCannotBeImportedAndKeepsTheDraft)
{
    const std::pair<QStringList, const char*> kRows[] = {
        {{folder.path()}, "is a folder"},
        {{written("a.png", QByteArray("\x89PNG\0\1", 6))}, "null bytes"},
        {{written("latin.py", "# \xE9\ndef f(x): return x")}, "UTF-8"},
        {{"/a.py", "/b.py"}, "one at a time"},
    };
    for (const auto& [paths, sentence] : kRows) {
        EXPECT_TRUE(drop(window, paths));
        EXPECT_TRUE(QTest::qWaitFor([&] { return message().contains(sentence); })) << message().toStdString();
    }
    EXPECT_EQ(draft(), "x + 7");
    EXPECT_FALSE(window.findChild<PythonDialog*>());
}

TEST_F(FileDropTest, showsWhatCannotBeReadAndRunsNothing)
{
    const QString trace = folder.filePath("trace");
    drop(window, {written("bad.py", "import os\nos.system('touch " + trace.toUtf8() + "')\ndef f(x): return y\n")});
    ASSERT_TRUE(QTest::qWaitFor([this] { return window.findChild<PythonDialog*>() != nullptr; }));
    EXPECT_FALSE(QFile::exists(trace));
    EXPECT_EQ(draft(), "x + 7");
    delete window.findChild<PythonDialog*>();
}

TEST_F(FileDropTest, leavesTextToTheFields)
{
    QMimeData data;
    data.setText("x^2");
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    EXPECT_FALSE(enter.isAccepted());
}

}  // namespace
}  // namespace actlab::widgets
