#include "app/widgets/train_confusion.hpp"

#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

std::shared_ptr<data::Dataset> threeKinds()
{
    auto data = std::make_shared<data::Dataset>();
    data->classes = 3;
    data->classNames = {"daisy", "rose", "tulip"};
    data->test.features = 1;
    data->test.targets = {0, 0, 1, 2, 2};
    data->test.inputs.resize(5);
    return data;
}

TEST(TrainConfusion, countsTheAnswersToEachClass)
{
    TrainConfusion confusion;
    confusion.showData(threeKinds());
    nn::Picture picture;
    picture.testAnswers = {0, 1, 1, 2, 0};
    confusion.showPicture(picture);
    EXPECT_EQ(confusion.count(0, 0), 1u);
    EXPECT_EQ(confusion.count(0, 1), 1u);
    EXPECT_EQ(confusion.count(1, 1), 1u);
    EXPECT_EQ(confusion.count(2, 0), 1u);
    EXPECT_EQ(confusion.count(2, 1), 0u);
    confusion.showPicture(picture);
    EXPECT_EQ(confusion.count(0, 0), 1u) << "a second picture takes the first one's place";
    confusion.clearPicture();
    EXPECT_EQ(confusion.count(0, 0), 0u);
}

TEST(TrainConfusion, passesOverAnswersToOtherRows)
{
    TrainConfusion confusion;
    confusion.showPicture({});
    confusion.showData(threeKinds());
    nn::Picture picture;
    picture.testAnswers = {0, 1};
    confusion.showPicture(picture);
    EXPECT_EQ(confusion.count(0, 0), 0u);
    picture.testAnswers = {7, 7, 7, 7, 7};
    confusion.showPicture(picture);
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            EXPECT_EQ(confusion.count(row, column), 0u);
}

}  // namespace
}  // namespace actlab::widgets
