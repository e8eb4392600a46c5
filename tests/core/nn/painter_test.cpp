#include "core/nn/painter.hpp"

#include "tests/core/nn/linear_engine.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace actlab::nn {
namespace {

constexpr auto kNever = [] { return false; };

TrainingSpec specOf(const std::string& name, Loss loss)
{
    TrainingSpec spec;
    spec.data.name = name;
    spec.loss = loss;
    return spec;
}

/// A data set, and a linear network on it.
struct Scene {
    TrainingSpec spec;
    data::Dataset data = data::load(spec.data).value();
    LinearEngine engine{{spec, data}, initialParameters(spec, data)};
    Painter painter{data, 30};
};

TEST(Painter, mapsThePlaygroundsSquare)
{
    Scene scene{specOf("circle", Loss::MeanSquared)};
    scene.engine.setParameters(std::vector<float>{1, 0.1F, 0});
    const auto picture = scene.painter.paint(scene.engine, 7, nullptr, kNever);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->epoch, 7u);
    ASSERT_EQ(picture->values.size(), 100u * 100u);
    EXPECT_EQ(picture->width * picture->height, 10'000u);
    EXPECT_NEAR(picture->values.front(), std::tanh(-6.6), 1e-6);        // (-6, -6)
    EXPECT_NEAR(picture->values[99], std::tanh(6 - 0.6), 1e-6);         // (6, -6): the row runs along x
    EXPECT_NEAR(picture->values[100 * 99], std::tanh(-6 + 0.6), 1e-6);  // (-6, 6)
    EXPECT_EQ(picture->parameters, scene.engine.parameters());
    EXPECT_TRUE(picture->testAnswers.empty());
}

TEST(Painter, showsTwoLogitsAsTheDifferenceOfTheirProbabilities)
{
    Scene scene{specOf("circle", Loss::CrossEntropy)};
    scene.engine.setParameters(std::vector<float>{0, 0, 1, 0, 0, 0});  // logits 0 and x
    const auto picture = scene.painter.paint(scene.engine, 0, nullptr, kNever);
    ASSERT_TRUE(picture);
    const double probability = 1 / (1 + std::exp(-6.0));
    EXPECT_NEAR(picture->values[99], 2 * probability - 1, 1e-6);
}

TEST(Painter, drawsACurveOverOneInput)
{
    Scene scene{specOf("sine", Loss::MeanSquared)};
    scene.engine.setParameters(std::vector<float>{0.5F, 1});
    const auto picture = scene.painter.paint(scene.engine, 0, nullptr, kNever);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 200u);
    EXPECT_EQ(picture->height, 1u);
    ASSERT_EQ(picture->values.size(), 200u);
    EXPECT_FLOAT_EQ(picture->values.front(), -2);
    EXPECT_FLOAT_EQ(picture->values.back(), 4);
}

TEST(Painter, answersEveryTestPicture)
{
    Scene scene{specOf("digits", Loss::CrossEntropy)};
    std::vector<float> parameters(650);
    parameters[640 + 4] = 1;  // the bias of digit 4
    scene.engine.setParameters(parameters);
    const auto picture = scene.painter.paint(scene.engine, 0, nullptr, kNever);
    ASSERT_TRUE(picture);
    EXPECT_TRUE(picture->values.empty());
    EXPECT_EQ(picture->testAnswers, std::vector<std::uint16_t>(scene.data.test.rows(), 4));
}

TEST(Painter, answersTestRowsWhereThereIsNoMap)
{
    data::Dataset data;
    data.name = "csv";
    data.classes = 2;
    data.train = {3, std::vector<float>(6), {0, 1}};
    data.test = {3, {1, 0, 0, -1, 0, 0}, {1, 0}};
    const TrainingSpec spec = specOf("circle", Loss::MeanSquared);
    LinearEngine engine({spec, data}, {1, 0, 0, 0});
    const auto picture = Painter(data, 30).paint(engine, 1, nullptr, kNever);
    ASSERT_TRUE(picture);
    EXPECT_TRUE(picture->values.empty());
    EXPECT_EQ(picture->testAnswers, (std::vector<std::uint16_t>{1, 0}));
}

TEST(Painter, leavesOffWhenNobodyWaits)
{
    Scene scene{specOf("circle", Loss::MeanSquared)};
    EXPECT_FALSE(scene.painter.paint(scene.engine, 0, nullptr, [] { return true; }));
}

TEST(Painter, isDueAtOnceAndThenAtItsRate)
{
    Scene scene{specOf("circle", Loss::MeanSquared)};
    Painter slow(scene.data, 0.001);
    EXPECT_TRUE(slow.isDue());
    slow.paint(scene.engine, 0, nullptr, kNever);
    EXPECT_FALSE(slow.isDue());
}

TEST(Painter, ofNoPicturesIsNeverDue)
{
    Scene scene{specOf("circle", Loss::MeanSquared)};
    EXPECT_FALSE(Painter(scene.data, 0).isDue());
}

}  // namespace
}  // namespace actlab::nn
