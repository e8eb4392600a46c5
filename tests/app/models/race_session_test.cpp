#include "app/models/race_session.hpp"

#include "core/activation/catalogue.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

nn::RaceSpec raceOf(std::size_t seeds, std::size_t epochs)
{
    nn::RaceSpec race;
    race.training = smallSpec();
    race.training.epochs = epochs;
    race.runners = {activation::findInCatalogue("tanh"), activation::findInCatalogue("relu")};
    race.seeds = seeds;
    return race;
}

TEST(RaceSession, hasTheResultOfItsRace)
{
    RaceSession session;
    session.start(raceOf(2, 3));
    EXPECT_TRUE(session.isOn());
    ASSERT_TRUE(waitUntil([&] { return !session.isOn(); }));
    ASSERT_EQ(session.result().standings.size(), 2U);
    EXPECT_EQ(session.result().standings[1].runs.size(), 2U);
    EXPECT_EQ(session.runsOver(), 4U);
    EXPECT_EQ(session.runsInAll(), 4U);
    EXPECT_FALSE(session.result().verdict.empty());
    EXPECT_TRUE(session.failure().isEmpty());
}

TEST(RaceSession, showsWhatItHasWhileItGoesOn)
{
    RaceSession session;
    session.start(raceOf(1000, 5));
    EXPECT_TRUE(waitUntil([&] { return !session.result().standings.empty() && session.runsOver() > 3; }));
    EXPECT_TRUE(session.isOn());
    EXPECT_EQ(session.runsInAll(), 2000U);
}

TEST(RaceSession, keepsWhatItHasWhenItIsStopped)
{
    RaceSession session;
    session.start(raceOf(1000, 5));
    ASSERT_TRUE(waitUntil([&] { return session.runsOver() > 3; }));
    session.stop();
    ASSERT_TRUE(waitUntil([&] { return !session.isOn(); }));
    EXPECT_TRUE(session.result().isStopped);
    EXPECT_GT(session.result().standings[0].counted, 1U);
}

TEST(RaceSession, forgetsTheRaceBeforeWhenAnotherBegins)
{
    RaceSession session;
    session.start(raceOf(1000, 1000));
    session.start(raceOf(1, 2));
    ASSERT_TRUE(waitUntil([&] { return !session.isOn(); }));
    EXPECT_EQ(session.runsInAll(), 2U);
    EXPECT_FALSE(session.result().isStopped);
}

TEST(RaceSession, mayDieInTheMiddle)
{
    RaceSession session;
    session.start(raceOf(1000, 1000));
}

}  // namespace
}  // namespace actlab::models
