// Linear(10, 5), "input where it is positive, else 0", Linear(5, 2), on one random row: here and in PyTorch.
#include "core/data/random.hpp"
#include "core/nn/torch_room.hpp"
#include "tests/core/torch/formulas.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include <unistd.h>

namespace actlab::nn {
namespace {

struct Tutorial {
    Tutorial()
    {
        spec.hidden = {{5, torch_room::testing::activationOf("x > 0 ? x : 0")}};
        data.classes = 2;
        data.train.features = 10;
        data::Random random(20);
        parameters.resize(layoutOf(spec, data).size);
        for (float& parameter : parameters)
            parameter = static_cast<float>(random.uniform(-1, 1));
        for (int i = 0; i < 10; ++i)
            row.push_back(static_cast<float>(random.normal()));
    }
    TrainingSpec spec;
    data::Dataset data;
    std::vector<float> parameters, row;
};

/// The numbers that the Python script prints for these weights and this row.
std::vector<double> byPython(const Tutorial& tutorial)
{
    const std::string file = ::testing::TempDir() + "actlab-tutorial-" + std::to_string(getpid()) + ".txt";
    {
        std::ofstream numbers(file);
        numbers.precision(9);
        for (const auto* part : {&tutorial.parameters, &tutorial.row})
            for (const float number : *part)
                numbers << number << '\n';
    }
    FILE* script = popen((std::string(ACTLAB_PYTHON " " TUTORIAL_SCRIPT " < ") + file).c_str(), "r");
    std::vector<double> outputs;
    double output = 0;
    while (script && std::fscanf(script, "%lf", &output) == 1)
        outputs.push_back(output);
    EXPECT_TRUE(script && pclose(script) == 0) << "the script failed";
    std::remove(file.c_str());
    return outputs;
}

TEST(Tutorial, givesWhatPyTorchGives)
{
    const Tutorial tutorial;
    ASSERT_EQ(tutorial.parameters.size(), 10u * 5 + 5 + 5 * 2 + 2);
    const auto room = torchRoom();
    ASSERT_TRUE(room) << room.error();
    const auto engine = (*room)->makeEngine({tutorial.spec, tutorial.data}, tutorial.parameters);
    const std::vector<float> ours = engine->predict(tutorial.row);
    const std::vector<double> theirs = byPython(tutorial);
    ASSERT_EQ(ours.size(), 2u);
    ASSERT_EQ(theirs.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_NEAR(ours[i], theirs[i], 1e-6);
}

}  // namespace
}  // namespace actlab::nn
