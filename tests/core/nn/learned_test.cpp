#include "core/nn/learned.hpp"

#include "core/nn/engine.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

namespace actlab::nn {
namespace {

activation::ActivationPtr leaky(activation::Scope scope, double slope = 0.25)
{
    return activation::makeActivation({"leaky", "{x > 0: x, a*x}", "", {{"a", slope, -1, 1, true, scope}}}).value();
}

TEST(Learned, isOneALayerOrOneForAllLayersWithTheSameActivation)
{
    using enum activation::Scope;
    const auto perLayer = learnedParameters(std::vector<nn::Layer>{{8, leaky(Layer)}, {4, leaky(Layer)}});
    ASSERT_EQ(perLayer.size(), 2U);
    EXPECT_EQ(placeOf(perLayer[0]), "layer 1");
    EXPECT_EQ(placeOf(perLayer[1]), "layer 2");

    const auto tanh = activation::findInCatalogue("tanh");
    const auto shared = learnedParameters(std::vector<nn::Layer>{{8, leaky(Shared)}, {4, tanh}, {4, leaky(Shared)}});
    ASSERT_EQ(shared.size(), 1U);
    EXPECT_EQ(shared[0].count, 1U);
    EXPECT_EQ(placeOf(shared[0]), "layers 1, 3");
}

TEST(Learned, isNotSharedByActivationsThatDiffer)
{
    using enum activation::Scope;
    const auto learned =
        learnedParameters(std::vector<nn::Layer>{{8, leaky(Shared, 0.25)}, {8, leaky(Shared, 0.5)}, {8, nullptr}});
    ASSERT_EQ(learned.size(), 2U);
    EXPECT_EQ(learned[0].start, 0.25);
    EXPECT_EQ(learned[1].start, 0.5);
}

TEST(Learned, tellsMeanAndExtremesOfChannels)
{
    TrainingSpec spec;
    spec.hidden = {{4, leaky(activation::Scope::Channel)}, {2, leaky(activation::Scope::Layer)}};
    const auto data = data::load(spec.data).value();
    const Layout layout = layoutOf(spec, data);
    std::vector<float> parameters = initialParameters(spec, data);
    EXPECT_EQ(learnedValues(layout, parameters)[0], (LearnedValue{0.25F, 0.25F, 0.25F}));
    parameters[layout.learned[0].offset + 1] = 1.25F;
    parameters[layout.learned[0].offset + 3] = -0.75F;
    parameters[layout.learned[1].offset] = 3;
    EXPECT_EQ(learnedValues(layout, parameters), (std::vector<LearnedValue>{{0.25F, -0.75F, 1.25F}, {3, 3, 3}}));
}

}  // namespace
}  // namespace actlab::nn
