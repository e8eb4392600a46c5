#include "core/workspace/run.hpp"

#include "core/activation/catalogue.hpp"
#include "core/nn/engine.hpp"
#include "core/workspace/document.hpp"

#include <gtest/gtest.h>

namespace actlab::workspace {
namespace {

nn::TrainingSpec smallSpec()
{
    nn::TrainingSpec spec;
    spec.hidden = {{4, activation::findInCatalogue("Tanh")}};
    return spec;
}

std::vector<nn::EpochMetrics> historyOf(std::size_t epochs)
{
    std::vector<nn::EpochMetrics> history;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch)
        history.push_back({.epoch = epoch});
    return history;
}

TEST(Run, isNamedByDataWidthsAndActivations)
{
    nn::TrainingSpec spec = smallSpec();
    spec.hidden.push_back({6, spec.hidden.front().activation});
    spec.hidden.push_back({3, activation::findInCatalogue("ReLU")});
    EXPECT_EQ(runName(spec), "Circle 4·6 " + spec.hidden.front().activation->name() + " 3 ReLU");
    spec.data.features = {data::Feature::Y, data::Feature::XSquared};
    EXPECT_TRUE(runName(spec).starts_with("Circle of y, x² 4·6 "));
    spec.data.features.clear();
    spec.hidden.clear();
    EXPECT_EQ(runName(spec), "Circle");
}

TEST(Run, isNamedWithWhatItsLayersHaveBesideTheirActivation)
{
    std::vector<nn::Layer> hidden(4, nn::Layer{8, activation::findInCatalogue("tanh")});
    EXPECT_EQ(extrasOf(hidden), "");
    hidden[1].residual = hidden[3].residual = true;
    EXPECT_EQ(extrasOf(hidden), ", residual in layers 2, 4");
    hidden[2].width = 6;
    hidden[3].residual = false;
    EXPECT_EQ(extrasOf(hidden), ", residual") << "no other layer could have one";
    hidden[2].batchNorm = true;
    EXPECT_EQ(extrasOf(hidden), ", batch norm in layer 3, residual");
    for (nn::Layer& layer : hidden)
        layer.batchNorm = true;
    nn::TrainingSpec spec = smallSpec();
    spec.hidden = hidden;
    EXPECT_TRUE(runName(spec).ends_with(", batch norm, residual")) << runName(spec);
}

TEST(Run, keepsAShortHistoryWhole)
{
    EXPECT_EQ(thinned(historyOf(30), 100).size(), 30U);
}

TEST(Run, thinsALongHistoryAndKeepsBothEnds)
{
    const auto kept = thinned(historyOf(123'457), 1000);
    ASSERT_EQ(kept.size(), 1000U);
    EXPECT_EQ(kept.front().epoch, 0U);
    EXPECT_EQ(kept.back().epoch, 123'456U);
    for (std::size_t i = 1; i < kept.size(); ++i)
        EXPECT_LT(kept[i - 1].epoch, kept[i].epoch);
}

TEST(Run, keepsFewerEpochsOfARunThatLearnsManyParameters)
{
    auto history = historyOf(5000);
    for (auto& epoch : history)
        epoch.learned.resize(100);
    const auto run = makeRun(smallSpec(), history, {});
    EXPECT_LT(run.history.size(), 200U);
    EXPECT_EQ(run.history.back().epoch, 4999U);
    EXPECT_EQ(makeRun(smallSpec(), historyOf(5000), {}).history.size(), kMostEpochsKept);
}

TEST(Run, keepsTheNetworkThatCameOfIt)
{
    const nn::TrainingSpec spec = smallSpec();
    nn::Outcome outcome;
    EXPECT_EQ(makeRun(spec, {}, outcome).network, nullptr);
    outcome.data = std::make_shared<const data::Dataset>(*data::load(spec.data));
    outcome.parameters = nn::initialParameters(spec, *outcome.data);
    const workspace::Run run = makeRun(spec, {}, outcome);
    ASSERT_NE(run.network, nullptr);
    EXPECT_EQ(run.network->name, run.name);
    EXPECT_EQ(run.network->layers.size(), 2U);
}

TEST(Run, keepsNoNetworkThatIsNotFinite)
{
    const nn::TrainingSpec spec = smallSpec();
    nn::Outcome outcome;
    auto data = std::make_shared<data::Dataset>(*data::load(spec.data));
    data->inputScaling = {{0, 1e-44}, {0, 1}};
    outcome.data = data;
    outcome.parameters = nn::initialParameters(spec, *data);
    EXPECT_EQ(makeRun(spec, {}, outcome).network, nullptr);
}

TEST(Run, dropsTheWeightsOfTheOldestWhereAllAreTooMany)
{
    exporting::Network large;
    large.layers = {{1, kMostNumbersKept - 1, std::vector<float>(kMostNumbersKept - 1), {0}, {}}};
    const auto network = std::make_shared<const exporting::Network>(std::move(large));
    Document document;
    for (int i = 0; i < 4; ++i)
        addRun(document, {"run", {}, {}, {}, network});
    EXPECT_EQ(document.runs[0].network, nullptr);
    EXPECT_EQ(document.runs[1].network, nullptr);
    EXPECT_NE(document.runs[2].network, nullptr);
    EXPECT_NE(document.runs[3].network, nullptr);
}

TEST(Run, isNamedByTheBeginningOfALongFormula)
{
    nn::TrainingSpec spec;
    spec.data.name = "formula";
    spec.data.formula = "y > x";
    EXPECT_EQ(runName(spec), "y > x");
    spec.data.formula = std::string(39, 'x') + "＋" + std::string(50, 'y');
    EXPECT_EQ(runName(spec), std::string(39, 'x') + "…");
}

TEST(Run, dropsTheOldestOfTooMany)
{
    Document document;
    for (std::size_t i = 0; i < kMostRunsKept + 3; ++i)
        addRun(document, {std::to_string(i), {}, {}, {}, {}});
    EXPECT_EQ(document.runs.size(), kMostRunsKept);
    EXPECT_EQ(document.runs.front().name, "3");
    EXPECT_EQ(document.runs.front().number, 3U) << "and those that stay keep theirs";
}

TEST(Run, thatDivergedEndsWithTheEpochInWhichItDid)
{
    nn::Outcome outcome;
    outcome.ending = nn::Ending::Diverged;
    outcome.steps = 57;
    const auto run = makeRun({}, {{.epoch = 0, .trainLoss = 1}, {.epoch = 1, .trainLoss = 2}}, outcome);
    EXPECT_TRUE(hasDiverged(run));
    ASSERT_EQ(run.history.size(), 3U);
    EXPECT_EQ(run.history[2].epoch, 2U);
    EXPECT_EQ(run.history[2].steps, 57U);
    EXPECT_EQ(makeRun({}, run.history, outcome).history.size(), 3U) << "once is enough";
    EXPECT_TRUE(makeRun({}, {}, outcome).history.empty()) << "before its first epoch";
}

}  // namespace
}  // namespace actlab::workspace
