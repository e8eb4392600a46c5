#include "core/data/describe.hpp"

#include "tests/core/data/csv_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace actlab::data {
namespace {

using testing::ElementsAre;

TEST(Describe, tellsRowsInputsAndWhatIsAsked)
{
    EXPECT_THAT(describe(*load({})), ElementsAre("500 rows, 400 to train and 100 to test; 2 inputs; 2 classes."));
    DataSpec sine;
    sine.name = "sine";
    EXPECT_THAT(describe(*load(sine)), ElementsAre("1200 rows, 960 to train and 240 to test; 1 input; values to "
                                                   "learn."));
}

TEST(Describe, knowsHowFarPicturesReach)
{
    EXPECT_EQ(reachOf(*load({})), 6);
    const TemporaryFile file(alternating(100));
    DataSpec spec = csvSpec(file.path(), "y");
    spec.standardise = false;
    EXPECT_NEAR(reachOf(*load(spec)), 1.1 * 99.5, 1e-4);
}

}  // namespace
}  // namespace actlab::data
