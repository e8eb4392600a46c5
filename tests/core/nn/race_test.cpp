#include "core/nn/race.hpp"

#include "core/activation/catalogue.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace actlab::nn {
namespace {

using activation::findInCatalogue;
using testing::HasSubstr;

RaceSpec smallRace(std::vector<activation::ActivationPtr> runners, std::size_t seeds = 3)
{
    RaceSpec race;
    race.training.hidden = {{6, nullptr}, {6, nullptr}};
    race.training.epochs = 8;
    race.training.data.name = "gauss";
    race.runners = std::move(runners);
    race.seeds = seeds;
    return race;
}

RaceResult run(const RaceSpec& spec)
{
    Commands commands;
    return race(spec, {}, commands, [](std::size_t, std::size_t, const RaceResult&) {});
}

activation::ActivationPtr made(const char* formula)
{
    return *activation::makeActivation({formula, formula, "", {}});
}

TEST(Race, givesTheSameFunctionTheSameRun)
{
    const auto result = run(smallRace({findInCatalogue("tanh"), findInCatalogue("tanh")->withName("again")}));
    const auto &one = result.standings[0], &other = result.standings[1];
    ASSERT_EQ(one.runs.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(one.runs[i].last.testLoss, other.runs[i].last.testLoss);
    EXPECT_NE(one.runs[0].last.testLoss, one.runs[1].last.testLoss) << "seeds differ";
    EXPECT_THAT(result.verdict, HasSubstr("The 3 seeds cannot tell Tanh from again."));
    ASSERT_TRUE(other.ahead);
    EXPECT_EQ(other.ahead->mean, 0);
    EXPECT_FALSE(one.ahead);
}

TEST(Race, beginsFromTheSameWeightsWhateverTheActivation)
{
    auto race = smallRace({made("x"), made("2*x/2")}, 2);
    race.training.epochs = 3;
    const auto result = run(race);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(result.standings[0].runs[i].last.testLoss, result.standings[1].runs[i].last.testLoss);
}

TEST(Race, drawsAllWeightsForEverySeed)
{
    auto race = smallRace({findInCatalogue("tanh"), findInCatalogue("relu")}, 2);
    race.training.epochs = 3;
    const auto drawn = run(race);
    race.training.handWeights = {{0, 2, 6, 0, 5.0F}};
    const auto result = run(race);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(result.standings[0].runs[i].last.testLoss, drawn.standings[0].runs[i].last.testLoss);
}

TEST(Race, namesTheWinnerWhereItIsPlain)
{
    auto race = smallRace({made("0*x"), findInCatalogue("tanh")}, 4);
    race.training.epochs = 20;
    const auto result = run(race);
    EXPECT_THAT(result.verdict, HasSubstr("Tanh is ahead of 0*x, by "));
    EXPECT_GT(result.standings[1].ahead->low, 0);
    EXPECT_GT(result.standings[1].accuracy.mean, result.standings[0].accuracy.mean);
}

TEST(Race, countsEpochsToTheTarget)
{
    auto race = smallRace({findInCatalogue("tanh"), made("0*x")}, 2);
    race.training.targetAccuracy = 0.9;
    race.training.epochs = 60;
    const auto result = run(race);
    EXPECT_EQ(result.standings[0].reached, 2U);
    ASSERT_TRUE(result.standings[0].epochs);
    EXPECT_LT(result.standings[0].epochs->mean, 60);
    EXPECT_FALSE(result.standings[1].epochs);
    EXPECT_EQ(result.measure, Measure::Epochs) << "who crosses the target by more is no better";
    EXPECT_GT(result.standings[0].counted, 0U);
}

TEST(Race, saysHowManyRunsOfTheBestWereLost)
{
    auto race = smallRace({made("0*x"), made("exp(x)")}, 6);
    race.training.learningRate = 0.05;
    race.training.epochs = 15;
    const auto result = run(race);
    EXPECT_GT(result.standings[1].counted, 0U);
    EXPECT_THAT(result.verdict, HasSubstr("of its 6 runs did not come to an end"));
}

TEST(Race, leavesRunsThatDivergeOut)
{
    const auto result = run(smallRace({made("exp(exp(x^2))"), findInCatalogue("tanh")}));
    EXPECT_LT(result.standings[0].counted, 3U);
    EXPECT_EQ(result.standings[1].counted, 3U);
}

TEST(Race, comparesLossesWhereValuesAreLearned)
{
    auto race = smallRace({findInCatalogue("tanh"), findInCatalogue("relu")}, 2);
    race.training.data.name = "sine";
    race.training.loss = Loss::MeanSquared;
    const auto result = run(race);
    EXPECT_TRUE(result.isOverValues);
    EXPECT_GT(result.standings[0].loss.mean, 0);
}

TEST(Race, findsEachItsLearningRateByRunsOfTheirOwn)
{
    auto race = smallRace({findInCatalogue("tanh"), made("tanh(x)/3")}, 2);
    race.training.optimizer = Optimizer::Sgd;
    race.training.learningRate = 1e-3;
    std::size_t runs = 0, all = 0;
    Commands commands;
    race.tunesRate = true;
    const auto tuned = nn::race(race, {}, commands, [&](std::size_t, std::size_t count, const RaceResult&) {
        ++runs;
        all = count;
    });
    EXPECT_EQ(runs, 2 * (5 + 2));
    EXPECT_EQ(all, runs);
    EXPECT_GT(tuned.standings[1].learningRate, 1e-3) << "the weak one needs longer steps";
    race.tunesRate = false;
    const auto shared = run(race);
    EXPECT_EQ(shared.standings[1].learningRate, 1e-3);
    EXPECT_LT(tuned.standings[1].loss.mean, shared.standings[1].loss.mean);
}

TEST(Race, staysWithTheRateOfTheSpecWhereNoOtherIsBetter)
{
    auto race = smallRace({made("0*x")}, 1);
    race.tunesRate = true;
    EXPECT_EQ(run(race).standings[0].learningRate, race.training.learningRate);
}

TEST(Race, stopsWhenItIsTold)
{
    Commands commands;
    std::size_t asked = 0;
    const auto result = race(smallRace({findInCatalogue("tanh"), findInCatalogue("relu")}, 50), {}, commands,
                             [&](std::size_t over, std::size_t all, const RaceResult& soFar) {
                                 EXPECT_EQ(soFar.standings[0].runs.size(), (over + 1) / 2);
                                 EXPECT_EQ(all, 100U);
                                 EXPECT_EQ(over, asked++);
                                 if (over == 3)
                                     commands.stop();
                             });
    EXPECT_TRUE(result.isStopped);
    EXPECT_EQ(asked, 4U);
    EXPECT_EQ(result.standings[0].runs.size(), 2U);
}

TEST(Race, toATargetKnowsNoPatience)
{
    auto race = smallRace({made("0*x"), findInCatalogue("tanh")}, 2);
    race.training.targetAccuracy = 0.9;
    race.training.epochs = 60;
    race.training.patience = 3;
    const auto result = run(race);
    EXPECT_EQ(result.standings[0].runs[0].epochs, 60U) << "who gives up is not the first";
    EXPECT_EQ(result.standings[1].reached, 2U);
    EXPECT_GT(result.standings[1].ahead->mean, 0);
}

TEST(Race, hasAMeanCourseAsFarAsAllOfItsRunsWent)
{
    auto race = smallRace({findInCatalogue("tanh")}, 2);
    race.training.targetAccuracy = 0.9;
    race.training.epochs = 60;
    const Standing standing = run(race).standings[0];
    const auto &one = standing.runs[0], &other = standing.runs[1];
    const auto course = meanCourse(standing, false);
    ASSERT_EQ(course.size(), std::min(one.epochs, other.epochs) + 1);
    EXPECT_EQ(course.back().epoch, course.size() - 1);
    const double first = one.course[0].testAccuracy, second = other.course[0].testAccuracy;
    EXPECT_NEAR(course[0].measure.mean, (first + second) / 2, 1e-9);
    EXPECT_NEAR(course[0].measure.deviation.value(), std::abs(first - second) / std::sqrt(2.0), 1e-9);
    EXPECT_EQ(one.course.back().testAccuracy, static_cast<float>(one.last.testAccuracy));
    EXPECT_EQ(meanCourse(standing, true)[0].measure.mean,
              (static_cast<double>(one.course[0].testLoss) + other.course[0].testLoss) / 2);
}

TEST(Race, leavesRunsThatDivergedOutOfTheMeanCourse)
{
    Standing standing;
    standing.runs.resize(2);
    standing.runs[0].course = {{0.5F, 0.25F}, {0.25F, 0.75F}};
    standing.runs[1].course = {{9, 0}};
    standing.runs[1].ending = Ending::Diverged;
    ASSERT_EQ(meanCourse(standing, false).size(), 2U);
    EXPECT_EQ(meanCourse(standing, false)[1].measure.mean, 0.75);
    EXPECT_TRUE(meanCourse(Standing(), false).empty());
}

TEST(Race, canBeConcludedBeforeItIsOver)
{
    auto result = run(smallRace({made("0*x"), findInCatalogue("tanh")}, 4));
    result.standings[1].runs.clear();
    conclude(result);
    EXPECT_EQ(result.verdict, "Only 0*x has runs that came to an end.");
    EXPECT_FALSE(result.standings[1].ahead);
}

TEST(Race, refusesWhatCannotRace)
{
    EXPECT_EQ(validate(smallRace({}))->field, "activation");
    EXPECT_EQ(validate(smallRace({findInCatalogue("tanh")}, 0))->field, "seeds");
    auto race = smallRace({findInCatalogue("tanh")});
    race.training.learningRate = -1;
    EXPECT_EQ(validate(race)->field, "lr");
}

}  // namespace
}  // namespace actlab::nn
