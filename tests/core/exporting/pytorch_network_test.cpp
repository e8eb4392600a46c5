#include "core/exporting/pytorch_network.hpp"

#include <gmock/gmock.h>

namespace actlab::exporting {
namespace {

using testing::HasSubstr;
using testing::Not;

ActivationInstance leaky(const std::string& name, const std::string& formula = "x > 0 ? x : lambda*x",
                         activation::Scope scope = activation::Scope::Layer)
{
    return {*activation::makeActivation({name, formula, "", {{"lambda", 0.25, 0, 1, true, scope}}}),
            {{"lambda", {0.5F}}}};
}

Network networkOf(std::vector<ActivationInstance> instances)
{
    Network network{"Mine\nimport os", {"x", "y\"\"\""}, {"no", "yes"}, Output::Sign, std::move(instances), {}};
    std::size_t in = 2;
    for (std::size_t i = 0; i < network.activations.size(); ++i) {
        network.layers.push_back({in, 1, std::vector<float>(in, 0.5F), {0}, i});
        in = 1;
    }
    network.layers.push_back({in, 1, std::vector<float>(in, 1), {0}, {}});
    return network;
}

std::vector<std::string> namesIn(const std::vector<data::NamedTensor>& state)
{
    std::vector<std::string> names;
    for (const data::NamedTensor& tensor : state)
        names.push_back(tensor.name);
    return names;
}

TEST(PytorchNetwork, isASequentialOfItsLayers)
{
    const std::string text = *networkModule(networkOf({leaky("It")}));
    EXPECT_THAT(text, HasSubstr("class It(nn.Module):"));
    EXPECT_THAT(text, HasSubstr("            nn.Linear(2, 1),\n            It(),\n            nn.Linear(1, 1),\n"
                                "            nn.Tanh(),\n"));
}

TEST(PytorchNetwork, namesItsStateAsTheSequentialDoes)
{
    const auto state = *stateOf(networkOf({leaky("It")}));
    EXPECT_EQ(namesIn(state), (std::vector<std::string>{"0.weight", "0.bias", "1.lambda_", "2.weight", "2.bias"}));
    EXPECT_EQ(state[0].shape, (std::vector<std::size_t>{1, 2}));
    EXPECT_TRUE(state[2].shape.empty());
    EXPECT_EQ(state[2].values, std::vector<float>{0.5F});
}

TEST(PytorchNetwork, writesAClassOnceAndTellsTwoOfOneNameApart)
{
    const std::string text = *networkModule(networkOf({leaky("It"), leaky("It"), leaky("It", "lambda*tanh(x)")}));
    EXPECT_THAT(text, HasSubstr("class It(nn.Module):"));
    EXPECT_THAT(text, HasSubstr("class It2(nn.Module):"));
    EXPECT_THAT(text, Not(HasSubstr("class It3(")));
}

TEST(PytorchNetwork, keepsItsOwnNameForItself)
{
    const std::string text = *networkModule(networkOf({leaky("network")}));
    EXPECT_THAT(text, HasSubstr("class Network2(nn.Module):"));
    EXPECT_THAT(text, HasSubstr("class Network(nn.Sequential):"));
}

TEST(PytorchNetwork, keepsTheNamesOfATrainingScriptForIt)
{
    for (const char* name : {"Random", "TRAIN", "Penalty", "RATE"})
        EXPECT_THAT(*networkClasses(networkOf({leaky(name)})),
                    HasSubstr(std::string("class ") + name + "2(nn.Module):"));
}

TEST(PytorchNetwork, makesWhatLayersShareOnce)
{
    Network network = networkOf({leaky("It"), leaky("It")});
    network.activations.pop_back();
    network.layers[1].activation = 0;
    EXPECT_THAT(*networkModule(network), HasSubstr("shared1 = It()\n"));
    EXPECT_EQ(namesIn(*stateOf(network)), (std::vector<std::string>{"0.weight", "0.bias", "1.lambda_", "2.weight",
                                                                    "2.bias", "3.lambda_", "4.weight", "4.bias"}));
}

TEST(PytorchNetwork, putsALayerWithAResidualLinkIntoASequenceOfItsOwn)
{
    Network network = networkOf({leaky("It"), leaky("Residual")});
    EXPECT_THAT(*networkModule(network), Not(HasSubstr("class Residual(")));
    network.layers[1].residual = true;
    const std::string text = *networkModule(network);
    EXPECT_THAT(text, HasSubstr("class Residual(nn.Sequential):"));
    EXPECT_THAT(text, HasSubstr("            It(),\n            Residual(\n                nn.Linear(1, 1),\n"
                                "                Residual2(),\n            ),\n            nn.Linear(1, 1),\n"));
    EXPECT_EQ(namesIn(*stateOf(network)),
              (std::vector<std::string>{"0.weight", "0.bias", "1.lambda_", "2.0.weight", "2.0.bias", "2.1.lambda_",
                                        "3.weight", "3.bias"}));
}

TEST(PytorchNetwork, takesTheBiasToBatchNormWhereTheLayerIsNormalised)
{
    const std::string text = *networkClasses(networkOf({leaky("It"), leaky("It")}), {false, true});
    EXPECT_THAT(text, HasSubstr("nn.Linear(2, 1),\n            It(),\n            nn.Linear(1, 1, bias=False),\n"
                                "            nn.BatchNorm1d(1),\n            It(),\n            nn.Linear(1, 1),\n"));
}

TEST(PytorchNetwork, letsNoNameOutOfItsString)
{
    const std::string text = *networkModule(networkOf({leaky("It")}));
    EXPECT_THAT(text, Not(HasSubstr("\nimport os")));
    EXPECT_THAT(text, Not(HasSubstr("y\"\"\"")));
}

TEST(PytorchNetwork, isInTorchScriptOneModuleALayer)
{
    const data::ScriptModule script = *networkScript(networkOf({leaky("It")}));
    std::vector<std::string> names;
    for (const auto& [name, module] : script.modules)
        names.push_back(name + ": " + module.name);
    EXPECT_EQ(names, (std::vector<std::string>{"activation1: It", "linear1: Linear", "linear2: Linear"}));
    EXPECT_THAT(script.forward, HasSubstr("torch.tanh(x)"));
}

}  // namespace
}  // namespace actlab::exporting
