// Editing a network while it trains, by the fingers of a person.
#include "tests/app/widgets/train_view_bench.hpp"

#include "app/widgets/train_decision_plot.hpp"
#include "app/widgets/train_epoch_plot.hpp"
#include "app/widgets/train_network_picture.hpp"
#include "core/activation/catalogue.hpp"

#include <qcustomplot.h>

#include <QComboBox>
#include <QListView>

namespace actlab::widgets {
namespace {

class TrainEditsTest : public TrainViewBench {
protected:
    /// The numbers of the marks on a plot, from left to right.
    QStringList marksOn(const char* plot) const
    {
        QStringList texts;
        auto* drawn = find<TrainEpochPlot>(plot)->findChild<QCustomPlot*>();
        for (int i = 0; i < drawn->itemCount(); ++i)
            if (auto* label = qobject_cast<QCPItemText*>(drawn->item(i)); label && label->visible())
                texts.append(label->text());
        return texts;
    }
    bool showsMark(const char* plot, const QString& number) const
    {
        return models::waitUntil([&] { return marksOn(plot) == QStringList{number}; });
    }
};

TEST_F(TrainEditsTest, swapsAnActivationWhileTheRunGoesOnAndMarksIt)
{
    openReal();
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    EXPECT_TRUE(marksOn("loss-plot").isEmpty());
    auto* choice = find<QComboBox>("layer-activation-1");
    const int gelu = choice->findText("GELU");
    ASSERT_GE(gelu, 0);
    choice->setCurrentIndex(gelu);
    Q_EMIT choice->activated(gelu);
    EXPECT_FALSE(text("train-message").contains("Changed since Start"));
    EXPECT_TRUE(showsMark("loss-plot", "1"));
    EXPECT_TRUE(showsMark("accuracy-plot", "1"));
    EXPECT_EQ(session->spec().hidden.front().activation->name(), "GELU");
    EXPECT_TRUE(session->isOn());
    click("train-stop");
    ASSERT_TRUE(reaches(models::TrainingSession::State::Finished));
    const workspace::Run& run = workspace.document().runs.back();
    ASSERT_EQ(run.marks.size(), 1U);
    EXPECT_EQ(nn::sentence(run.marks[0]), "layer 1: Tanh → GELU");
    EXPECT_EQ(run.spec.hidden.front().activation->name(), "GELU");
}

TEST_F(TrainEditsTest, undoTakesAnActivationBackWhileTheRunGoesOn)
{
    open();
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    editSpec([](nn::TrainingSpec& spec) { spec.hidden.front().activation = activation::findInCatalogue("gelu"); });
    ASSERT_TRUE(models::waitUntil([&] { return session->spec().hidden.front().activation->name() == "GELU"; }));
    workspace.undo();
    EXPECT_TRUE(models::waitUntil([&] { return session->spec().hidden.front().activation->name() == "Tanh"; }));
    EXPECT_FALSE(text("train-message").contains("Changed since Start"));
}

TEST_F(TrainEditsTest, freezesALayerByItsButton)
{
    open();
    click("layer-frozen-1");
    EXPECT_TRUE(spec().hidden.front().frozen);
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    EXPECT_TRUE(session->spec().hidden.front().frozen);
    click("layer-frozen-1");
    EXPECT_TRUE(models::waitUntil([&] { return !session->spec().hidden.front().frozen; }));
    EXPECT_TRUE(showsMark("loss-plot", "1"));
    workspace.undo();
    EXPECT_TRUE(find<QAbstractButton>("layer-frozen-1")->isChecked());
    EXPECT_TRUE(models::waitUntil([&] { return session->spec().hidden.front().frozen; }));
}

TEST_F(TrainEditsTest, freezesTheOutputLayerByItsButton)
{
    open();
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    click("output-frozen");
    EXPECT_TRUE(models::waitUntil([&] { return session->spec().outputFrozen; }));
    EXPECT_FALSE(text("train-message").contains("Changed since Start"));
    EXPECT_TRUE(showsMark("loss-plot", "1"));
    workspace.undo();
    EXPECT_FALSE(find<QAbstractButton>("output-frozen")->isChecked());
    EXPECT_TRUE(models::waitUntil([&] { return !session->spec().outputFrozen; }));
}

TEST_F(TrainEditsTest, showsTheNetworkOfTheRunUntilItIsOver)
{
    openReal();
    auto* picture = view->findChild<TrainNetworkPicture*>();
    const auto drawnLayers = [picture] {
        int layers = 0;
        for (const auto* button : picture->findChildren<QAbstractButton*>())
            layers += button->objectName().contains("-more-") && button->isVisible();
        return layers;
    };
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    click("layer-add");
    EXPECT_EQ(spec().hidden.size(), 2U);
    EXPECT_EQ(drawnLayers(), 1);
    picture->findChild<QAbstractButton*>("layer-more-1")->click();
    picture->findChild<QAbstractButton*>("layer-more-1")->click();
    EXPECT_EQ(spec().hidden[0].width, 6U) << "of the settings, which the next run has";
    click("train-stop");
    ASSERT_TRUE(reaches(models::TrainingSession::State::Finished));
    EXPECT_EQ(drawnLayers(), 2);
    EXPECT_FALSE(view->findChild<TrainDecisionPlot*>()->hasPicture()) << "of the other network";
}

TEST_F(TrainEditsTest, addsALayerThatIsNotFrozenBehindOneThatIs)
{
    open();
    click("layer-frozen-1");
    click("layer-add");
    ASSERT_EQ(spec().hidden.size(), 2U);
    EXPECT_FALSE(spec().hidden[1].frozen);
}

TEST_F(TrainEditsTest, showsNoOldAnswersBesideTheFirstWeightsOfAnotherNetwork)
{
    openReal();
    editSpec([](nn::TrainingSpec& spec) { spec.epochs = 5; });
    click("train-toggle");
    ASSERT_TRUE(reaches(models::TrainingSession::State::Finished));
    const auto* answers = view->findChild<TrainDecisionPlot*>();
    EXPECT_TRUE(answers->hasPicture());
    editSpec([](nn::TrainingSpec& spec) { spec.hidden.front().activation = activation::findInCatalogue("gelu"); });
    EXPECT_FALSE(answers->hasPicture());
    workspace.undo();
    EXPECT_TRUE(answers->hasPicture());
}

TEST_F(TrainEditsTest, findsAnActivationByALetterWithinItsName)
{
    open();
    auto* choice = find<QComboBox>("layer-activation-1");
    choice->showPopup();
    QTest::keyClicks(choice->view(), "soft");
    const auto* list = qobject_cast<QListView*>(choice->view());
    for (int row = 0; row < choice->count(); ++row)
        EXPECT_EQ(list->isRowHidden(row), !choice->itemText(row).contains("soft", Qt::CaseInsensitive))
            << choice->itemText(row).toStdString();
    EXPECT_TRUE(list->currentIndex().data().toString().startsWith("Soft"));
    QTest::keyClick(choice->view(), Qt::Key_Escape);
    EXPECT_FALSE(list->isRowHidden(0));
    QTest::keyClicks(choice->view(), "gelu");
    QTest::keyClick(choice->view(), Qt::Key_Return);
    EXPECT_EQ(spec().hidden.front().activation->name(), "GELU");
}

TEST_F(TrainEditsTest, putsTheMarksAwayWithTheRun)
{
    open();
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    editSpec([](nn::TrainingSpec& spec) { spec.learningRate = 0.5; });
    EXPECT_TRUE(showsMark("loss-plot", "1"));
    click("train-reset");
    EXPECT_TRUE(models::waitUntil([&] { return marksOn("loss-plot").isEmpty(); }));
}

}  // namespace
}  // namespace actlab::widgets
