#include "core/nn/mark.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

Mark rateAt(double seconds, const char* from, const char* to)
{
    const auto epoch = static_cast<std::size_t>(10 * seconds);
    const RunPlace place{epoch, 8 * epoch, seconds};
    return {MarkKind::LearningRate, {}, {}, from, to, place, place};
}

TEST(Marks, ofOneDragBecomeOne)
{
    std::vector<Mark> marks;
    addMark(marks, rateAt(1.0, "0.01", "0.02"));
    addMark(marks, rateAt(1.5, "0.02", "0.03"));
    addMark(marks, rateAt(2.3, "0.03", "0.05"));
    ASSERT_EQ(marks.size(), 1u);
    EXPECT_EQ(sentence(marks[0]), "learning rate 0.01 → 0.05");
    EXPECT_EQ(marks[0].at.epoch, 10u);
    EXPECT_EQ(marks[0].until.epoch, 23u);
}

TEST(Marks, ofTwoTouchesStayTwo)
{
    std::vector<Mark> marks;
    addMark(marks, rateAt(1, "0.01", "0.02"));
    addMark(marks, rateAt(3, "0.02", "0.03"));
    EXPECT_EQ(marks.size(), 2u);
}

TEST(Marks, ofTwoLayersThatShareADragBecomeTwo)
{
    std::vector<Mark> marks;
    const char* values[] = {"0.1", "0.2", "0.3", "0.4"};
    for (std::size_t step = 0; step < 3; ++step)
        for (const std::size_t layer : {0, 1}) {
            const RunPlace place{step, step, 0.1 * static_cast<double>(step)};
            addMark(marks, {MarkKind::Parameter, layer, "alpha", values[step], values[step + 1], place, place});
        }
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(sentence(marks[0]), "layer 1: alpha 0.1 → 0.4");
    EXPECT_EQ(sentence(marks[1]), "layer 2: alpha 0.1 → 0.4");
}

TEST(Marks, ofWhatIsTakenBackBeforeAStepGo)
{
    const RunPlace place{3, 24, 0.3};
    std::vector<Mark> marks;
    addMark(marks, {MarkKind::Weight, 0, "unit 1, bias", "0", "2", place, place});
    addMark(marks, {MarkKind::Weight, 0, "unit 1, bias", "2", "0", place, place});
    EXPECT_TRUE(marks.empty());
    const RunPlace later{4, 32, 0.4};
    addMark(marks, {MarkKind::Weight, 0, "unit 1, bias", "0", "2", place, place});
    addMark(marks, {MarkKind::Weight, 0, "unit 1, bias", "2", "0", later, later});
    ASSERT_EQ(marks.size(), 2U) << "eight steps were trained with it";
    EXPECT_EQ(sentence(marks[1]), "layer 1, unit 1, bias: 2 → 0");
}

TEST(Marks, stayWhereWhatIsTakenBackHadAnEffect)
{
    const RunPlace place{3, 24, 0.3};
    std::vector<Mark> marks;
    addMark(marks, {MarkKind::Activation, 0, {}, "PReLU", "Tanh", place, place});
    addMark(marks, {MarkKind::Activation, 0, {}, "Tanh", "PReLU", place, place});
    EXPECT_EQ(marks.size(), 2U) << "what PReLU had learned is gone";
}

TEST(Marks, ofFreezingAreNoDrag)
{
    std::vector<Mark> marks;
    addMark(marks, {MarkKind::Frozen, 0, {}, "trains again", "frozen"});
    addMark(marks, {MarkKind::Frozen, 0, {}, "frozen", "trains again"});
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(sentence(marks[0]), "layer 1 frozen");
    EXPECT_EQ(sentence(marks[1]), "layer 1 trains again");
}

}  // namespace
}  // namespace actlab::nn
