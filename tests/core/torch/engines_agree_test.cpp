// The fused engine beside the Torch one: same weights, same batches, the same curve of losses.
#include "core/nn/fused_engine.hpp"

#include "core/activation/catalogue.hpp"
#include "core/nn/batches.hpp"
#include "core/nn/torch_room.hpp"
#include "tests/core/nn/example.hpp"
#include "tests/core/nn/recorder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace actlab::nn {
namespace {

using activation::Scope;
using testing::activationOf;
using testing::Example;

constexpr std::size_t kSteps = 200;

/// Both engines from the same weights, over the same batches: `afterStep` sees them after each.
template <class AfterStep>
void trainBoth(const Example& example, const std::string& what, double tolerance, AfterStep afterStep)
{
    const auto room = torchRoom();
    ASSERT_TRUE(room) << room.error();
    const Problem problem{example.spec, example.data};
    const std::vector<float> start = initialParameters(example.spec, example.data);
    const auto torch = (*room)->makeEngine(problem, start), fused = makeFusedEngine(problem, start);
    Batches batches(example.data.train.rows(), example.spec.batch, example.spec.seed);
    for (std::size_t step = 0; step < kSteps; ++step) {
        if (batches.empty())
            batches.startEpoch();
        const auto rows = batches.next();
        const double reference = torch->step(rows), ours = fused->step(rows);
        ASSERT_NEAR(ours, reference, tolerance * std::abs(reference) + 1e-7) << what << ", step " << step;
        ASSERT_NO_FATAL_FAILURE(afterStep(step, *torch, *fused));
    }
}

void expectSameCurve(const Example& example, const std::string& what, double tolerance = 1e-4)
{
    trainBoth(example, what, tolerance, [&](std::size_t step, Engine& torch, Engine& fused) {
        if (step < 3) {
            EXPECT_NEAR(fused.gradientNorm(), torch.gradientNorm(), tolerance * torch.gradientNorm()) << what;
        }
        if (step + 1 < kSteps)
            return;
        const Metrics reference = torch.evaluate(example.data.train), ours = fused.evaluate(example.data.train);
        EXPECT_NEAR(ours.loss, reference.loss, tolerance * reference.loss) << what;
        EXPECT_NEAR(ours.accuracy, reference.accuracy, 0.011) << what;
    });
}

/// The greatest difference of two parameters.
double distance(std::span<const float> a, std::span<const float> b)
{
    double greatest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        greatest = std::max(greatest, std::abs(double{a[i]} - double{b[i]}));
    return greatest;
}

TEST(Engines, agreeForEveryOptimizerLossAndTask)
{
    for (const Optimizer optimizer : testing::kFusedOptimizers)
        for (const std::size_t classes : {0, 2, 3})
            for (const Loss loss : testing::lossesFor(classes)) {
                Example example(activationOf("tanh(x)"), classes);
                example.spec.optimizer = optimizer;
                example.spec.learningRate = usualLearningRate(optimizer);
                example.spec.loss = loss;
                expectSameCurve(example, "optimizer " + std::to_string(static_cast<int>(optimizer)) + ", loss " +
                                             std::to_string(static_cast<int>(loss)) + ", " + std::to_string(classes) +
                                             " classes");
            }
}

TEST(Engines, agreeForEveryInitPenaltyAndBatch)
{
    for (const Init init : {Init::Auto, Init::Playground, Init::Kaiming, Init::Xavier})
        for (const std::size_t batch : {1, 17, 32, 100}) {
            Example example(activationOf("x*sigmoid(x)"));
            example.spec.init = init;
            example.spec.batch = batch;
            example.spec.l1 = 1e-4;
            example.spec.l2 = 1e-3;
            expectSameCurve(example, "batch " + std::to_string(batch));
        }
}

TEST(Engines, agreeForEveryOptimizerWithDropoutAndClipping)
{
    for (const Optimizer optimizer : testing::kFusedOptimizers)
        for (const std::size_t classes : {0, 2, 3})
            for (const Loss loss : testing::lossesFor(classes)) {
                Example example(activationOf("a*x*sigmoid(x)", {{"a", 1.25, 0, 2, true, Scope::Channel}}), classes);
                example.spec.optimizer = optimizer;
                example.spec.learningRate = usualLearningRate(optimizer);
                example.spec.loss = loss;
                example.spec.batch = 45;
                example.spec.dropout = 0.3;
                example.spec.clip = 0.05;
                expectSameCurve(example, "optimizer " + std::to_string(static_cast<int>(optimizer)) + ", loss " +
                                             std::to_string(static_cast<int>(loss)));
            }
}

TEST(Engines, agreeForEveryOptimizerWithBatchNormAndResidualLinks)
{
    for (const Optimizer optimizer : testing::kFusedOptimizers)
        for (const testing::Extras extras : testing::kExtras)
            for (const std::size_t classes : {0, 3})
                for (const Loss loss : testing::lossesFor(classes)) {
                    Example example = with(extras, Example(activationOf("x*sigmoid(x)"), classes));
                    example.spec.optimizer = optimizer;
                    example.spec.learningRate = usualLearningRate(optimizer);
                    example.spec.loss = loss;
                    expectSameCurve(example, "optimizer " + std::to_string(static_cast<int>(optimizer)) + ", loss " +
                                                 std::to_string(static_cast<int>(loss)) +
                                                 (extras.batchNorm ? ", norm" : "") +
                                                 (extras.residual ? ", residual" : ""));
                }
}

/// The last batch of an epoch has 20 rows, 29, 1, all. What is learned is no mere factor of an answer: batch
/// normalisation behind it leaves that without a gradient, so that it would follow nothing but rounding.
TEST(Engines, agreeForEveryBatchWithBatchNormDropoutPenaltyAndClipping)
{
    for (const testing::Extras extras : testing::kExtras)
        for (const std::size_t batch : {45, 57, 199, 1'000}) {
            Example example = with(extras, Example(activationOf("tanh(a*x)", {{"a", 1.25, 0, 2, true}})));
            example.spec.batch = batch;
            example.spec.dropout = 0.2;
            example.spec.l2 = 1e-3;
            example.spec.clip = 0.5;
            example.spec.hidden.push_back(example.spec.hidden.back());
            example.spec.hidden.push_back({3, activationOf("sin(x)"), false, true});
            expectSameCurve(example, "batch " + std::to_string(batch) + (extras.batchNorm ? ", norm" : "") +
                                         (extras.residual ? ", residual" : ""));
        }
}

/// The fused engine goes through such a layer in parts.
TEST(Engines, agreeForWideLayersOfLargeBatchesWithBatchNorm)
{
    Example example(activationOf("tanh(x)"));
    example.spec.batch = 199;
    example.spec.hidden = {{150, activationOf("tanh(x)"), false, true}, {100, activationOf("tanh(x)"), false, true}};
    expectSameCurve(example, "two layers in parts");
}

/// The losses of a whole run, epoch by epoch.
std::vector<double> historyBy(EngineChoice engine, TrainingSpec spec)
{
    spec.engine = engine;
    Commands commands;
    Recorder recorder;
    const Outcome outcome = train(spec, {}, commands, recorder);
    EXPECT_EQ(outcome.ending, Ending::Finished) << outcome.message;
    std::vector<double> losses;
    for (const EpochMetrics& metrics : recorder.epochs())
        losses.push_back(metrics.trainLoss);
    return losses;
}

TEST(Engines, agreeForEverySchedule)
{
    std::vector<std::vector<double>> histories;
    for (const Schedule schedule : {Schedule::Constant, Schedule::Step, Schedule::Cosine}) {
        TrainingSpec spec;
        spec.data.name = "moons";
        spec.hidden = {{6, activationOf("tanh(x)")}};
        spec.epochs = 12;
        spec.schedule = schedule;
        spec.dropout = 0.2;
        const std::vector<double> reference = historyBy(EngineChoice::Torch, spec);
        const std::vector<double>& ours = histories.emplace_back(historyBy(EngineChoice::Fused, spec));
        ASSERT_EQ(ours.size(), reference.size());
        for (std::size_t epoch = 0; epoch < ours.size(); ++epoch)
            EXPECT_NEAR(ours[epoch], reference[epoch], 1e-4 * reference[epoch]) << "epoch " << epoch;
    }
    EXPECT_NE(histories[0], histories[1]);
    EXPECT_NE(histories[0], histories[2]);
}

TEST(Engines, leaveLbfgsToTorch)
{
    TrainingSpec spec;
    spec.data.name = "spiral";
    spec.hidden = {{16, activationOf("tanh(x)")}, {16, activationOf("tanh(x)")}};
    spec.optimizer = Optimizer::Lbfgs;
    spec.learningRate = usualLearningRate(spec.optimizer);
    spec.batch = 1'000;
    spec.epochs = 60;
    const std::vector<double> losses = historyBy(EngineChoice::Auto, spec);
    EXPECT_LT(losses.back(), 0.02);
}

TEST(Engines, agreeForEveryScopeOfWhatIsLearned)
{
    for (const Scope scope : {Scope::Shared, Scope::Layer, Scope::Channel})
        expectSameCurve(Example(activationOf("a*x*sigmoid(b*x)",
                                             {{"a", 1.25, 0, 2, true, scope}, {"b", 0.75, 0, 2, true, scope}})),
                        "scope " + std::to_string(static_cast<int>(scope)));
}

TEST(Engines, agreeForAnAuthorsGradientAndAnActivationForEachLayer)
{
    expectSameCurve(Example(activationOf("x > 0", {}, "exp(-x*x)")), "own gradient");
    Example example(activationOf("tanh(x)"), 3);
    example.spec.hidden = {{7, activationOf("sin(x)")}, {33, activationOf("x*sigmoid(x)")}, {2, activationOf("x")}};
    expectSameCurve(example, "mixed");
}

/// Each step from the same parameters, which keeps rounding from growing where a curve is so steep that training is
/// chaotic (sin(30 x)).
void expectSameSteps(const Example& example, const std::string& what)
{
    std::vector<float> before = initialParameters(example.spec, example.data);
    trainBoth(example, what, 1e-4, [&](std::size_t step, Engine& torch, Engine& fused) {
        const std::vector<float> there = torch.parameters(), here = fused.parameters();
        ASSERT_LE(distance(here, there), 1e-3 * distance(before, there) + 1e-6) << what << ", step " << step;
        before = there;
        fused.setParameters(before);
    });
}

TEST(Engines, agreeStepByStepForTheWholeCatalogue)
{
    for (const activation::ActivationPtr& activation : activation::catalogue()) {
        Example example(activation);
        example.spec.optimizer = Optimizer::Sgd;
        example.spec.learningRate = 5e-4;  // larger ones drive SIREN to arguments that floats cannot tell apart
        expectSameSteps(example, activation->name());
    }
}

}  // namespace
}  // namespace actlab::nn
