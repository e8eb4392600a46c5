#include "core/workspace/network_json.hpp"

#include "core/workspace/run.hpp"

#include "core/nn/limits.hpp"

#include <array>

namespace actlab::workspace {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 4> kOutputWords{"value", "sign", "scores", "logits"};
constexpr std::size_t kMostOutputs = 10'000;

json floatsToJson(const std::vector<float>& values)
{
    json list = json::array();
    for (const float value : values)
        list.push_back(shortNumber(value));
    return list;
}

json layerToJson(const exporting::Network& network, const exporting::DenseLayer& layer)
{
    json saved{{"weights", floatsToJson(layer.weights)}, {"bias", floatsToJson(layer.bias)}};
    if (layer.activation)
        for (const exporting::LearnedValues& learned : network.activations[*layer.activation].learned)
            saved["learned"][learned.parameter] = floatsToJson(learned.values);
    return saved;
}

std::vector<std::string> readNames(const JsonReader& from)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < from.size(kMostNumbersKept); ++i)
        names.push_back(from.at(i).text());
    return names;
}

exporting::DenseLayer readLayer(const JsonReader& from, std::size_t in, std::size_t out)
{
    return {in, out, from.at("weights").floats(in * out), from.at("bias").floats(out), {}};
}

exporting::ActivationInstance readInstance(const JsonReader& from, const nn::Layer& layer)
{
    exporting::ActivationInstance instance{layer.activation, {}};
    for (const activation::Parameter& parameter : layer.activation->parameters())
        if (parameter.learnable) {
            const std::size_t count = parameter.scope == activation::Scope::Channel ? layer.width : 1;
            instance.learned.push_back({parameter.name, from.at("learned").at(parameter.name).floats(count)});
        }
    return instance;
}

void checkOutputs(const JsonReader& from, const exporting::Network& network)
{
    using enum exporting::Output;
    const bool isOne = network.output == Value || network.output == Sign;
    const std::size_t classes = network.output == Sign ? 2 : network.output == Value ? 0 : network.layers.back().out;
    if (network.classes.size() != classes || (isOne && network.layers.back().out != 1))
        from.fail("classes and outputs do not fit each other");
}

}  // namespace

json networkToJson(const exporting::Network& network)
{
    json layers = json::array();
    for (const exporting::DenseLayer& layer : network.layers)
        layers.push_back(layerToJson(network, layer));
    return {{"inputs", network.inputs},
            {"classes", network.classes},
            {"output", kOutputWords[static_cast<std::size_t>(network.output)]},
            {"layers", layers}};
}

exporting::Network readNetwork(const JsonReader& from, const std::vector<nn::Layer>& hidden)
{
    exporting::Network network;
    network.inputs = readNames(from.at("inputs"));
    network.classes = readNames(from.at("classes"));
    network.output = static_cast<exporting::Output>(from.at("output").choice(kOutputWords));
    const JsonReader layers = from.at("layers");
    if (layers.size(nn::kMostLayers + 1) != hidden.size() + 1)
        layers.fail("the spec has " + std::to_string(hidden.size()) + " hidden layers and one for the output");
    std::size_t in = network.inputs.size();
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        if (!hidden[i].activation)
            layers.at(i).fail("the layer has no activation");
        network.layers.push_back(readLayer(layers.at(i), in, hidden[i].width));
        network.layers.back().activation = exporting::addInstance(network, readInstance(layers.at(i), hidden[i]));
        network.layers.back().residual = hidden[i].residual && i > 0 && in == hidden[i].width;
        in = hidden[i].width;
    }
    const JsonReader last = layers.at(hidden.size());
    network.layers.push_back(readLayer(last, in, last.at("bias").size(kMostOutputs)));
    checkOutputs(from, network);
    return network;
}

}  // namespace actlab::workspace
