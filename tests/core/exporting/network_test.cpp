#include "core/exporting/network.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace actlab::exporting {
namespace {

activation::ActivationPtr leaky(activation::Scope scope)
{
    return *activation::makeActivation({"Leaky", "x > 0 ? x : a*x", "", {{"a", 0.25, 0, 1, true, scope}}});
}

TEST(Network, answersWithWhatItHasLearned)
{
    Network network{"n", {"x"}, {}, Output::Value, {{leaky(activation::Scope::Channel), {{"a", {0.5F, 2}}}}}, {}};
    network.layers = {{1, 2, {1, 1}, {0, -1}, 0}, {2, 1, {10, 1}, {0.25F}, {}}};
    EXPECT_EQ(answer(network, std::vector<double>{3}), std::vector<double>{10 * 3 + 2 + 0.25});
    EXPECT_EQ(answer(network, std::vector<double>{-1}), std::vector<double>{10 * -0.5 - 2 * 2 + 0.25});
    network.output = Output::Sign;
    EXPECT_EQ(answer(network, std::vector<double>{0}), std::vector<double>{std::tanh(-2 + 0.25)});
}

TEST(Network, sharesOnlyInstancesThatLearnTheSame)
{
    Network network;
    const ActivationInstance shared{leaky(activation::Scope::Shared), {{"a", {1}}}};
    EXPECT_EQ(addInstance(network, shared), 0U);
    EXPECT_EQ(addInstance(network, shared), 0U);
    EXPECT_EQ(addInstance(network, {leaky(activation::Scope::Layer), {{"a", {1}}}}), 1U);
    EXPECT_EQ(addInstance(network, {leaky(activation::Scope::Layer), {{"a", {1}}}}), 2U);
}

}  // namespace
}  // namespace actlab::exporting
