#include "core/workspace/network_json.hpp"

#include "core/activation/catalogue.hpp"

#include <gtest/gtest.h>

namespace actlab::workspace {
namespace {

std::vector<nn::Layer> hiddenLayers()
{
    const activation::Definition leaky{
        "Leaky", "x > 0 ? x : a*x", "", {{"a", 0.25, 0, 1, true, activation::Scope::Channel}}};
    return {{2, *activation::makeActivation(leaky)}};
}

exporting::Network smallNetwork()
{
    exporting::Network network;
    network.inputs = {"x"};
    network.classes = {"no", "yes \"是\""};
    network.output = exporting::Output::Sign;
    network.activations = {{hiddenLayers()[0].activation, {{"a", {0.5F, -1e-30F}}}}};
    network.layers = {{1, 2, {0.1F, 3.4e38F}, {-0.0F, 1e-45F}, 0}, {2, 1, {1.0F / 3, 2}, {7}, {}}};
    return network;
}

std::string failureOf(const nlohmann::json& saved)
{
    try {
        readNetwork(JsonReader(saved, "network"), hiddenLayers());
    } catch (const JsonFailure& failure) {
        return failure.sentence;
    }
    return "";
}

TEST(NetworkJson, readsWhatItWrites)
{
    const exporting::Network network = smallNetwork();
    const nlohmann::json saved = nlohmann::json::parse(networkToJson(network).dump());
    const exporting::Network read = readNetwork(JsonReader(saved, ""), hiddenLayers());
    EXPECT_EQ(read.inputs, network.inputs);
    EXPECT_EQ(read.classes, network.classes);
    EXPECT_EQ(read.output, network.output);
    EXPECT_EQ(read.layers, network.layers);
    ASSERT_EQ(read.activations.size(), 1U);
    EXPECT_EQ(read.activations[0].learned, network.activations[0].learned);
}

TEST(NetworkJson, takesResidualLinksFromTheLayersWhereThereCanBeOne)
{
    const auto tanh = activation::findInCatalogue("tanh");
    std::vector<nn::Layer> hidden{
        {1, tanh, false, false, true}, {1, tanh, false, false, true}, {2, tanh, false, false, true}};
    exporting::Network network;
    network.inputs = {"x"};
    network.activations.assign(3, {tanh, {}});
    network.layers = {
        {1, 1, {2}, {3}, 0}, {1, 1, {4}, {5}, 1, true}, {1, 2, {6, 7}, {8, 9}, 2}, {2, 1, {1, 2}, {7}, {}}};
    const exporting::Network read = readNetwork(JsonReader(networkToJson(network), ""), hidden);
    EXPECT_EQ(read.layers, network.layers);
}

TEST(NetworkJson, tellsWhereTheNumbersDoNotFit)
{
    const nlohmann::json good = networkToJson(smallNetwork());
    EXPECT_EQ(failureOf(good), "");

    nlohmann::json few = good;
    few["layers"][0]["weights"].erase(0);
    EXPECT_EQ(failureOf(few), "network.layers[0].weights: the list should have 2 entries");

    nlohmann::json text = good;
    text["layers"][1]["weights"][1] = "two";
    EXPECT_EQ(failureOf(text), "network.layers[1].weights[1]: a finite number was expected");

    nlohmann::json large = good;
    large["layers"][1]["bias"][0] = 1e300;
    EXPECT_EQ(failureOf(large), "network.layers[1].bias[0]: a finite number was expected");

    nlohmann::json unlearned = good;
    unlearned["layers"][0].erase("learned");
    EXPECT_EQ(failureOf(unlearned), "network.layers[0].learned: is missing");

    nlohmann::json deep = good;
    deep["layers"].push_back(deep["layers"][0]);
    EXPECT_EQ(failureOf(deep), "network.layers: the spec has 1 hidden layers and one for the output");

    nlohmann::json classless = good;
    classless["classes"] = nlohmann::json::array();
    EXPECT_EQ(failureOf(classless), "network: classes and outputs do not fit each other");
}

}  // namespace
}  // namespace actlab::workspace
