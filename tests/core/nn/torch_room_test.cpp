#include "core/nn/torch_room.hpp"

#include "tests/core/nn/linear_engine.hpp"
#include "tests/core/nn/recorder.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace actlab::nn {
namespace {

void lookFor(const char* path)
{
    setenv("ACTLAB_TORCH_LIBRARY", path, 1);
}

/// Ends the process: with 0 where the room cannot be had and says so in a sentence that holds `words`.
[[noreturn]] void exitBySentence(const char* path, const std::string& words)
{
    lookFor(path);
    const auto room = torchRoom();
    const std::string why = room ? "loaded" : room.error();
    std::fprintf(stderr, "%s\n", why.c_str());
    std::_Exit(why.starts_with("The Torch library ") && why.find(words) != why.npos && why.ends_with(".") ? 0 : 1);
}

TrainingSpec torchSpec()
{
    TrainingSpec spec = linearSpec();
    spec.engine = EngineChoice::Torch;
    return spec;
}

/// Likewise for a whole training.
[[noreturn]] void exitByFailedTraining()
{
    lookFor("/nowhere/libactlab-torch.so");
    Commands commands;
    Recorder recorder;
    const Outcome outcome = train(torchSpec(), {}, commands, recorder);
    std::_Exit(outcome.ending == Ending::Failed && outcome.message.find("missing") != std::string::npos ? 0 : 1);
}

// The room is loaded once in a process, so each failure needs a process of its own; suites with this ending
// run first.
TEST(TorchRoomDeathTest, saysThatItsLibraryIsMissing)
{
    EXPECT_EXIT(exitBySentence("/nowhere/libactlab-torch.so", "/nowhere/libactlab-torch.so is missing"),
                testing::ExitedWithCode(0), "");
}

TEST(TorchRoomDeathTest, saysWhyItsLibraryCannotBeLoaded)
{
    EXPECT_EXIT(exitBySentence("/etc/passwd", "cannot be loaded: /etc/passwd"), testing::ExitedWithCode(0), "");
}

TEST(TorchRoomDeathTest, failsATrainingInWordsWhenItIsMissing)
{
    EXPECT_EXIT(exitByFailedTraining(), testing::ExitedWithCode(0), "");
}

TEST(TorchRoom, isLoadedOnceForAllThreads)
{
    lookFor(ACTLAB_FAKE_ROOM);
    std::vector<TorchRoom*> rooms(8);
    {
        std::vector<std::jthread> threads;
        for (TorchRoom*& room : rooms)
            threads.emplace_back([&room] { room = torchRoom().value_or(nullptr); });
    }
    for (TorchRoom* room : rooms) {
        ASSERT_NE(room, nullptr);
        EXPECT_EQ(room, rooms.front());
    }
    EXPECT_EQ(rooms.front()->version(), "fake");
}

TEST(TorchRoom, keepsTheNumericLibrariesToOneThread)
{
    lookFor(ACTLAB_FAKE_ROOM);
    ASSERT_TRUE(torchRoom());
    for (const char* name : {"OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"}) {
        const char* value = std::getenv(name);
        ASSERT_NE(value, nullptr) << name;
        EXPECT_STREQ(value, "1") << name;
    }
}

TEST(TorchRoom, trainsWhatIsAskedFor)
{
    lookFor(ACTLAB_FAKE_ROOM);
    Commands commands;
    Recorder recorder;
    const Outcome outcome = train(torchSpec(), {}, commands, recorder);
    EXPECT_EQ(outcome.ending, Ending::Finished) << outcome.message;
    EXPECT_EQ(outcome.engine, "linear");
    EXPECT_EQ(recorder.epochs().size(), 11u);
    EXPECT_GT(recorder.epochs().back().testAccuracy, 0.95);
}

TEST(TorchRoom, isNotAskedWhereOurOwnEngineTrains)
{
    lookFor("/nowhere/libactlab-torch.so");
    for (const EngineChoice choice : {EngineChoice::Auto, EngineChoice::Fused}) {
        Commands commands;
        Recorder recorder;
        TrainingSpec spec = linearSpec();
        spec.engine = choice;
        const Outcome outcome = train(spec, {}, commands, recorder);
        EXPECT_EQ(outcome.ending, Ending::Finished) << outcome.message;
        EXPECT_EQ(outcome.engine, "fused");
    }
}

}  // namespace
}  // namespace actlab::nn
