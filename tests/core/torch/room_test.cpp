#include "core/nn/torch_room.hpp"

#include "tests/core/torch/formulas.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

using torch_room::testing::activationOf;

TorchRoom& room()
{
    const auto loaded = torchRoom();
    if (!loaded)
        throw std::runtime_error(loaded.error());
    return **loaded;
}

TEST(TorchRoom, isLoadedOnceAndKnowsItsVersion)
{
    EXPECT_EQ(&room(), &room());
    EXPECT_EQ(room().version().find_first_not_of("0123456789.+abcdefpu"), std::string::npos) << room().version();
}

TEST(TorchRoom, readsTheProgramsFormulas)
{
    const auto f = activationOf("max(x, a*x) + heaviside(x, 0.5)", {{"a", 0.1, 0, 1, false}});
    const std::vector<double> x{-2, 0, 3};
    const auto curves = room().evaluateByAutograd(*f, x);
    EXPECT_EQ(curves[0], (std::vector<double>{-0.2, 0.5, 4}));
    EXPECT_EQ(curves[1], (std::vector<double>{0.1, 0.55, 1}));
}

TEST(TorchRoom, knowsThatAStepHasNoSlope)
{
    EXPECT_EQ(room().evaluateByAutograd(*activationOf("sign(x)"), std::vector{-1.0, 0.0, 2.0}),
              (std::vector<std::vector<double>>{{-1, 0, 1}, {0, 0, 0}}));
    EXPECT_EQ(room().evaluateByAutograd(*activationOf("7"), std::vector{1.0})[1], std::vector{0.0});
}

TEST(TorchRoom, trainsWithTheProgramsActivations)
{
    TrainingSpec spec;
    spec.hidden = {{4, activationOf("{x > 0: x, a*x}", {{"a", 0.25, 0, 1, true}})}};
    data::Dataset data;
    data.classes = 2;
    data.train = {2, {1, 1, -1, -1, 1, -1, -1, 1}, {0, 0, 1, 1}};
    const auto engine = room().makeEngine({spec, data}, initialParameters(spec, data));
    const double before = engine->evaluate(data.train).loss;
    for (int i = 0; i < 300; ++i)
        engine->step(std::vector<std::size_t>{0, 1, 2, 3});
    EXPECT_LT(engine->evaluate(data.train).loss, before / 5);
}

TEST(TorchRoom, letsNothingButPlainErrorsOut)
{
    TrainingSpec spec;
    data::Dataset data;
    data.classes = 2;
    data.train = {2, {1, 1}, {1}};
    try {
        room().makeEngine({spec, data}, {});
        FAIL() << "no exception";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "The parameters do not fit the network.");
    }
}

}  // namespace
}  // namespace actlab::nn
