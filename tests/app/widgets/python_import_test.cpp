#include "app/widgets/python_import.hpp"

#include "app/widgets/compose_view.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/python_dialog.hpp"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <algorithm>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

class PythonImportTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        view.resize(1280, 720);
        view.show();
        field().setFocus();
        field().selectAll();
        QTest::keyClicks(&field(), "x + 7");
        workspace.endGesture();
    }
    void TearDown() override { delete dialog(); }

    FormulaField& field() const { return *view.findChild<FormulaField*>(); }
    PythonDialog* dialog() const { return view.window()->findChild<PythonDialog*>(); }
    std::string draft() const { return workspace.document().draft.definition.formula; }
    std::string gradient() const { return workspace.document().draft.definition.gradient; }
    void paste(const QString& text) const
    {
        QApplication::clipboard()->setText(text);
        QTest::keyClick(&field(), Qt::Key_V, Qt::ControlModifier);
    }
    bool opensDialog() const
    {
        return QTest::qWaitFor([this] { return dialog() != nullptr; });
    }
    static void press(QWidget& in, const QString& text)
    {
        const auto all = in.findChildren<QPushButton*>();
        const auto found = std::ranges::find_if(all, [&](const auto* each) { return each->text() == text; });
        ASSERT_NE(found, all.end()) << text.toStdString();
        QTest::mouseClick(*found, Qt::LeftButton);
    }
    QString lastSentence() const { return said.isEmpty() ? QString() : said.back().front().toString(); }

    models::WorkspaceModel workspace;
    ComposeView view{workspace};
    QSignalSpy said{&view, &ComposeView::said};
};

TEST_F(PythonImportTest, takesOnePlainFunctionThatIsPastedAtOnce)
{
    const int steps = workspace.undoStack().count();
    paste("import torch\ndef f(x, a=0.1):\r\n\treturn torch.where(x > 0, x, a * x)\n");
    EXPECT_TRUE(QTest::qWaitFor([this] { return draft() == "{x > 0: x, a*x}"; })) << draft();
    EXPECT_FALSE(dialog());
    EXPECT_EQ(field().toPlainText(), "{x > 0: x, a*x}");
    EXPECT_EQ(workspace.undoStack().count(), steps + 1);
    EXPECT_TRUE(lastSentence().contains("f comes from Python"));
    workspace.undo();
    EXPECT_EQ(draft(), "x + 7");
}

TEST_F(PythonImportTest, asksWhichOfSeveralFunctions)
{
    paste("def f(x): return x\ndef g(x): return 2 * x\n");
    ASSERT_TRUE(opensDialog());
    EXPECT_EQ(draft(), "x + 7");
    auto* list = dialog()->findChild<QListWidget*>("functions");
    ASSERT_EQ(list->count(), 2);
    EXPECT_TRUE(list->item(1)->text().contains("2*x"));
    EXPECT_FALSE(list->item(1)->icon().isNull());
    list->setCurrentRow(1);
    press(*dialog(), "Take it into Compose");
    EXPECT_EQ(draft(), "2*x");
    EXPECT_TRUE(QTest::qWaitFor([this] { return !dialog(); }));
}

TEST_F(PythonImportTest, leavesTheDraftAloneWhereNothingIsTaken)
{
    const auto before = workspace.document().draft.definition;
    paste("def f(x): return x\ndef g(x): return 2 * x\n");
    ASSERT_TRUE(opensDialog());
    press(*dialog(), "Cancel");
    EXPECT_EQ(workspace.document().draft.definition, before);
    EXPECT_EQ(field().toPlainText(), "x + 7");
}

TEST_F(PythonImportTest, offersTheDerivativeOfAPairAsGradient)
{
    const QString pair = "def step(x): return (x > 0).float()\n"
                         "def step_derivative(x): return torch.sigmoid(x)\n";
    paste(pair);
    ASSERT_TRUE(opensDialog());
    auto* box = dialog()->findChild<QCheckBox*>();
    EXPECT_TRUE(box->isVisible());
    EXPECT_TRUE(box->text().contains("step_derivative"));
    press(*dialog(), "Take it into Compose");
    EXPECT_EQ(draft(), "x > 0");
    EXPECT_NE(gradient(), "");
    ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog(); }));
    paste(pair);
    ASSERT_TRUE(opensDialog());
    QTest::mouseClick(dialog()->findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
    press(*dialog(), "Take it into Compose");
    EXPECT_EQ(draft(), "x > 0");
    EXPECT_EQ(gradient(), "");
}

TEST_F(PythonImportTest, readsALongTextWhileTheWindowGoesOnAndSaysSo)
{
    QString text;
    for (int i = 0; i < 200; ++i)
        text += QStringLiteral("def f%1(x):\n    y = torch.where(x > %1, x, %1 * torch.exp(x) - 1)\n"
                               "    return torch.clamp(y, min=-%1) + torch.tanh(x)\n")
                    .arg(i);
    paste(text);
    EXPECT_FALSE(dialog()) << "the window waited for it";
    ASSERT_TRUE(QTest::qWaitFor([this] { return dialog() != nullptr; }, 60'000));
    EXPECT_EQ(dialog()->findChild<QListWidget*>("functions")->count(), 200);
}

TEST_F(PythonImportTest, onlyTheLastOfTwoTextsCounts)
{
    paste("def f(x): return 3 * x\n");
    paste("def g(x): return 4 * x\n");
    EXPECT_TRUE(QTest::qWaitFor([this] { return draft() == "4*x"; })) << draft();
    workspace.undo();
    EXPECT_EQ(draft(), "x + 7");
}

TEST_F(PythonImportTest, saysAMillionCharactersAreTooMany)
{
    paste("def f(x): return x\n" + QString("# It was the best of times.\n").repeated(40'000));
    EXPECT_FALSE(dialog());
    EXPECT_EQ(draft(), "x + 7");
    EXPECT_TRUE(lastSentence().contains("Nothing was imported")) << lastSentence().toStdString();
}

TEST_F(PythonImportTest, readsAFileThatIsPasted)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("f.py"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("def f(x): return 3 * x\n");
    file.close();
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(file.fileName())});
    QApplication::clipboard()->setMimeData(data);
    QTest::keyClick(&field(), Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor([this] { return draft() == "3*x"; })) << draft();
}

TEST_F(PythonImportTest, stillPastesFormulas)
{
    field().selectAll();
    paste("torch.where(x > 0, x, 0)");
    EXPECT_FALSE(dialog());
    EXPECT_EQ(draft(), "torch.where(x > 0, x, 0)");
}

}  // namespace
}  // namespace actlab::widgets
