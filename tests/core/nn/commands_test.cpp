#include "core/nn/train.hpp"

#include <gtest/gtest.h>

#include <future>

namespace actlab::nn {
namespace {

using enum Commands::WhilePaused;
constexpr auto kSoon = std::chrono::seconds(30);
constexpr auto kBriefly = std::chrono::milliseconds(50);

std::future<Commands::Taken> taking(Commands& commands, std::stop_token stop = {})
{
    return std::async(std::launch::async, [&commands, stop] { return commands.take(stop); });
}

TEST(Commands, sayNothingAtFirst)
{
    Commands commands;
    const Commands::Taken taken = commands.take({});
    EXPECT_FALSE(taken.paused || taken.stepOnce || taken.stopped || !taken.edits.empty());
}

TEST(Commands, holdAPausedRunUntilItIsResumed)
{
    Commands commands;
    commands.pause();
    auto taken = taking(commands);
    EXPECT_EQ(taken.wait_for(kBriefly), std::future_status::timeout);
    commands.resume();
    ASSERT_EQ(taken.wait_for(kSoon), std::future_status::ready);
    EXPECT_FALSE(taken.get().paused);
}

TEST(Commands, doNotHoldThoseWhoWillNotWait)
{
    Commands commands;
    commands.pause();
    commands.step();
    const Commands::Taken taken = commands.take({}, GoOn);
    EXPECT_TRUE(taken.paused);
    EXPECT_FALSE(taken.stepOnce) << "a step under way must not eat the next one";
    EXPECT_TRUE(commands.take({}).stepOnce);
}

TEST(Commands, giveStepsOneByOne)
{
    Commands commands;
    commands.pause();
    commands.step();
    commands.step();
    EXPECT_TRUE(commands.take({}).stepOnce);
    EXPECT_TRUE(commands.take({}).stepOnce);
    auto third = taking(commands);
    EXPECT_EQ(third.wait_for(kBriefly), std::future_status::timeout);
    commands.step();
    ASSERT_EQ(third.wait_for(kSoon), std::future_status::ready);
    EXPECT_TRUE(third.get().stepOnce);
}

TEST(Commands, forgetStepsThatAreNotWantedAnyMore)
{
    Commands commands;
    commands.step();  // not paused: nothing to step
    commands.pause();
    commands.step();
    commands.resume();
    commands.pause();
    commands.edit(LearningRateEdit{1});
    EXPECT_FALSE(commands.take({}).stepOnce);
}

TEST(Commands, giveTheNewestEditOfEachThingOnce)
{
    Commands commands;
    commands.edit(LearningRateEdit{0.1});
    commands.edit(WeightEdit{3, 1});
    commands.edit(WeightEdit{4, 1});
    commands.edit(FreezeEdit{0, true});
    commands.edit(FreezeEdit{0, false});
    commands.edit(WeightEdit{3, 2});
    commands.edit(LearningRateEdit{0.2});
    const std::vector<Edit> edits = commands.take({}).edits;
    ASSERT_EQ(edits.size(), 4u);
    EXPECT_EQ(std::get<LearningRateEdit>(edits[0]).rate, 0.2);
    EXPECT_EQ(std::get<WeightEdit>(edits[1]).value, 2);
    EXPECT_EQ(std::get<WeightEdit>(edits[2]).index, 4u);
    EXPECT_FALSE(std::get<FreezeEdit>(edits[3]).frozen);
    EXPECT_TRUE(commands.take({}).edits.empty());
}

TEST(Commands, ignoreEditsThatMakeNoSense)
{
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    Commands commands;
    commands.edit(LearningRateEdit{0.3});
    for (const double rate : {kNan, 0.0, -1.0, std::numeric_limits<double>::infinity()})
        commands.edit(LearningRateEdit{rate});
    commands.edit(ActivationEdit{0, nullptr});
    commands.edit(WeightEdit{0, static_cast<float>(kNan)});
    const std::vector<Edit> edits = commands.take({}).edits;
    ASSERT_EQ(edits.size(), 1u);
    EXPECT_EQ(std::get<LearningRateEdit>(edits[0]).rate, 0.3);
}

TEST(Commands, wakeAPausedRunForAnEdit)
{
    Commands commands;
    commands.pause();
    auto taken = taking(commands);
    commands.edit(LearningRateEdit{0.5});
    ASSERT_EQ(taken.wait_for(kSoon), std::future_status::ready);
    const Commands::Taken value = taken.get();
    EXPECT_TRUE(value.paused);
    ASSERT_EQ(value.edits.size(), 1u);
    EXPECT_EQ(std::get<LearningRateEdit>(value.edits[0]).rate, 0.5);
}

TEST(Commands, endAPauseWhenItIsAllOver)
{
    Commands stopped, asked;
    std::stop_source source;
    stopped.pause();
    asked.pause();
    auto first = taking(stopped), second = taking(asked, source.get_token());
    stopped.stop();
    source.request_stop();
    ASSERT_EQ(first.wait_for(kSoon), std::future_status::ready);
    ASSERT_EQ(second.wait_for(kSoon), std::future_status::ready);
    EXPECT_TRUE(first.get().stopped);
    EXPECT_TRUE(stopped.isStopped());
    EXPECT_FALSE(second.get().stopped);
}

}  // namespace
}  // namespace actlab::nn
