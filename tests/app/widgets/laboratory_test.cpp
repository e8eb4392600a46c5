// A whole lesson at one go: data, a training that is edited while it goes on, a race, a file, and the file again.
#include "app/widgets/main_window.hpp"
#include "app/widgets/race_dialog.hpp"
#include "app/widgets/runs_view.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_network_picture.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

/// A window over the real training, and fingers to use it with.
struct Laboratory {
    models::WorkspaceModel workspace;
    models::TrainingSession session;
    MainWindow window{workspace, session};

    template <class Widget>
    Widget* find(const char* name) const
    {
        auto* found = window.findChild<Widget*>(name);
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void click(const char* name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    void choose(const char* action) const { find<QAction>(action)->trigger(); }
    void pick(const char* combo, const char* item) const
    {
        auto* box = find<QComboBox>(combo);
        const int row = box->findText(item);
        ASSERT_GE(row, 0) << item;
        box->setCurrentIndex(row);
        Q_EMIT box->activated(row);
    }
    void type(const char* combo, const char* text) const
    {
        QLineEdit* line = find<QComboBox>(combo)->lineEdit();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    /// As the slider of Compose does.
    void defineOwn(double slope)
    {
        const auto own = *activation::makeActivation({"Mine", "x > 0 ? x : a*x", "", {{"a", slope, 0, 1, false}}});
        workspace.edit("define", [&](workspace::Document& document) { document.custom = {own}; });
    }
    bool hasMarks(std::size_t count) const
    {
        return models::waitUntil([&] { return session.marks().size() == count; });
    }
};

class LaboratoryTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        applyTheme(*qApp, ThemeChoice::Light);
        QSettings().clear();
    }

    void trainAndEdit(Laboratory& lab)
    {
        lab.defineOwn(0.1);
        lab.choose("Train");
        lab.click("dataset-moons");
        lab.pick("layer-activation-1", "Mine");
        lab.find<QSpinBox>("epochs")->setValue(1'000'000);
        lab.click("train-toggle");
        ASSERT_TRUE(models::waitUntil([&] { return lab.session.history().size() > 3 && lab.session.picture(); }));
        lab.defineOwn(0.5);
        ASSERT_TRUE(lab.hasMarks(1));
        Q_EMIT lab.window.findChild<TrainNetworkPicture*>()->parameterAsked(0, 1.5, 0.25);
        ASSERT_TRUE(lab.hasMarks(2));
        lab.type("learning-rate", "0.002");
        ASSERT_TRUE(lab.hasMarks(3));
        lab.click("train-stop");
        ASSERT_TRUE(models::waitUntil([&] { return lab.workspace.document().runs.size() == 1; }));
    }

    void writeNote(Laboratory& lab)
    {
        auto* runs = lab.find<RunsView>("train-runs")->model();
        runs->setData(runs->index(0, models::RunsModel::columnOf("note")), "before lunch");
    }

    void race(Laboratory& lab)
    {
        lab.find<QSpinBox>("epochs")->setValue(2);
        lab.choose("Race activations");
        lab.find<QSpinBox>("race-seeds")->setValue(2);
        lab.click("race-start");
        ASSERT_TRUE(models::waitUntil([&] { return lab.find<QAbstractButton>("race-copy")->isEnabled(); }));
        ASSERT_TRUE(models::waitUntil([&] { return !lab.find<QWidget>("race-progress")->isVisible(); }));
        EXPECT_FALSE(lab.find<QLabel>("race-verdict")->text().isEmpty());
    }

    const QTemporaryDir m_folder;
};

TEST_F(LaboratoryTest, findsEveryRunAgainWithItsMarksNoteAndWeights)
{
    const QString file = m_folder.filePath("lesson.actlab");
    Laboratory lab;
    lab.window.show();
    trainAndEdit(lab);
    if (HasFatalFailure())
        return;
    writeNote(lab);
    race(lab);
    ASSERT_EQ(lab.workspace.save(file), std::nullopt);
    const workspace::Run run = lab.workspace.document().runs.at(0);
    ASSERT_EQ(run.marks.size(), 3U);
    EXPECT_EQ(nn::sentence(run.marks[0]), "layer 1: a 0.1 → 0.5");
    EXPECT_TRUE(nn::sentence(run.marks[1]).ends_with("→ 1.5"));
    EXPECT_EQ(nn::sentence(run.marks[2]), "learning rate 0.01 → 0.002");

    Laboratory anew;
    anew.window.show();
    anew.window.open(file);
    anew.choose("Train");
    ASSERT_EQ(anew.workspace.document().runs.size(), 1U);
    const workspace::Run& found = anew.workspace.document().runs[0];
    EXPECT_EQ(found.name, run.name);
    EXPECT_EQ(found.note, "before lunch");
    EXPECT_EQ(found.marks, run.marks);
    EXPECT_EQ(found.history.size(), run.history.size());
    EXPECT_EQ(found.history.back().testLoss, run.history.back().testLoss);
    ASSERT_TRUE(found.network && run.network);
    EXPECT_TRUE(found.network->layers == run.network->layers);
    EXPECT_EQ(anew.find<RunsView>("train-runs")->model()->rowCount(), 1);
    EXPECT_EQ(anew.find<QComboBox>("layer-activation-1")->currentText(), "Mine");
}

}  // namespace
}  // namespace actlab::widgets
