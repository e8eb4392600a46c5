#include "core/torch/builtin_twin.hpp"

#include "core/activation/catalogue.hpp"
#include "core/torch/activation_node.hpp"

#include <ATen/ATen.h>
#include <gtest/gtest.h>

namespace actlab::torch_room {
namespace {

std::vector<at::Tensor> learnedOf(const activation::Activation& activation)
{
    std::vector<at::Tensor> learned;
    for (const activation::Parameter& p : activation.parameters())
        if (p.learnable)
            learned.push_back(at::full({1}, p.value));
    return learned;
}

TEST(BuiltinTwin, isTheSameFunctionThroughoutTheCatalogue)
{
    const at::Tensor x = at::linspace(-9.03, 9, 2'001);
    int twins = 0;
    for (const auto& activation : activation::catalogue()) {
        const TensorFunction twin = builtinTwin(*activation);
        if (!twin)
            continue;
        ++twins;
        const auto learned = learnedOf(*activation);
        EXPECT_TRUE(at::allclose(LayerActivation(activation)(x, learned), twin(x, learned), 1e-5, 1e-6))
            << activation->name();
    }
    EXPECT_EQ(twins, 30);
}

TEST(BuiltinTwin, followsTheParameters)
{
    const at::Tensor x = at::linspace(-2, 2, 5);
    const auto leaky = activation::findInCatalogue("leaky relu")->withValue("negative_slope", 0.5);
    EXPECT_TRUE(at::allclose(builtinTwin(*leaky)(x, {}), at::leaky_relu(x, 0.5)));
    EXPECT_FALSE(builtinTwin(*leaky->withName("mine")));
}

}  // namespace
}  // namespace actlab::torch_room
