#include "app/models/training_changes.hpp"

#include "tests/app/models/scripted_training.hpp"

#include <gtest/gtest.h>

namespace actlab::models {
namespace {

activation::ActivationPtr own(const char* formula)
{
    return activation::makeActivation({"mine", formula, "", {}}).value();
}

TEST(TrainingChanges, doesNotCountTheLearningRate)
{
    nn::TrainingSpec after = smallSpec();
    after.learningRate = 7;
    EXPECT_FALSE(changesBetween(smallSpec(), after).any());
}

TEST(TrainingChanges, tellsTheGroupsApart)
{
    nn::TrainingSpec data = smallSpec(), network = smallSpec(), training = smallSpec();
    data.data.noise = 0.1;
    network.hidden.front().width = 9;
    training.batch = 99;
    EXPECT_TRUE(changesBetween(smallSpec(), data).data);
    EXPECT_FALSE(changesBetween(smallSpec(), data).network);
    EXPECT_TRUE(changesBetween(smallSpec(), network).network);
    EXPECT_FALSE(changesBetween(smallSpec(), network).training);
    EXPECT_TRUE(changesBetween(smallSpec(), training).training);
    EXPECT_FALSE(changesBetween(smallSpec(), training).data);
}

TEST(TrainingChanges, seesThatAnActivationOfTheSameNameIsAnotherFunction)
{
    nn::TrainingSpec before = smallSpec(), after = smallSpec(), same = smallSpec();
    before.hidden.front().activation = own("x");
    after.hidden.front().activation = own("2*x");
    same.hidden.front().activation = own("x");
    EXPECT_TRUE(changesBetween(before, after).network);
    EXPECT_FALSE(changesBetween(before, same).network);
}

TEST(TrainingSpecOf, takesOnesOwnActivationAsItIsDefinedNow)
{
    workspace::Document document;
    document.training = smallSpec();
    document.training.hidden.front().activation = own("x");
    document.custom = {own("3*x")};
    EXPECT_EQ(trainingSpecOf(document).hidden.front().activation->definition().formula, "3*x");
}

TEST(TrainingSpecOf, keepsWhatTheLayerKnewOfADeletedOne)
{
    workspace::Document document;
    document.training = smallSpec();
    document.training.hidden.front().activation = own("x");
    EXPECT_EQ(trainingSpecOf(document).hidden.front().activation->definition().formula, "x");
}

}  // namespace
}  // namespace actlab::models
