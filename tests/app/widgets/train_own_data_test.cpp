#include "tests/app/widgets/train_view_bench.hpp"
#include "tests/core/data/csv_files.hpp"

#include "app/widgets/formula_field.hpp"
#include "app/widgets/train_form.hpp"

#include <QComboBox>
#include <QDialog>
#include <QTableWidget>
#include <QTemporaryDir>
#include <fstream>

namespace actlab::widgets {
namespace {

using data::TemporaryFile;

class TrainOwnDataTest : public TrainViewBench {
protected:
    QDialog* dialog() const { return view->findChild<QDialog*>("table-dialog"); }
    QString dataError() const
    {
        QString all;
        for (const auto* line : view->findChildren<TrainFieldError*>())
            all += line->text();
        return all;
    }
    bool saysOfData(const char* words) const
    {
        return models::waitUntil([&] { return text("own-data-about").contains(words); });
    }
    bool refuses(const QString& why) const
    {
        return models::waitUntil([&] { return dataError().contains(why); });
    }
};

/// Heights and widths of two kinds; the width of one is not known.
std::string leaves()
{
    std::string table = "height,width,kind\n";
    for (int i = 0; i < 40; ++i)
        table += std::to_string(i % 7) + "," + (i == 3 ? "?" : std::to_string(i % 5)) + "," +
                 (i % 2 ? "oak" : "elm") + "\n";
    return table;
}

TEST_F(TrainOwnDataTest, asksWhatOfATableIsToBeLearned)
{
    open();
    const TemporaryFile file(leaves());
    view->takeFile(QString::fromStdString(file.path()));
    ASSERT_NE(dialog(), nullptr);
    EXPECT_EQ(dialog()->findChild<QTableWidget*>("preview")->item(3, 1)->text(), "?");
    EXPECT_EQ(dialog()->findChild<QComboBox*>("target")->currentText(), "kind");
    EXPECT_EQ(spec().data.name, "circle") << "nothing is learned before it is chosen";
    QTest::mouseClick(dialog()->findChild<QAbstractButton*>("take"), Qt::LeftButton);
    EXPECT_EQ(spec().data.name, "csv");
    EXPECT_EQ(spec().data.target, "kind");
    EXPECT_EQ(spec().data.task, data::Task::Classification);
    EXPECT_TRUE(text("own-data-about").contains("table.csv, to learn: kind")) << text("own-data-about").toStdString();
    EXPECT_TRUE(saysOfData("1 of 40 rows is left out"));
    EXPECT_FALSE(find<QAbstractButton>("dataset-circle")->isChecked());
    workspace.undo();
    EXPECT_EQ(spec().data.name, "circle");
}

TEST_F(TrainOwnDataTest, knowsPicturesAndLabelsByTheirFirstBytes)
{
    open();
    const TemporaryFile labels(std::string("\0\0\x8\x1\0\0\0\x2\x3\x4", 10));
    view->takeFile(QString::fromStdString(labels.path()));
    EXPECT_TRUE(refuses("holds labels"));
    EXPECT_FALSE(dialog());
}

TEST_F(TrainOwnDataTest, guessesTheTaskWithTheTargetAndItsLossFollows)
{
    open();
    std::string table = "x,y\n";
    for (int i = 0; i < 40; ++i)
        table += std::to_string(i % 3) + "," + std::to_string(i) + ".5\n";
    const TemporaryFile file(table);
    view->takeFile(QString::fromStdString(file.path()));
    ASSERT_NE(dialog(), nullptr);
    EXPECT_EQ(dialog()->findChild<QComboBox*>("task")->currentIndex(), 1);
    dialog()->findChild<QComboBox*>("target")->setCurrentIndex(0);
    EXPECT_EQ(dialog()->findChild<QComboBox*>("task")->currentIndex(), 0);
    dialog()->findChild<QComboBox*>("target")->setCurrentIndex(1);
    QTest::mouseClick(dialog()->findChild<QAbstractButton*>("take"), Qt::LeftButton);
    EXPECT_EQ(spec().data.task, data::Task::Regression);
    EXPECT_EQ(spec().loss, nn::Loss::MeanSquared);
}

TEST_F(TrainOwnDataTest, tellsWhatIsWrongWithAFileWhereItIsChosen)
{
    open();
    const TemporaryFile file("a,b\n1,2\n3,4\n5,six\n");
    view->takeFile(QString::fromStdString(file.path()));
    EXPECT_EQ(dialog(), nullptr);
    EXPECT_TRUE(dataError().contains("line 4, column 2")) << dataError().toStdString();
}

TEST_F(TrainOwnDataTest, keepsTheDialogOpenWhereNothingCanBeLearned)
{
    open();
    std::string table = "x,y\n";
    for (int i = 0; i < 40; ++i)
        table += std::to_string(i) + ",3\n";
    const TemporaryFile file(table);
    view->takeFile(QString::fromStdString(file.path()));
    ASSERT_NE(dialog(), nullptr);
    QTest::mouseClick(dialog()->findChild<QAbstractButton*>("take"), Qt::LeftButton);
    EXPECT_TRUE(dialog()->isVisible());
    EXPECT_TRUE(dataError().contains("never varies")) << dataError().toStdString();
    EXPECT_EQ(spec().data.name, "circle");
}

TEST_F(TrainOwnDataTest, saysThatTheFileOfADocumentIsGone)
{
    open();
    editSpec([](nn::TrainingSpec& spec) {
        spec.data.name = "csv";
        spec.data.file = "/no/such/table.csv";
        spec.data.target = "y";
    });
    EXPECT_TRUE(refuses("There is no file \"/no/such/table.csv\"")) << dataError().toStdString();
}

TEST_F(TrainOwnDataTest, keepsWhatIsOnTheScreenWhileAFileIsRead)
{
    open();
    const TemporaryFile file(leaves());
    editSpec([&](nn::TrainingSpec& spec) { spec.data = data::csvSpec(file.path(), "kind"); });
    EXPECT_EQ(text("train-reading"), QString::fromUtf8("reading table.csv…"));
    EXPECT_FALSE(text("own-data-about").contains("rows"));
    EXPECT_TRUE(saysOfData("1 of 40 rows is left out"));
    EXPECT_EQ(text("train-reading"), "");
}

TEST_F(TrainOwnDataTest, triesAFileThatCannotBeReadAgainOnlyWhenThePersonComesBack)
{
    open();
    const QTemporaryDir folder;
    const std::string path = folder.filePath("late.csv").toStdString();
    editSpec([&](nn::TrainingSpec& spec) { spec.data = data::csvSpec(path, "kind"); });
    ASSERT_TRUE(refuses("There is no file"));
    std::ofstream(path) << leaves();
    editSpec([](nn::TrainingSpec& spec) { spec.epochs += 1; });
    EXPECT_EQ(text("train-reading"), "");
    EXPECT_TRUE(dataError().contains("There is no file")) << dataError().toStdString();
    view->hide();
    view->show();
    EXPECT_TRUE(saysOfData("1 of 40 rows is left out"));
    EXPECT_EQ(dataError(), "");
}

TEST_F(TrainOwnDataTest, saysNothingOfAnotherTableUnderTheNameOfOneThatCannotBeRead)
{
    open();
    const TemporaryFile file(leaves());
    editSpec([&](nn::TrainingSpec& spec) { spec.data = data::csvSpec(file.path(), "kind"); });
    ASSERT_TRUE(saysOfData("1 of 40 rows is left out"));
    editSpec([](nn::TrainingSpec& spec) { spec.data = data::csvSpec("/no/such/other.csv", "kind"); });
    ASSERT_TRUE(refuses("There is no file"));
    EXPECT_EQ(text("own-data-about"), "other.csv, to learn: kind");
}

TEST_F(TrainOwnDataTest, learnsWhatAFormulaSays)
{
    open();
    click("dataset-formula");
    EXPECT_EQ(spec().data.name, "formula");
    auto* field = find<FormulaField>("data-formula");
    ASSERT_TRUE(field->isVisible());
    Q_EMIT field->edited("x^2 - 1");
    EXPECT_EQ(spec().data.formula, "x^2 - 1");
    EXPECT_EQ(spec().data.task, data::Task::Regression);
    EXPECT_EQ(spec().loss, nn::Loss::MeanSquared);
    Q_EMIT field->edited("y > a*x");
    EXPECT_EQ(spec().data.formula, "x^2 - 1") << "a formula that is wrong changes nothing";
    EXPECT_TRUE(dataError().contains("a")) << dataError().toStdString();
    click("dataset-moons");
    EXPECT_EQ(spec().data.name, "moons");
    EXPECT_EQ(spec().loss, nn::Loss::CrossEntropy);
    EXPECT_FALSE(field->isVisible());
}

TEST_F(TrainOwnDataTest, countsTheAnswersToMoreInputsThanAPlaneHas)
{
    open();
    std::string table = "a,b,c,kind\n";
    for (int i = 0; i < 60; ++i)
        table += std::to_string(i) + "," + std::to_string(i % 7) + "," + std::to_string(i % 4) + "," +
                 (i % 3 == 0   ? "ash"
                  : i % 3 == 1 ? "elm"
                               : "oak") +
                 "\n";
    const TemporaryFile file(table);
    editSpec([&](nn::TrainingSpec& spec) { spec.data = data::csvSpec(file.path(), "kind"); });
    EXPECT_TRUE(models::waitUntil([this] { return find<QWidget>("train-confusion")->isVisible(); }));
}

}  // namespace
}  // namespace actlab::widgets
