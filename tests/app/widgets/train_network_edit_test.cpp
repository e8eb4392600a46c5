#include "app/widgets/train_network_picture.hpp"

#include "tests/app/widgets/train_view_bench.hpp"
#include "tests/core/data/csv_files.hpp"

#include <QPointer>

namespace actlab::widgets {
namespace {

class TrainNetworkEdit : public TrainViewBench {
protected:
    using State = models::TrainingSession::State;

    void ask(double value) const { Q_EMIT view->findChild<TrainNetworkPicture*>()->parameterAsked(3, value, 0.125); }
    /// A click on a neuron or a link opens no editor, and the card says why.
    bool refuses(const char* why) const
    {
        auto* picture = view->findChild<TrainNetworkPicture*>();
        const auto* card = picture->findChild<QWidget*>("train-neuron-card");
        const auto says = [card, why] {
            for (const QLabel* label : card->findChildren<QLabel*>())
                if (label->text().contains(why))
                    return true;
            return false;
        };
        for (int x = 0; x < picture->width() && !says(); x += 8)
            QTest::mouseClick(picture, Qt::LeftButton, {}, {x, picture->height() / 2});
        return says() && !picture->findChild<QWidget*>("train-weight-editor");
    }
    bool hasWeight(float value) const
    {
        return models::waitUntil([this, value] {
            const auto picture = session->picture();
            return picture && picture->parameters[3] == value;
        });
    }
};

TEST_F(TrainNetworkEdit, ofANetworkThatHasNotBegunIsWhereStartBegins)
{
    openReal();
    ask(0.625);
    EXPECT_TRUE(hasWeight(0.625F));
    EXPECT_EQ(session->state(), State::Edited);
    EXPECT_EQ(session->history().size(), 1U) << "nothing is trained";
    EXPECT_EQ(buttonText("train-toggle"), "Start");
    EXPECT_TRUE(text("train-message").contains("Press Start"));
    workspace.edit("freeze", [](workspace::Document& document) { document.training.hidden[0].frozen = true; });
    EXPECT_TRUE(hasWeight(0.625F)) << "it follows the settings";
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    EXPECT_TRUE(hasWeight(0.625F)) << "frozen, it stays so";
    EXPECT_TRUE(session->marks().empty()) << "it is where the run began";
}

TEST_F(TrainNetworkEdit, ofANetworkThatHasNotBegunIsUndoneToNoEditAtAll)
{
    openReal();
    ask(0.625);
    ask(0.75);  // of the same hold
    ASSERT_TRUE(hasWeight(0.75F));
    workspace.undo();
    EXPECT_EQ(session->state(), State::Idle);
    workspace.redo();
    EXPECT_EQ(session->state(), State::Edited);
    EXPECT_TRUE(hasWeight(0.75F));
    workspace.edit("widen", [](workspace::Document& document) { document.training.hidden[0].width = 7; });
    EXPECT_EQ(session->state(), State::Idle) << "the weight has no place";
    EXPECT_TRUE(text("train-message").contains("no place"));
    workspace.undo();
    EXPECT_TRUE(hasWeight(0.75F));
    EXPECT_FALSE(text("train-message").contains("no place"));
}

TEST_F(TrainNetworkEdit, staysWhereSettingsChangeAtOnceAndTheFirstRunIsAskedFor)
{
    openReal();
    ask(0.625);
    editSpec([](nn::TrainingSpec& spec) { spec.hidden[0].frozen = true; });
    editSpec([](nn::TrainingSpec& spec) { spec.seed += 1; });
    EXPECT_EQ(session->state(), State::Edited);
    click("train-first-run");
    ASSERT_TRUE(trains(3));
    EXPECT_TRUE(hasWeight(0.625F)) << "frozen, it stays so";
}

TEST_F(TrainNetworkEdit, ofANetworkThatHasNotBegunIsNoRunToStop)
{
    openReal();
    ask(0.625);
    ASSERT_TRUE(hasWeight(0.625F));
    view->stop();
    EXPECT_TRUE(models::staysTrue([this] { return session->state() == State::Edited; }));
    EXPECT_TRUE(workspace.document().runs.empty());
}

TEST_F(TrainNetworkEdit, isRefusedWithTheReasonWhereTheSettingsAre)
{
    openReal();
    editSpec([](nn::TrainingSpec& spec) { spec.learningRate = 0; });
    EXPECT_TRUE(refuses("The learning rate must"));
}

TEST_F(TrainNetworkEdit, isRefusedWhileTheDataAreStillBeingRead)
{
    openReal();
    const data::TemporaryFile file("x,y,kind\n1,2,a\n2,1,b\n3,5,a\n4,4,b\n");
    editSpec([&](nn::TrainingSpec& spec) { spec.data = data::csvSpec(file.path(), "kind"); });
    EXPECT_TRUE(refuses("The data are still being read"));
}

TEST_F(TrainNetworkEdit, withoutAFiniteLossIsNoRunAndIsTakenBackByReset)
{
    openReal();
    ask(1e30);
    ASSERT_TRUE(models::waitUntil([this] { return text("train-message").contains("set by hand"); }));
    EXPECT_TRUE(text("train-message").contains("R all of them"));
    click("train-toggle");
    ASSERT_TRUE(reaches(State::Finished));
    EXPECT_TRUE(workspace.document().runs.empty());
    view->reset();
    EXPECT_EQ(session->state(), State::Edited);
    EXPECT_TRUE(models::waitUntil([this] { return text("train-message").contains("R all of them"); }));
    view->reset();
    EXPECT_EQ(session->state(), State::Idle);
    EXPECT_TRUE(spec().handWeights.empty());
}

TEST_F(TrainNetworkEdit, staysWithOtherDataOfTheSameShape)
{
    openReal();
    ask(0.625);
    ASSERT_TRUE(hasWeight(0.625F));
    editSpec([](nn::TrainingSpec& spec) { spec.data.name = "moons"; });
    EXPECT_EQ(session->state(), State::Edited);
    EXPECT_EQ(session->spec().data.name, "moons");
    EXPECT_TRUE(hasWeight(0.625F));
}

TEST_F(TrainNetworkEdit, thatHasNoPlaceIsForgottenOnRequest)
{
    openReal();
    ask(0.625);
    editSpec([](nn::TrainingSpec& spec) { spec.data.name = "digits"; });
    EXPECT_EQ(session->state(), State::Idle);
    ASSERT_TRUE(text("train-message").contains("no place"));
    click("train-message-action");
    EXPECT_FALSE(text("train-message").contains("no place"));
    EXPECT_TRUE(spec().handWeights.empty());
}

TEST_F(TrainNetworkEdit, isTakenBackByReset)
{
    openReal();
    ask(0.625);
    view->toggle();
    ASSERT_TRUE(trains(3));
    view->reset();
    EXPECT_EQ(session->state(), State::Edited) << "back to the first weights";
    EXPECT_TRUE(hasWeight(0.625F));
    view->reset();
    EXPECT_EQ(session->state(), State::Idle);
}

TEST_F(TrainNetworkEdit, ofAPausedRunIsSeenAndUndoneAtOnce)
{
    openReal();
    view->step();
    ASSERT_TRUE(trains(1));
    ASSERT_TRUE(models::waitUntil([&] { return session->picture() && session->picture()->epoch == 1; }))
        << "it shows where the run stands";
    const float before = session->picture()->parameters[3];
    Q_EMIT view->findChild<TrainNetworkPicture*>()->parameterAsked(3, -2.5, before);
    EXPECT_TRUE(hasWeight(-2.5F));
    EXPECT_EQ(session->history().size(), 2U);
    EXPECT_EQ(session->marks().size(), 1U);
    EXPECT_TRUE(models::waitUntil([&] { return text("train-epoch").endsWith("edited since"); }));
    EXPECT_TRUE(text("train-message").contains("before it was edited"));
    workspace.undo();
    EXPECT_TRUE(hasWeight(before));
    EXPECT_TRUE(session->marks().empty()) << "nothing was trained with it";
    workspace.redo();
    EXPECT_TRUE(hasWeight(-2.5F));
    view->step();
    EXPECT_TRUE(models::waitUntil([&] { return !text("train-epoch").endsWith("edited since"); }));
    EXPECT_TRUE(models::waitUntil([&] { return !text("train-message").contains("before it was edited"); }));
}

TEST_F(TrainNetworkEdit, goesOnToAnotherWeightWithTheNextClick)
{
    openReal();
    auto* picture = view->findChild<TrainNetworkPicture*>();
    const auto editor = [&] { return picture->findChild<QWidget*>("train-weight-editor"); };
    QPoint place(0, picture->height() / 2);
    ASSERT_TRUE(models::waitUntil([&] {
        QTest::mouseClick(picture, Qt::LeftButton, {}, place);
        if (!editor())
            place.setX((place.x() + 2) % picture->width());
        return editor();
    }));
    const QPointer<QWidget> first = editor();
    first->move(picture->mapToGlobal(QPoint(0, picture->height() + 10)));
    const QPoint same = first->mapFromGlobal(picture->mapToGlobal(place));
    QTest::mousePress(first, Qt::LeftButton, {}, same);
    EXPECT_TRUE(models::waitUntil([&] { return !first && editor(); }));
}

TEST_F(TrainNetworkEdit, ofARunIsUndoneAsOneMoreEditAndNotAfterItsEnd)
{
    openReal();
    editSpec([](nn::TrainingSpec& spec) { spec.hidden[0].frozen = true; });
    click("train-toggle");
    ASSERT_TRUE(trains(3));
    const float before = session->picture()->parameters[3];
    Q_EMIT view->findChild<TrainNetworkPicture*>()->parameterAsked(3, -2.5, before);
    ASSERT_TRUE(hasWeight(-2.5F));
    workspace.undo();
    EXPECT_TRUE(hasWeight(before));
    EXPECT_TRUE(session->hasBegun());
    workspace.redo();
    ASSERT_TRUE(hasWeight(-2.5F));
    click("train-stop");
    ASSERT_TRUE(reaches(State::Finished));
    workspace.undo();
    EXPECT_FALSE(spec().hidden[0].frozen) << "a step of a run that is over is none: the one before is undone";
}

}  // namespace
}  // namespace actlab::widgets
