#include "app/models/kept_run.hpp"

#include "core/nn/hand_weights.hpp"
#include "core/workspace/runs.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::models {
namespace {

using State = TrainingSession::State;

class KeptRun : public ::testing::Test {
protected:
    const std::vector<workspace::Run>& runs() const { return workspace.document().runs; }
    void trainTo(std::size_t epoch)
    {
        while (session.history().size() <= epoch) {
            const std::size_t known = session.history().size();
            session.step(smallSpec());
            ASSERT_TRUE(waitUntil([&] { return session.history().size() > known; }));
        }
        ASSERT_TRUE(waitUntil([&] { return session.picture() != nullptr; }));
    }

    WorkspaceModel workspace;
    TrainingSession session;
};

TEST_F(KeptRun, asItStandsHasItsCurvesAndItsWeightsAndIsCalledUnfinished)
{
    trainTo(3);
    const std::size_t epochs = session.history().back().epoch;
    keepRun(workspace, session);
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_EQ(runs()[0].history.size(), epochs + 1);
    EXPECT_TRUE(
        runs()[0].outcome.starts_with("unfinished: kept as it stood after " + std::to_string(epochs) + " epochs"))
        << runs()[0].outcome;
    EXPECT_NE(runs()[0].network, nullptr);
    EXPECT_TRUE(session.hasBegun()) << "it goes on";
}

TEST_F(KeptRun, isTheSameOneWhenItGoesOnAndEnds)
{
    trainTo(1);
    keepRun(workspace, session);
    const std::size_t number = runs()[0].number;
    workspace.edit("say", [number](workspace::Document& document) {
        workspace::noteRun(document, number, "mine");
        workspace::renameRun(document, number, "first");
    });
    trainTo(2);
    session.stopNow();
    ASSERT_EQ(session.state(), State::Finished);
    keepRun(workspace, session);
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_EQ(runs()[0].number, number);
    EXPECT_EQ(runs()[0].history.size(), session.history().size());
    EXPECT_EQ(runs()[0].outcome.substr(0, 7), "stopped");
    EXPECT_EQ(runs()[0].note, "mine");
    EXPECT_EQ(runs()[0].name, "first");
    workspace.undo();
    EXPECT_EQ(runs()[0].history.size(), session.history().size()) << "undoing a note takes no epochs back";
}

TEST_F(KeptRun, ofAnotherBeginningIsAnother)
{
    trainTo(1);
    keepRun(workspace, session);
    session.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return session.history().size() > 1; }));
    keepRun(workspace, session);
    EXPECT_EQ(runs().size(), 2U);
}

TEST_F(KeptRun, thatHasNoEpochIsNone)
{
    keepRun(workspace, session);
    EXPECT_TRUE(runs().empty());
}

TEST_F(KeptRun, thatDivergesBeforeItsFirstEpochIsNone)
{
    nn::TrainingSpec spec = smallSpec();
    const data::Dataset data = data::load(spec.data).value();
    spec.handWeights = {nn::handWeightAt(3, nn::layoutOf(spec, data), 1e30F).value()};
    session.start(spec);
    ASSERT_TRUE(waitUntil([this] { return session.state() == State::Finished; }));
    EXPECT_EQ(session.outcome().ending, nn::Ending::Diverged);
    EXPECT_TRUE(session.history().empty());
    keepRun(workspace, session);
    EXPECT_TRUE(runs().empty());
}

TEST_F(KeptRun, saysOfWhichEpochItsWeightsAreWhereItsCurvesGoFurther)
{
    const auto paintsOnlyFirst = [](const nn::TrainingSpec& spec, const std::stop_token& stop, nn::Commands& commands,
                                    nn::Observer& observer) {
        const auto data = std::make_shared<const data::Dataset>(data::load(spec.data).value());
        observer.started(data, "scripted");
        auto picture = std::make_shared<nn::Picture>();
        picture->spec = std::make_shared<const nn::TrainingSpec>(spec);
        picture->parameters = nn::initialParameters(spec, *data);
        observer.pictureTaken(picture);
        for (std::size_t epoch = 0; epoch < 3; ++epoch)
            observer.epochDone({.epoch = epoch});
        commands.pause();
        commands.take(stop);  // until the session goes
        return nn::Outcome();
    };
    TrainingSession painted(nullptr, paintsOnlyFirst);
    painted.start(smallSpec());
    ASSERT_TRUE(waitUntil([&] { return painted.history().size() == 3 && painted.picture(); }));
    keepRun(workspace, painted);
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_NE(runs()[0].network, nullptr);
    EXPECT_EQ(runs()[0].outcome, "unfinished: kept as it stood after 2 epochs; the weights are those after 0 epochs");
}

TEST_F(KeptRun, isReadBackAsItStood)
{
    const QTemporaryDir folder;
    trainTo(2);
    keepRun(workspace, session);
    ASSERT_EQ(workspace.save(folder.filePath("mine.actlab")), std::nullopt);
    EXPECT_FALSE(workspace.isModified());
    WorkspaceModel other;
    ASSERT_EQ(other.open(folder.filePath("mine.actlab")), std::nullopt);
    ASSERT_EQ(other.document().runs.size(), 1U);
    EXPECT_EQ(other.document().runs[0].outcome, runs()[0].outcome);
    EXPECT_NE(other.document().runs[0].network, nullptr);
    keepRun(other, session);
    EXPECT_EQ(other.document().runs.size(), 2U) << "what comes from a file is nobody's of this window";
}

}  // namespace
}  // namespace actlab::models
