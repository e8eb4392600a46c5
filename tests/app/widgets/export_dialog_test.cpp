#include "app/widgets/export_dialog.hpp"

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/figure.hpp"
#include "app/widgets/theme.hpp"
#include "core/activation/catalogue.hpp"
#include "core/workspace/export_formats.hpp"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

#include <clocale>

namespace actlab::widgets {

namespace {

class ExportDialogTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { applyTheme(*qApp, ThemeChoice::Light); }
    void SetUp() override { QSettings().clear(); }

    template <class Widget>
    Widget* part(const char* name = "")
    {
        auto* found = dialog.findChild<Widget*>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    static bool pick(QListWidget* list, const QString& text)
    {
        const auto found = list->findItems(text, Qt::MatchExactly);
        if (!found.isEmpty())
            list->setCurrentItem(found.front());
        return !found.isEmpty();
    }
    bool pickFormat(const char* name)
    {
        const auto* format = workspace::findExportFormat(name);
        return format &&
               pick(part<QListWidget>("export-formats"), QString::fromStdString(std::string(format->title)));
    }
    bool isWritten()
    {
        return QTest::qWaitFor([this] { return part<QPushButton>("export-save")->isEnabled(); });
    }
    std::string shownText() { return dialog.findChild<QPlainTextEdit*>()->toPlainText().toStdString(); }
    QString said() { return part<QLabel>("export-said")->text(); }
    std::string expected(const char* format, const activation::ActivationPtr& activation)
    {
        return *workspace::findExportFormat(format)->write(*activation);
    }
    activation::ActivationPtr explored() const { return workspace.document().plot.shown.front().activation; }
    void setDraft(const char* name, const char* formula)
    {
        workspace.edit("edit", [=](workspace::Document& document) {
            document.draft.definition = {name, formula, "", {}};
        });
    }
    std::string written(const QString& path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll().toStdString();
    }
    static std::vector<models::Exportable> figures()
    {
        CurvePlot plot;
        plot.resize(320, 200);
        Figure figure = plot.figure(lightTheme());
        figure.name = "A figure";
        figure.csv = [] { return std::string("x,y\n0,1.5\n"); };
        return {exportableFigure(figure)};
    }

    QTemporaryDir folder;
    models::WorkspaceModel workspace;
    ExportDialog dialog{workspace, figures};
};

}  // namespace

TEST_F(ExportDialogTest, showsWhatTheCoreWritesInEveryFormatThatIsText)
{
    dialog.ask(models::kExplored);
    for (const char* format : {"numpy", "pytorch", "pytorch-autograd", "libtorch", "cpp", "jax", "latex", "json"}) {
        ASSERT_TRUE(pickFormat(format)) << format;
        ASSERT_TRUE(isWritten()) << format;
        EXPECT_EQ(shownText(), expected(format, explored())) << format;
    }
}

TEST_F(ExportDialogTest, listsEveryFormatOfTheTable)
{
    dialog.ask(models::kExplored);
    const auto* list = part<QListWidget>("export-formats");
    const auto formats = workspace::exportFormats();
    ASSERT_EQ(static_cast<std::size_t>(list->count()), formats.size());
    for (std::size_t i = 0; i < formats.size(); ++i)
        EXPECT_EQ(list->item(static_cast<int>(i))->text().toStdString(), formats[i].title);
}

TEST_F(ExportDialogTest, copiesAllOfTheText)
{
    dialog.ask(models::kExplored);
    ASSERT_TRUE(pickFormat("cpp") && isWritten());
    part<QPushButton>("export-copy")->click();
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), expected("cpp", explored()));
}

TEST_F(ExportDialogTest, savesTheVeryBytesWithADotWhereTheLocaleHasAComma)
{
    const std::string before = std::setlocale(LC_ALL, nullptr);
    const QLocale locale;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    workspace.edit("edit", [](workspace::Document& document) {
        document.plot.shown.front().activation = activation::findInCatalogue("ELU")->withValue("alpha", 0.625);
    });
    dialog.ask(models::kExplored);
    for (const char* format : {"numpy", "pytorch", "json", "latex", "cpp"}) {
        ASSERT_TRUE(pickFormat(format) && isWritten()) << format;
        dialog.saveTo(folder.filePath("f"));
        EXPECT_EQ(written(folder.filePath("f")), shownText()) << format;
        EXPECT_NE(shownText().find("0.625"), std::string::npos) << format;
        EXPECT_TRUE(said().startsWith("Wrote ")) << said().toStdString();
    }
    std::setlocale(LC_ALL, before.c_str());
    QLocale::setDefault(locale);
}

TEST_F(ExportDialogTest, tellsOfABadPlaceLeavesNothingAndStays)
{
    dialog.ask(models::kExplored);
    ASSERT_TRUE(pickFormat("json") && isWritten());
    QDir(folder.path()).mkdir("folder.json");
    for (const QString& place :
         {folder.filePath("nowhere/f.json"), folder.filePath("folder.json"), QStringLiteral("/dev/full")}) {
        dialog.saveTo(place);
        EXPECT_EQ(part<QLabel>("export-said")->property("role"), "error") << place.toStdString();
        EXPECT_FALSE(said().isEmpty());
        EXPECT_TRUE(dialog.isVisible());
    }
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

TEST_F(ExportDialogTest, followsTheActivationAndItsUndoing)
{
    dialog.ask(models::kExplored);
    ASSERT_TRUE(pickFormat("numpy") && isWritten());
    const std::string before = shownText();
    workspace.edit("edit", [](workspace::Document& document) {
        document.plot.shown.front().activation = activation::findInCatalogue("Mish");
    });
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return shownText() == expected("numpy", activation::findInCatalogue("Mish")); }));
    workspace.undo();
    EXPECT_TRUE(QTest::qWaitFor([&] { return shownText() == before; }));
}

TEST_F(ExportDialogTest, saysWhatIsWrongWithADraftInPlaceOfItsFile)
{
    setDraft("Mine", "tanj(x)");
    dialog.ask(models::kDraft);
    const auto* words = part<QLabel>("export-words");
    ASSERT_TRUE(QTest::qWaitFor([&] { return words->text().contains("tanj"); }));
    EXPECT_TRUE(words->isVisible());
    EXPECT_FALSE(part<QPushButton>("export-save")->isEnabled());
    EXPECT_FALSE(part<QPushButton>("export-copy")->isEnabled());
    setDraft("Mine", "tanh(x)");
    EXPECT_TRUE(isWritten());
    EXPECT_NE(shownText().find("tanh"), std::string::npos);
}

TEST_F(ExportDialogTest, remembersTheFormatForEachKindOfThing)
{
    dialog.ask(models::kExplored);
    ASSERT_TRUE(pickFormat("latex"));
    ASSERT_TRUE(pick(part<QListWidget>("export-subjects"), "A figure"));
    EXPECT_TRUE(part<QListWidget>("export-formats")->currentItem()->text().startsWith("PNG"));
    dialog.close();
    ExportDialog next(workspace, figures);
    next.ask(models::kExplored);
    EXPECT_EQ(next.findChild<QListWidget*>("export-formats")->currentItem()->text().toStdString(),
              workspace::findExportFormat("latex")->title);
}

TEST_F(ExportDialogTest, offersWhatIsAskedForByItself)
{
    dialog.ask(activation::findInCatalogue("Softplus"));
    ASSERT_TRUE(isWritten());
    EXPECT_EQ(part<QListWidget>("export-subjects")->currentItem()->text(), "Softplus");
    EXPECT_NE(shownText().find("class Softplus"), std::string::npos);
}

TEST_F(ExportDialogTest, drawsAFigureAsLargeAsWantedAndWritesItsNumbers)
{
    dialog.ask(QStringLiteral("figure/curves"));
    const auto sides = dialog.findChildren<QSpinBox*>();
    ASSERT_EQ(sides.size(), 2);
    EXPECT_EQ(sides[0]->value(), 320);
    sides[0]->setValue(500);
    sides[1]->setValue(400);
    dialog.saveTo(folder.filePath("f.png"));
    EXPECT_EQ(QImage(folder.filePath("f.png")).size(), QSize(500, 400));
    dialog.ask(QStringLiteral("figure/curves"), QStringLiteral("csv"));
    ASSERT_TRUE(isWritten());
    EXPECT_EQ(shownText(), "x,y\n0,1.5\n");
}

TEST_F(ExportDialogTest, saysWhatABinaryFileIsAndHowItIsLoaded)
{
    dialog.ask(models::kExplored);
    ASSERT_TRUE(pickFormat("torchscript"));
    const auto* save = part<QPushButton>("export-save");
    const auto* words = part<QLabel>("export-words");
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return save->isEnabled() || words->text().contains("cannot be written"); }, 60'000));
    if (!save->isEnabled())
        GTEST_SKIP() << words->text().toStdString();
    EXPECT_TRUE(words->text().contains("bytes")) << words->text().toStdString();
    EXPECT_EQ(part<QLabel>("export-loading")->text().count('\n'), 1);
    EXPECT_FALSE(part<QPushButton>("export-copy")->isEnabled());
    dialog.saveTo(folder.filePath("f.pt"));
    EXPECT_EQ(written(folder.filePath("f.pt")).substr(0, 2), "PK");
}

}  // namespace actlab::widgets
