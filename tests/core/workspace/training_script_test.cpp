#include "core/workspace/training_script.hpp"

#include "core/activation/catalogue.hpp"

#include <gmock/gmock.h>

namespace actlab::workspace {
namespace {

using testing::HasSubstr;
using testing::Not;

nn::TrainingSpec smallSpec()
{
    nn::TrainingSpec spec;
    spec.hidden = {{3, activation::findInCatalogue("tanh")}};
    spec.seed = 18'446'744'073'709'551'615U;
    return spec;
}

TEST(TrainingScript, holdsTheSeedAndTheSteps)
{
    const std::string text = *trainingScript(smallSpec(), "Circle 3 tanh");
    EXPECT_THAT(text, HasSubstr("SEED = 18446744073709551615"));
    EXPECT_THAT(text, HasSubstr("EPOCHS, BATCH, RATE = 200, 10, 0.01"));
    EXPECT_THAT(text, HasSubstr("torch.optim.Adam(network.parameters(), lr=RATE)"));
}

TEST(TrainingScript, bringsOnlyWhatTheSpecAsksFor)
{
    nn::TrainingSpec spec = smallSpec();
    const std::string plain = *trainingScript(spec, "");
    spec.l1 = 0.1;
    spec.dropout = 0.25;
    spec.clip = 2;
    const std::string full = *trainingScript(spec, "");
    for (const char* part : {"class Penalty", "DROPOUT = 0.25", "CLIP = 2.0", "clip_grad_norm_"}) {
        EXPECT_THAT(plain, Not(HasSubstr(part)));
        EXPECT_THAT(full, HasSubstr(part));
    }
}

TEST(TrainingScript, normalisesAsTheRunDoes)
{
    nn::TrainingSpec spec = smallSpec();
    spec.optimizer = nn::Optimizer::Lbfgs;
    const std::string plain = *trainingScript(spec, "");
    spec.hidden[0].batchNorm = true;
    const std::string normalised = *trainingScript(spec, "");
    for (const char* part : {"nn.BatchNorm1d(3)", "def normalise(", "network.eval()", "network.train()",
                             "normalise(network, len(rows), 0.0)", "does not fit that one"}) {
        EXPECT_THAT(plain, Not(HasSubstr(part)));
        EXPECT_THAT(normalised, HasSubstr(part));
    }
}

TEST(TrainingScript, beginsWithTheWeightsThatWereSetByHand)
{
    nn::TrainingSpec spec = smallSpec();
    EXPECT_THAT(*trainingScript(spec, ""), Not(HasSubstr("set by hand")));
    spec.handWeights = {{0, 2, 3, 5, 0.5F}, {0, 2, 3, 7, -2}, {0, 9, 9, 0, 7}};
    const std::string text = *trainingScript(spec, "");
    EXPECT_THAT(text, HasSubstr("    with torch.no_grad():  # set by hand\n"
                                "        layers[0].weight[2, 1] = 0.5\n"
                                "        layers[0].bias[1] = -2.0\n"));
    EXPECT_THAT(text, Not(HasSubstr("= 7.0"))) << "it has no place in this network";
    spec.hidden[0].batchNorm = true;
    EXPECT_THAT(*trainingScript(spec, ""), HasSubstr("biased[0].bias[1] = -2.0"));
}

TEST(TrainingScript, bringsThePointsThatWerePainted)
{
    nn::TrainingSpec spec = smallSpec();
    spec.data.name = "points";
    for (int i = 0; i < 12; ++i)
        spec.data.points.push_back({static_cast<float>(i % 6), 1, static_cast<std::size_t>(i / 6)});
    const std::string text = *trainingScript(spec, "Points 3 tanh");
    for (const char* rows : {"\"\"\", 8),", "\"\"\", 8)[:, 0],", "\"\"\", 4),", "\"\"\", 4)[:, 0],"})
        EXPECT_THAT(text, HasSubstr(rows)) << "8 rows to train on and 4 to test with";
    spec.data.points.pop_back();
    EXPECT_NE(*trainingScript(spec, "Points 3 tanh"), text);
    spec.data.points.resize(1);
    EXPECT_THAT(trainingScript(spec, "").error(), HasSubstr("Class A has one point only"));
}

TEST(TrainingScript, saysWhatIsWrongWithASpec)
{
    nn::TrainingSpec spec = smallSpec();
    spec.hidden.front().activation = nullptr;
    EXPECT_EQ(trainingScript(spec, "").error(), "Layer 1 has no activation.");
}

TEST(TrainingScript, isNoneOfANetworkWithAFrozenLayer)
{
    nn::TrainingSpec spec = smallSpec();
    spec.hidden.front().frozen = true;
    EXPECT_THAT(trainingScript(spec, "").error(), HasSubstr("frozen"));
}

}  // namespace
}  // namespace actlab::workspace
