#include "full_document.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

namespace actlab::workspace {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

activation::ActivationPtr surrogate()
{
    return *activation::makeActivation(
        {"Step with surrogate, \"ours\" 阶跃 🙂",
         "{x > t: 1, 0}",
         "k*sigmoid(k*x)*sigmoid(-k*x)",
         {{"t", 0.25, -1, 1, false}, {"k", 4.5, 0.1, 20, true, activation::Scope::Channel}}});
}

nn::TrainingSpec fullTraining()
{
    const auto elu = activation::findInCatalogue("elu")->withValue("alpha", 0.3);
    nn::TrainingSpec spec;
    spec.data.name = "moons";
    spec.data.noise = 0.125;
    spec.data.samples = 321;
    spec.data.trainShare = 0.7;
    spec.data.features = {data::Feature::X, data::Feature::SineY};
    spec.data.seed = 0xFFFF'FFFF'FFFF'FFFF;
    spec.hidden = {{5, elu, false, true}, {17, surrogate(), true}, {17, nullptr, false, false, true}};
    spec.init = nn::Init::Xavier;
    spec.loss = nn::Loss::MeanSquared;
    spec.optimizer = nn::Optimizer::AdamW;
    spec.learningRate = 0.1 + 0.2;
    spec.schedule = nn::Schedule::Cosine;
    spec.batch = 33;
    spec.epochs = 77;
    spec.l1 = 1e-300;
    spec.l2 = 5e-324;
    spec.dropout = 0.3;
    spec.clip = 0.7;
    spec.targetLoss = 0.0625;
    spec.targetAccuracy = 0.99;
    spec.patience = 9;
    spec.outputFrozen = true;
    spec.seed = 1ULL << 63U;
    spec.handWeights = {{0, 2, 5, 3, 0.1F}, {9, 1, 1, 0, -9e14F}};
    spec.engine = nn::EngineChoice::Torch;
    return spec;
}

void expectSameActivation(const activation::ActivationPtr& a, const activation::ActivationPtr& b)
{
    ASSERT_EQ(a == nullptr, b == nullptr);
    EXPECT_TRUE(!a || a->definition() == b->definition()) << a->name() << ", " << b->name();
}

void expectSameNumber(double a, double b)
{
    EXPECT_TRUE(std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
                (std::isnan(a) && std::isnan(b)))
        << a << ", " << b;
}

void expectSameTraining(const nn::TrainingSpec& a, const nn::TrainingSpec& b)
{
    EXPECT_TRUE(a.data == b.data);
    ASSERT_EQ(a.hidden.size(), b.hidden.size());
    for (std::size_t i = 0; i < a.hidden.size(); ++i) {
        EXPECT_EQ(a.hidden[i].width, b.hidden[i].width);
        EXPECT_EQ(a.hidden[i].frozen, b.hidden[i].frozen);
        EXPECT_EQ(a.hidden[i].batchNorm, b.hidden[i].batchNorm);
        EXPECT_EQ(a.hidden[i].residual, b.hidden[i].residual);
        expectSameActivation(a.hidden[i].activation, b.hidden[i].activation);
    }
    EXPECT_EQ(a.outputFrozen, b.outputFrozen);
    EXPECT_EQ(a.init, b.init);
    EXPECT_EQ(a.loss, b.loss);
    EXPECT_EQ(a.optimizer, b.optimizer);
    expectSameNumber(a.learningRate, b.learningRate);
    EXPECT_EQ(a.schedule, b.schedule);
    EXPECT_EQ(a.batch, b.batch);
    EXPECT_EQ(a.epochs, b.epochs);
    expectSameNumber(a.l1, b.l1);
    expectSameNumber(a.l2, b.l2);
    expectSameNumber(a.dropout, b.dropout);
    expectSameNumber(a.clip, b.clip);
    expectSameNumber(a.targetLoss, b.targetLoss);
    expectSameNumber(a.targetAccuracy, b.targetAccuracy);
    EXPECT_EQ(a.patience, b.patience);
    EXPECT_EQ(a.seed, b.seed);
    EXPECT_EQ(a.handWeights, b.handWeights);
    EXPECT_EQ(a.engine, b.engine);
}

Run runWithNetwork()
{
    Run run{"Sine 1", {}, {}, "finished 3 epochs"};
    run.spec.hidden = {{1, surrogate()}};
    exporting::Network network{"Sine 1", {"x"}, {}, exporting::Output::Value, {}, {}};
    network.activations = {{surrogate(), {{"k", {0.1F}}}}};
    network.layers = {{1, 1, {0.1F}, {-3e38F}, 0}, {1, 1, {1e-30F}, {0}, {}}};
    run.network = std::make_shared<const exporting::Network>(std::move(network));
    return run;
}

void expectSameNetwork(const exporting::Network& a, const exporting::Network& b)
{
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.inputs, b.inputs);
    EXPECT_EQ(a.classes, b.classes);
    EXPECT_EQ(a.output, b.output);
    EXPECT_EQ(a.layers, b.layers);
    ASSERT_EQ(a.activations.size(), b.activations.size());
    for (std::size_t i = 0; i < a.activations.size(); ++i) {
        expectSameActivation(a.activations[i].activation, b.activations[i].activation);
        EXPECT_EQ(a.activations[i].learned, b.activations[i].learned);
    }
}

std::vector<nn::Mark> allKindsOfMarks()
{
    using enum nn::MarkKind;
    const nn::RunPlace at{57, 456, 0.1}, until{60, 480, 1e-300};
    return {{LearningRate, {}, {}, "0.01", "0.003", at, until}, {Activation, 0, {}, "Tanh", "GELU 🙂", at, at},
            {Formula, 1, "Mine", "{x < 0: 0, x}", "x", at, at}, {Parameter, 1, "alpha", "0.1", "0.25", at, until},
            {Frozen, 0, {}, "trains again", "frozen", at, at},  {Weight, 2, "unit 1, bias", "0", "-1e-30", at, at}};
}

void expectSameRun(const Run& a, const Run& b)
{
    ASSERT_EQ(a.network == nullptr, b.network == nullptr);
    if (a.network)
        expectSameNetwork(*a.network, *b.network);
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.outcome, b.outcome);
    EXPECT_EQ(a.marks, b.marks);
    EXPECT_EQ(a.note, b.note);
    EXPECT_EQ(a.isBaseline, b.isBaseline);
    EXPECT_EQ(a.colour, b.colour);
    expectSameTraining(a.spec, b.spec);
    ASSERT_EQ(a.history.size(), b.history.size());
    for (std::size_t i = 0; i < a.history.size(); ++i) {
        EXPECT_EQ(a.history[i].epoch, b.history[i].epoch);
        expectSameNumber(a.history[i].trainLoss, b.history[i].trainLoss);
        expectSameNumber(a.history[i].testLoss, b.history[i].testLoss);
        expectSameNumber(a.history[i].trainAccuracy, b.history[i].trainAccuracy);
        expectSameNumber(a.history[i].testAccuracy, b.history[i].testAccuracy);
        expectSameNumber(a.history[i].seconds, b.history[i].seconds);
        EXPECT_EQ(a.history[i].learned, b.history[i].learned);
        EXPECT_EQ(a.history[i].steps, b.history[i].steps);
        expectSameNumber(a.history[i].learningRate, b.history[i].learningRate);
    }
}

}  // namespace

Document fullDocument()
{
    Document document;
    document.custom = {surrogate(), *activation::makeActivation({"Plain", "a*x", "", {}})};
    document.plot = {{{surrogate()}, {activation::findInCatalogue("prelu")->withValue("a", -0.5)}},
                     false,
                     false,
                     true,
                     {-0.1, 0.30000000000000004},
                     {-1e300, 1e-300}};
    document.draft.definition = {
        "", "{x < : 0.1*x,", "sigmoid(", {{"a", kInfinity, -kInfinity, kNan, true, activation::Scope::Shared}}};
    document.training = fullTraining();
    document.runs = {{"Moons 5",
                      fullTraining(),
                      {{0, kNan, kInfinity, -kInfinity, -0.0, 0, {{4.5F, 4.5F, 4.5F}}},
                       {1, 0.5, 0.4, 1, 0, 2.5, {{0.1F, -1e-30F, 3e38F}}, 25, 0.1 + 0.2}},
                      "The loss is not a number.\nStopped.",
                      nullptr,
                      allKindsOfMarks()},
                     {"", nn::TrainingSpec{}, {}, ""},
                     runWithNetwork()};
    document.runs[1].note = "Why it is here.\n为什么";
    document.runs[1].isBaseline = true;
    document.runs[1].colour = 3;
    return document;
}

void expectSame(const Document& a, const Document& b)
{
    ASSERT_EQ(a.custom.size(), b.custom.size());
    for (std::size_t i = 0; i < a.custom.size(); ++i)
        expectSameActivation(a.custom[i], b.custom[i]);
    ASSERT_EQ(a.plot.shown.size(), b.plot.shown.size());
    for (std::size_t i = 0; i < a.plot.shown.size(); ++i)
        expectSameActivation(a.plot.shown[i].activation, b.plot.shown[i].activation);
    EXPECT_EQ(a.plot.value, b.plot.value);
    EXPECT_EQ(a.plot.derivative, b.plot.derivative);
    EXPECT_EQ(a.plot.second, b.plot.second);
    EXPECT_TRUE(a.plot.x == b.plot.x && a.plot.y == b.plot.y);
    EXPECT_EQ(a.draft.definition.name, b.draft.definition.name);
    EXPECT_EQ(a.draft.definition.formula, b.draft.definition.formula);
    EXPECT_EQ(a.draft.definition.gradient, b.draft.definition.gradient);
    ASSERT_EQ(a.draft.definition.parameters.size(), b.draft.definition.parameters.size());
    for (std::size_t i = 0; i < a.draft.definition.parameters.size(); ++i) {
        const auto &p = a.draft.definition.parameters[i], &q = b.draft.definition.parameters[i];
        EXPECT_EQ(p.name, q.name);
        EXPECT_EQ(p.learnable, q.learnable);
        EXPECT_EQ(p.scope, q.scope);
        expectSameNumber(p.value, q.value);
        expectSameNumber(p.minimum, q.minimum);
        expectSameNumber(p.maximum, q.maximum);
    }
    expectSameTraining(a.training, b.training);
    ASSERT_EQ(a.runs.size(), b.runs.size());
    for (std::size_t i = 0; i < a.runs.size(); ++i)
        expectSameRun(a.runs[i], b.runs[i]);
}

}  // namespace actlab::workspace
