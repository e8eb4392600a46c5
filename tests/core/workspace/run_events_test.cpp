#include "core/workspace/run_events.hpp"

#include <gtest/gtest.h>

namespace actlab::workspace {
namespace {

TEST(RunEvents, tellWhatWasEditedBetweenTheEpochsAroundIt)
{
    workspace::Run run{"edited", {}, {{0, 1, 1, 0.5, 0.5, 0}, {5, 0.5, 0.5, 0.5, 0.5, 1}}, "finished 5 epochs"};
    const std::string plain = eventFile(run);
    EXPECT_EQ(plain.find("edits"), plain.npos);
    run.marks = {{nn::MarkKind::LearningRate, {}, {}, "0.01", "0.1", {3, 24, 0.5}, {4, 30, 0.6}},
                 {nn::MarkKind::Frozen, 1, {}, "trains again", "frozen", {5, 40, 1}, {5, 40, 1}}};
    const RunEvents events(run.spec, 0);
    EXPECT_NE(events.of(run.marks[0]).find("steps 24 to 30: learning rate 0.01 → 0.1"), std::string::npos);
    EXPECT_NE(events.of(run.marks[1]).find("step 40: layer 2 frozen"), std::string::npos);
    EXPECT_EQ(eventFile(run), events.first() + events.of(run.history[0]) + events.of(run.marks[0]) +
                                  events.of(run.history[1]) + events.of(run.marks[1]));
}

TEST(RunEvents, tellTheGradientOnceThereIsOne)
{
    const RunEvents events({}, 0);
    EXPECT_EQ(events.of(nn::EpochMetrics{}).find("gradient_norm"), std::string::npos);
    EXPECT_NE(events.of(nn::EpochMetrics{.gradientNorm = 2}).find("gradient_norm"), std::string::npos);
}

}  // namespace
}  // namespace actlab::workspace
