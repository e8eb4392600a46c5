#include "app/models/network_portrait.hpp"

#include "core/nn/engine.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

class NetworkPortraitTest : public ::testing::Test {
protected:
    NetworkPortraitTest()
    {
        m_spec.epochs = 3;
        m_data = std::make_shared<const data::Dataset>(*data::load(m_spec.data));
    }

    const NetworkPortrait::Portrait& drawn() const { return m_portrait.portrait(); }
    bool hasDrawn() const
    {
        return waitUntil([this] { return !drawn().parameters.empty(); });
    }
    bool isDrawnOfRun() const
    {
        return waitUntil([this] {
            return m_session.picture() && drawn().isOfRun && drawn().parameters == m_session.picture()->parameters;
        });
    }
    void trainToTheEnd()
    {
        m_portrait.setWanted(m_spec, m_data);
        m_session.start(m_spec);
        ASSERT_TRUE(waitUntil([this] { return m_session.state() == TrainingSession::State::Finished; }));
        ASSERT_TRUE(isDrawnOfRun());
    }

    nn::TrainingSpec m_spec = smallSpec();
    std::shared_ptr<const data::Dataset> m_data;
    TrainingSession m_session;
    NetworkPortrait m_portrait{m_session};
};

TEST_F(NetworkPortraitTest, isOfTheNetworkAsARunWouldBeginIt)
{
    m_portrait.setWatched(true);
    m_portrait.setWanted(m_spec, m_data);
    ASSERT_TRUE(hasDrawn());
    EXPECT_FALSE(drawn().isOfRun);
    EXPECT_EQ(drawn().parameters, nn::initialParameters(m_spec, *m_data));
    EXPECT_EQ(drawn().columns.size(), m_spec.hidden.size() + 2);
    EXPECT_FALSE(drawn().columns[1].neurons.empty());
}

TEST_F(NetworkPortraitTest, followsTheRunToItsEnd)
{
    m_portrait.setWatched(true);
    trainToTheEnd();
}

TEST_F(NetworkPortraitTest, isOfTheBeginningAgainAfterAReset)
{
    m_portrait.setWatched(true);
    trainToTheEnd();
    m_session.reset();
    EXPECT_TRUE(waitUntil([this] { return drawn().parameters == nn::initialParameters(m_spec, *m_data); }));
    EXPECT_FALSE(drawn().isOfRun);
}

TEST_F(NetworkPortraitTest, leavesAFinishedRunForAnotherNetwork)
{
    m_portrait.setWatched(true);
    trainToTheEnd();
    m_spec.hidden[0].width += 1;
    m_portrait.setWanted(m_spec, m_data);
    EXPECT_TRUE(waitUntil([this] { return drawn().parameters == nn::initialParameters(m_spec, *m_data); }));
}

TEST_F(NetworkPortraitTest, beginsWithTheWeightsOfAnotherSeed)
{
    m_portrait.setWatched(true);
    m_portrait.setWanted(m_spec, m_data);
    ASSERT_TRUE(hasDrawn());
    ++m_spec.seed;
    m_portrait.setWanted(m_spec, m_data);
    EXPECT_TRUE(waitUntil([this] { return drawn().parameters == nn::initialParameters(m_spec, *m_data); }));
}

TEST_F(NetworkPortraitTest, isNotWorkedOutWhileNobodyWatches)
{
    m_portrait.setWanted(m_spec, m_data);
    EXPECT_TRUE(staysTrue([this] { return drawn().parameters.empty(); }));
    m_portrait.setWatched(true);
    EXPECT_TRUE(hasDrawn());
}

TEST_F(NetworkPortraitTest, isNotOfANetworkThatCannotBe)
{
    m_portrait.setWatched(true);
    m_spec.hidden[0].activation = nullptr;
    m_portrait.setWanted(m_spec, m_data);
    EXPECT_TRUE(staysTrue([this] { return drawn().parameters.empty(); }));
}

}  // namespace
}  // namespace actlab::models
