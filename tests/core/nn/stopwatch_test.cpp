#include "core/nn/stopwatch.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace actlab::nn {
namespace {

void wait()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

TEST(Stopwatch, showsNothingBeforeItsStart)
{
    EXPECT_EQ(Stopwatch().seconds(), 0);
}

TEST(Stopwatch, standsStillWhileHeld)
{
    Stopwatch watch;
    watch.start();
    wait();
    watch.hold();
    const double before = watch.seconds();
    wait();
    EXPECT_GE(before, 0.02);
    EXPECT_EQ(watch.seconds(), before);
    watch.hold();
    EXPECT_EQ(watch.seconds(), before);
    watch.goOn();
    wait();
    EXPECT_GE(watch.seconds(), before + 0.02);
}

TEST(Stopwatch, beginsAnewAtEachStart)
{
    Stopwatch watch;
    watch.start();
    wait();
    watch.start();
    watch.hold();
    EXPECT_LT(watch.seconds(), 0.02);
}

}  // namespace
}  // namespace actlab::nn
