#include "core/workspace/trained_network.hpp"

#include "core/activation/catalogue.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/fused_engine.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace actlab::workspace {
namespace {

activation::ActivationPtr leaky(activation::Scope scope)
{
    return *activation::makeActivation({"Leaky", "x > 0 ? x : a*x", "", {{"a", 0.25, 0, 1, true, scope}}});
}

nn::TrainingSpec specWith(activation::ActivationPtr first, activation::ActivationPtr second, nn::Loss loss)
{
    nn::TrainingSpec spec;
    spec.data.name = "moons";
    spec.data.noise = 0.1;
    spec.data.samples = 60;
    spec.data.trainShare = 0.5;
    spec.data.seed = 3;
    spec.hidden = {{3, std::move(first)}, {2, std::move(second)}};
    spec.loss = loss;
    return spec;
}

/// Numbers that are all different, so that none can stand in another's place unnoticed.
std::vector<float> numbersFor(const nn::Layout& layout)
{
    std::vector<float> numbers(layout.size);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = std::sin(static_cast<float>(i + 1)) * 0.9F;
    for (const nn::Layout::Dense& dense : layout.layers)
        for (std::size_t i = 0; i < dense.out && dense.norm; ++i)
            numbers[dense.norm->variance + i] += 1;  // none is below 0
    return numbers;
}

void expectSameAnswers(const nn::TrainingSpec& spec)
{
    const data::Dataset data = *data::load(spec.data);
    const std::vector<float> numbers = numbersFor(nn::layoutOf(spec, data));
    const auto engine = nn::makeFusedEngine({spec, data}, numbers);
    const std::vector<float> expected = engine->predict(data.test.inputs);
    const exporting::Network network = trainedNetwork(spec, data, numbers);
    std::size_t folded = 0;
    for (const nn::Layout::Dense& dense : nn::layoutOf(spec, data).layers)
        folded += dense.norm ? 3 * dense.out : 0;
    EXPECT_EQ(learnedNumbers(network), numbers.size() - folded);
    const std::size_t outputs = network.layers.back().out;
    for (std::size_t row = 0; row < data.test.rows(); ++row) {
        const std::vector<double> inputs{data.test.inputs[2 * row], data.test.inputs[2 * row + 1]};
        const std::vector<double> answer = exporting::answer(network, inputs);
        for (std::size_t k = 0; k < outputs; ++k)
            ASSERT_NEAR(answer[k], expected[row * outputs + k], 1e-5);
    }
}

TEST(TrainedNetwork, answersAsTheEngineDoes)
{
    const auto tanh = activation::findInCatalogue("tanh");
    expectSameAnswers(specWith(tanh, tanh, nn::Loss::CrossEntropy));
    expectSameAnswers(specWith(tanh, activation::findInCatalogue("relu"), nn::Loss::MeanSquared));
}

TEST(TrainedNetwork, foldsBatchNormIntoWeightsAndBiases)
{
    nn::TrainingSpec spec =
        specWith(activation::findInCatalogue("tanh"), leaky(activation::Scope::Channel), nn::Loss::CrossEntropy);
    spec.hidden[1].batchNorm = true;
    expectSameAnswers(spec);
    spec.hidden[0].batchNorm = true;
    expectSameAnswers(spec);
}

TEST(TrainedNetwork, keepsResidualLinks)
{
    const auto tanh = activation::findInCatalogue("tanh");
    nn::TrainingSpec spec = specWith(tanh, leaky(activation::Scope::Shared), nn::Loss::MeanSquared);
    spec.hidden = {spec.hidden[0], spec.hidden[0], spec.hidden[1], {2, tanh, false, true, true}};
    spec.hidden[1].residual = true;
    expectSameAnswers(spec);
}

TEST(TrainedNetwork, holdsWhatItsActivationsHaveLearned)
{
    using enum activation::Scope;
    for (const activation::Scope scope : {Shared, Layer, Channel})
        expectSameAnswers(specWith(leaky(scope), leaky(scope), nn::Loss::CrossEntropy));
}

TEST(TrainedNetwork, sharesAnInstanceWhereAllThatIsLearnedIsShared)
{
    using enum activation::Scope;
    const auto instances = [](activation::Scope scope) {
        const nn::TrainingSpec spec = specWith(leaky(scope), leaky(scope), nn::Loss::CrossEntropy);
        const data::Dataset data = *data::load(spec.data);
        return trainedNetwork(spec, data, numbersFor(nn::layoutOf(spec, data))).activations.size();
    };
    EXPECT_EQ(instances(Shared), 1U);
    EXPECT_EQ(instances(Layer), 2U);
    EXPECT_EQ(instances(Channel), 2U);
}

TEST(TrainedNetwork, takesAndGivesWhatTheSourceHas)
{
    const auto tanh = activation::findInCatalogue("tanh");
    nn::TrainingSpec spec = specWith(tanh, tanh, nn::Loss::MeanSquared);
    spec.data.name = "plane";
    data::Dataset data = *data::load(spec.data);
    const std::vector<float> numbers = numbersFor(nn::layoutOf(spec, data));
    const exporting::Network plain = trainedNetwork(spec, data, numbers);
    data.inputScaling = {{100, 8}, {-0.5, 0.25}};
    data.targetScaling = {50, 4};
    const exporting::Network scaled = trainedNetwork(spec, data, numbers);
    const double scaledAnswer = exporting::answer(plain, std::vector<double>{1.5, -2})[0];
    EXPECT_NEAR(exporting::answer(scaled, std::vector<double>{100 + 8 * 1.5, -0.5 - 0.25 * 2})[0],
                50 + 4 * scaledAnswer, 1e-4);
}

TEST(TrainedNetwork, namesInputsClassesAndTheMeaningOfItsOutputs)
{
    const auto tanh = activation::findInCatalogue("tanh");
    const auto made = [&](const char* set, nn::Loss loss) {
        nn::TrainingSpec spec = specWith(tanh, tanh, loss);
        spec.data.name = set;
        const data::Dataset data = *data::load(spec.data);
        return trainedNetwork(spec, data, numbersFor(nn::layoutOf(spec, data)));
    };
    EXPECT_EQ(made("moons", nn::Loss::MeanSquared).output, exporting::Output::Sign);
    EXPECT_EQ(made("moons", nn::Loss::CrossEntropy).output, exporting::Output::Logits);
    EXPECT_EQ(made("sine", nn::Loss::MeanSquared).output, exporting::Output::Value);
    EXPECT_TRUE(made("sine", nn::Loss::MeanSquared).classes.empty());
    EXPECT_EQ(made("moons", nn::Loss::MeanSquared).classes.size(), 2U);
    EXPECT_EQ(made("moons", nn::Loss::MeanSquared).inputs.size(), 2U);
}

}  // namespace
}  // namespace actlab::workspace
