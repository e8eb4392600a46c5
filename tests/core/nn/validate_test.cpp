#include "core/nn/spec.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace actlab::nn {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The field that is wrong after `change`; empty where the spec is still valid.
std::string fieldAfter(const std::function<void(TrainingSpec&)>& change)
{
    TrainingSpec spec;
    spec.hidden = {{8, activation::findInCatalogue("tanh")}, {8, activation::findInCatalogue("relu")}};
    change(spec);
    const auto error = validate(spec);
    const std::string sentence = error ? error->message : ".";
    EXPECT_TRUE(sentence.ends_with('.') || sentence.ends_with('?')) << sentence;
    return error ? error->field : "";
}

TEST(TrainingSpec, isValidAsItComes)
{
    EXPECT_EQ(fieldAfter([](TrainingSpec&) {}), "");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.hidden.clear(); }), "");
}

TEST(TrainingSpec, takesAnyFiniteLearningRateAboveZero)
{
    for (const double rate : {1e-30, 0.03, 1e30, 1.7e308})
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.learningRate = rate; }), "") << rate;
    for (const double rate : {0.0, -0.1, kNan, kInfinity, -kInfinity})
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.learningRate = rate; }), "lr") << rate;
}

TEST(TrainingSpec, boundsTheNetwork)
{
    const activation::ActivationPtr tanh = activation::findInCatalogue("tanh");
    for (const std::size_t width : {std::size_t{0}, std::size_t{1'025}, SIZE_MAX})
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.hidden[1].width = width; }), "layers") << width;
    EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.hidden[0].width = 1'024; }), "");
    EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.hidden.assign(17, {8, tanh}); }), "layers");
    EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.hidden.assign(16, {8, tanh}); }), "");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.hidden[1].activation.reset(); }), "activation");
}

std::string sentenceAfter(const std::function<void(TrainingSpec&)>& change)
{
    TrainingSpec spec;
    spec.hidden.assign(2, {8, activation::findInCatalogue("tanh")});
    change(spec);
    const auto error = validate(spec);
    return error ? error->message : "";
}

TEST(TrainingSpec, allowsAResidualLinkOnlyBetweenLayersOfOneWidth)
{
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.hidden[1].residual = true; }), "");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.hidden[0].residual = true; }), "residual");
    EXPECT_EQ(sentenceAfter([](TrainingSpec& spec) {
                  spec.hidden[1].residual = true;
                  spec.hidden[0].width = 4;
              }),
              "Layer 2 has 8 neurons and the one before it 4: a residual link needs as many.");
}

TEST(TrainingSpec, asksBatchNormForTwoRowsABatch)
{
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) {
                  spec.hidden[1].batchNorm = true;
                  spec.batch = 2;
              }),
              "");
    EXPECT_EQ(sentenceAfter([](TrainingSpec& spec) {
                  spec.hidden[1].batchNorm = true;
                  spec.batch = 1;
              }),
              "Batch normalisation needs a batch of at least 2 rows.");
}

TEST(TrainingSpec, boundsBatchAndEpochs)
{
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.batch = 0; }), "batch");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.batch = SIZE_MAX; }), "");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.epochs = 0; }), "epochs");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.epochs = 1'000'001; }), "epochs");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.epochs = 1'000'000; }), "");
}

TEST(TrainingSpec, refusesPenaltiesAndTargetsThatMeanNothing)
{
    for (const double wrong : {-1.0, kNan, kInfinity}) {
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.l1 = wrong; }), "l1");
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.l2 = wrong; }), "l2");
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.targetLoss = wrong; }), "target-loss");
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.targetAccuracy = wrong; }), "target-accuracy");
    }
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.targetAccuracy = 1.01; }), "target-accuracy");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.patience = 1'000'001; }), "patience");
}

TEST(TrainingSpec, boundsDropoutAndClipping)
{
    for (const double wrong : {-0.1, 1.0, kNan, kInfinity})
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.dropout = wrong; }), "dropout") << wrong;
    for (const double wrong : {-0.1, kNan, kInfinity})
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.clip = wrong; }), "clip") << wrong;
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.dropout = 0.99; }), "");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.clip = 1e-9; }), "");
}

TEST(TrainingSpec, wantsALossThatFitsTheTask)
{
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.data.name = "sine"; }), "loss");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.data.name = "Sine"; }), "loss");
    const auto bySquares = [](std::string name) {
        return fieldAfter([&](TrainingSpec& spec) {
            spec.data.name = name;
            spec.loss = Loss::MeanSquared;
        });
    };
    for (const char* name : {"sine", "circle", "digits"})
        EXPECT_EQ(bySquares(name), "") << name;
    const auto byHuber = [](std::string name) {
        return fieldAfter([&](TrainingSpec& spec) {
            spec.data.name = name;
            spec.loss = Loss::Huber;
        });
    };
    EXPECT_EQ(byHuber("sine"), "");
    EXPECT_EQ(byHuber("circle"), "loss");
}

TEST(TrainingSpec, leavesLbfgsToTheTorchEngineAndItsGradientsAlone)
{
    const auto byLbfgs = [](const std::function<void(TrainingSpec&)>& change) {
        return fieldAfter([&](TrainingSpec& spec) {
            spec.optimizer = Optimizer::Lbfgs;
            change(spec);
        });
    };
    EXPECT_EQ(byLbfgs([](TrainingSpec&) {}), "");
    EXPECT_EQ(byLbfgs([](TrainingSpec& spec) { spec.engine = EngineChoice::Torch; }), "");
    EXPECT_EQ(byLbfgs([](TrainingSpec& spec) { spec.engine = EngineChoice::Fused; }), "engine");
    EXPECT_EQ(byLbfgs([](TrainingSpec& spec) { spec.l1 = 0.1; }), "l1");
    EXPECT_EQ(byLbfgs([](TrainingSpec& spec) { spec.l2 = 0.1; }), "l2");
    EXPECT_EQ(byLbfgs([](TrainingSpec& spec) { spec.clip = 1; }), "clip");
    EXPECT_EQ(byLbfgs([](TrainingSpec& spec) { spec.dropout = 0.1; }), "");
}

TEST(TrainingSpec, looksAtItsDataToo)
{
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.data.noise = 2; }), "noise");
    EXPECT_EQ(fieldAfter([](TrainingSpec& spec) { spec.data.name = "nothing"; }), "dataset");
}

TEST(TrainingSpec, trainsWithAConstantOrJumpingActivation)
{
    for (const char* formula : {"1", "x > 0 ? 1 : 0", "floor(x)"}) {
        const auto made = activation::makeActivation({"mine", formula, "", {}});
        ASSERT_TRUE(made) << formula;
        EXPECT_EQ(fieldAfter([&](TrainingSpec& spec) { spec.hidden[0].activation = *made; }), "") << formula;
    }
}

TEST(LearningRate, isTheUsualOneByDefault)
{
    const TrainingSpec spec;
    EXPECT_EQ(spec.learningRate, usualLearningRate(spec.optimizer));
    EXPECT_EQ(usualLearningRate(Optimizer::Sgd), 0.03);
}

}  // namespace
}  // namespace actlab::nn
