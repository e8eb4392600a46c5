#include "core/nn/neuron_pictures.hpp"

#include "core/activation/catalogue.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/fused_engine.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace actlab::nn {
namespace {

data::Dataset madeOf(const std::string& name)
{
    data::DataSpec spec;
    spec.name = name;
    return *data::load(spec);
}

TrainingSpec oneLayer(std::size_t width, const char* activation, Loss loss)
{
    TrainingSpec spec;
    spec.loss = loss;
    spec.hidden = {{width, activation::findInCatalogue(activation)}};
    return spec;
}

TEST(NeuronPictures, showInputsNeuronsAndTheAnswerOverThePlane)
{
    const data::Dataset data = madeOf("circle");
    // relu(x − y), and relu(−3): the second is dead. Answer: tanh(0.5·first − 1).
    const std::vector<float> parameters{1, -1, 0, 0, 0, -3, 0.5F, 2, -1};
    const auto columns = neuronPictures(oneLayer(2, "relu", Loss::MeanSquared), data, parameters, 8);
    ASSERT_EQ(columns.size(), 3U);
    const std::size_t side = kNeuronPictureSide, first = 3, second = 20;  // an x and a y
    const std::size_t place = second * side + first;
    EXPECT_EQ(columns[0].width, side);
    EXPECT_EQ(columns[0].height, side);
    const float x = columns[0].neurons[0][place], y = columns[0].neurons[1][place];
    EXPECT_NEAR(x, -6 + 12.0 * 3 / 31, 1e-5);
    EXPECT_NEAR(y, -6 + 12.0 * 20 / 31, 1e-5);
    const std::size_t mirrored = first * side + second;
    EXPECT_EQ(columns[1].neurons[0][place], 0);
    EXPECT_NEAR(columns[1].neurons[0][mirrored], y - x, 1e-5);
    EXPECT_EQ(columns[1].neurons[1], std::vector<float>(side * side, 0.0F));
    EXPECT_NEAR(columns[1].scales[0], 12, 1e-5);
    EXPECT_NEAR(columns[1].scales[1], 1.2, 1e-5) << "what answers nothing beside the others is not made strong";
    EXPECT_NEAR(columns[2].neurons[0][mirrored], std::tanh(0.5 * (y - x) - 1), 1e-5);
    EXPECT_EQ(columns[2].scales[0], 1);
}

TEST(NeuronPictures, endWithWhatTheEngineAnswers)
{
    const data::Dataset data = madeOf("circle");
    TrainingSpec spec = oneLayer(4, "tanh", Loss::MeanSquared);
    spec.hidden.assign(3, spec.hidden.front());
    for (Layer& layer : spec.hidden)
        layer.batchNorm = true;
    spec.hidden[1].residual = spec.hidden[2].residual = true;
    const auto engine = makeFusedEngine({spec, data}, initialParameters(spec, data));
    for (std::size_t at = 0; at < 50; at += spec.batch) {
        std::vector<std::size_t> rows(spec.batch);
        std::iota(rows.begin(), rows.end(), at);
        engine->step(rows);
    }
    const auto columns = neuronPictures(spec, data, engine->parameters(), 8);
    std::vector<float> places;
    for (std::size_t i = 0; i < columns[0].neurons[0].size(); ++i)
        places.insert(places.end(), {columns[0].neurons[0][i], columns[0].neurons[1][i]});
    const std::vector<float> answers = engine->predict(places);
    for (std::size_t i = 0; i < answers.size(); ++i)
        ASSERT_NEAR(columns.back().neurons[0][i], answers[i], 1e-5) << i;
}

TEST(NeuronPictures, showTheProbabilityOfAClass)
{
    const data::Dataset data = madeOf("circle");
    const std::vector<float> parameters{0, 0, 1, 3, -1, 0.5F, 0.25F};  // logits 3.5 and −0.75
    const auto columns = neuronPictures(oneLayer(1, "relu", Loss::CrossEntropy), data, parameters, 8);
    const double probability = 1 / (1 + std::exp(-4.25));
    EXPECT_NEAR(columns.back().neurons[0][7], 2 * probability - 1, 1e-6);
    EXPECT_NEAR(columns.back().neurons[1][7], 1 - 2 * probability, 1e-6);
}

TEST(NeuronPictures, areCurvesOverALine)
{
    const data::Dataset data = madeOf("sine");
    const std::vector<float> parameters{2, 1, 1, 0};
    const auto columns = neuronPictures(oneLayer(1, "identity", Loss::MeanSquared), data, parameters, 8);
    ASSERT_EQ(columns[1].height, 1U);
    ASSERT_EQ(columns[1].neurons[0].size(), kNeuronPictureSide);
    EXPECT_NEAR(columns[1].neurons[0].front(), 2 * columns[0].neurons[0].front() + 1, 1e-5);
}

TEST(NeuronPictures, areTheFirstWeightsWhereTheInputsArePictures)
{
    const data::Dataset data = madeOf("digits");
    const TrainingSpec spec = oneLayer(3, "relu", Loss::CrossEntropy);
    const std::vector<float> parameters = initialParameters(spec, data);
    const auto columns = neuronPictures(spec, data, parameters, 2);
    EXPECT_TRUE(columns[0].neurons.empty());
    ASSERT_EQ(columns[1].neurons.size(), 2U) << "no more than were asked for";
    EXPECT_TRUE(columns[1].areWeights);
    EXPECT_EQ(columns[1].width, data.imageWidth);
    EXPECT_EQ(columns[1].height, data.imageHeight);
    EXPECT_EQ(columns[1].neurons[1][5], parameters[data.train.features + 5]);
    EXPECT_TRUE(columns[2].neurons.empty());
}

TEST(NeuronPictures, knowTheFeaturesThatTheNetworkIsGiven)
{
    data::DataSpec spec;
    spec.features = {data::Feature::XSquared, data::Feature::SineY};
    const data::Dataset data = *data::load(spec);
    const std::vector<float> parameters{1, 2, 0.5F, 1, 0};  // x² + 2·sin y + 0.5
    const auto columns = neuronPictures(oneLayer(1, "identity", Loss::MeanSquared), data, parameters, 8);
    const std::size_t place = 20 * kNeuronPictureSide + 3;
    const double x = -6 + 12.0 * 3 / 31, y = -6 + 12.0 * 20 / 31;
    EXPECT_EQ(columns[1].width, kNeuronPictureSide);
    EXPECT_NEAR(columns[0].neurons[0][place], x * x, 1e-4);
    EXPECT_NEAR(columns[0].scales[0], 36, 1e-4);
    EXPECT_LE(columns[0].scales[1], 1) << "each input by its own measure";
    EXPECT_NEAR(columns[1].neurons[0][place], x * x + 2 * std::sin(y) + 0.5, 1e-4);
}

TEST(NeuronPictures, areNoneForAnotherNetworkOrOneThatIsTooLarge)
{
    const data::Dataset data = madeOf("circle");
    EXPECT_TRUE(neuronPictures(oneLayer(2, "relu", Loss::MeanSquared), data, std::vector<float>{1, 2}, 8).empty());
    TrainingSpec wide = oneLayer(1024, "relu", Loss::MeanSquared);
    wide.hidden.push_back(wide.hidden.front());
    const auto columns = neuronPictures(wide, data, initialParameters(wide, data), 8);
    ASSERT_EQ(columns.size(), 4U);
    EXPECT_TRUE(columns[1].neurons.empty());
}

TEST(NeuronPictures, liveWithNumbersThatAreNone)
{
    const data::Dataset data = madeOf("circle");
    const std::vector<float> parameters{std::numeric_limits<float>::quiet_NaN(), 0, 0, 1, 0};
    const auto columns = neuronPictures(oneLayer(1, "relu", Loss::MeanSquared), data, parameters, 8);
    EXPECT_EQ(columns[1].scales[0], 0);
}

}  // namespace
}  // namespace actlab::nn
