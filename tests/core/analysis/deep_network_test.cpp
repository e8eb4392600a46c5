#include "core/analysis/deep_network.hpp"

#include "core/analysis/facts.hpp"

#include "tests/core/analysis/activation_of.hpp"

#include <cmath>

namespace actlab::analysis {
namespace {

DeepNetwork passed(const std::string& formula, double gain)
{
    return passThroughLayers(*activationOf(formula), {.gain = gain});
}

TEST(DeepNetwork, keepsTheVarianceWithTheInitGain)
{
    for (const auto* formula : {"relu(x)", "tanh(x)", "gelu(x)", "selu(x)", "elu(x)"}) {
        const auto activation = activationOf(formula);
        const auto network = passThroughLayers(*activation, {.gain = initGain(*activation)});
        ASSERT_EQ(network.signal.predicted.size(), 51U);
        ASSERT_EQ(network.signal.measured.size(), 51U);
        EXPECT_NEAR(network.signal.predicted.back(), 1, 1e-6) << formula;
        EXPECT_EQ(network.signal.fate, Fate::Keeps) << formula;
    }
}

TEST(DeepNetwork, vanishesAndExplodesAsTheGainSays)
{
    EXPECT_EQ(passed("relu(x)", 1).signal.fate, Fate::Vanishes);
    EXPECT_EQ(passed("relu(x)", 1).gradient.fate, Fate::Vanishes);
    EXPECT_EQ(passed("relu(x)", 2).signal.fate, Fate::Explodes);
    EXPECT_EQ(passed("relu(x)", 2).gradient.fate, Fate::Explodes);
    EXPECT_EQ(passed("relu(x)", std::sqrt(2.0)).gradient.fate, Fate::Keeps);
    EXPECT_EQ(passed("sigmoid(x)", 1.8462).gradient.fate, Fate::Vanishes);
    EXPECT_EQ(passed("x^3", 1).signal.fate, Fate::Explodes) << "beyond the largest number";
}

TEST(DeepNetwork, predictsAKnownRate)
{
    const auto network = passed("relu(x)", 1);
    EXPECT_NEAR(network.signal.predicted[10], std::pow(0.5, 10), 1e-12);
    EXPECT_NEAR(network.gradient.predicted[40], std::pow(0.5, 10), 1e-12);
}

TEST(DeepNetwork, measuresWhatTheoryPredicts)
{
    for (const auto* formula : {"x", "tanh(x)", "relu(x)", "silu(x)"}) {
        const auto network =
            passThroughLayers(*activationOf(formula), {.gain = 1.3, .layers = 8, .width = 512, .samples = 32});
        for (std::size_t layer = 0; layer <= 8; ++layer) {
            EXPECT_NEAR(std::log(network.signal.measured[layer] / network.signal.predicted[layer]), 0, 0.35)
                << formula << " at layer " << layer;
            EXPECT_NEAR(std::log(network.gradient.measured[layer] / network.gradient.predicted[layer]), 0, 0.35)
                << formula << " at layer " << layer;
        }
    }
}

TEST(DeepNetwork, isTheSameFromTheSameSeed)
{
    EXPECT_EQ(passed("tanh(x)", 1).gradient.measured, passed("tanh(x)", 1).gradient.measured);
    const auto other = passThroughLayers(*activationOf("tanh(x)"), {.gain = 1, .seed = 2});
    EXPECT_NE(other.signal.measured, passed("tanh(x)", 1).signal.measured);
}

}  // namespace
}  // namespace actlab::analysis
