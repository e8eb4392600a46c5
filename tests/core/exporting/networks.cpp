// Writes small networks as ONNX files, and what they answer, for the program that tries the files:
//
//     export_networks FOLDER
//
// FOLDER/networks.json holds, for each, rows of input and what plain loops in double make of them.

#include "core/exporting/onnx.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <iostream>
#include <random>

namespace actlab {
namespace {

using activation::ActivationPtr;
using activation::Scope;
using exporting::Network;
using exporting::Output;
using nlohmann::json;
using Row = std::vector<double>;

std::vector<float> drawn(std::mt19937& random, std::size_t count)
{
    std::uniform_real_distribution<float> uniform(-1, 1);
    std::vector<float> values(count);
    for (float& value : values)
        value = uniform(random);
    return values;
}

/// Layers of these sizes with these activations, everything in them drawn.
Network networkOf(std::mt19937& random, const std::vector<std::size_t>& sizes,
                  const std::vector<ActivationPtr>& hidden, Output output)
{
    Network network{"Made for a test", {}, {}, output, {}, {}};
    for (std::size_t i = 0; i + 1 < sizes.size(); ++i) {
        const std::size_t in = sizes[i], out = sizes[i + 1];
        network.layers.push_back({in, out, drawn(random, in * out), drawn(random, out), {}});
        if (i >= hidden.size())
            continue;
        exporting::ActivationInstance instance{hidden[i], {}};
        for (const auto& p : hidden[i]->parameters())
            if (p.learnable)
                instance.learned.push_back({p.name, drawn(random, p.scope == Scope::Channel ? out : 1)});
        network.layers.back().activation = exporting::addInstance(network, std::move(instance));
    }
    for (std::size_t i = 0; i < sizes.front(); ++i)
        network.inputs.push_back("feature \"" + std::to_string(i) + "\"");
    if (output != Output::Value)
        network.classes = {"eins", "二", "three\nlines"};
    return network;
}

double activated(const exporting::ActivationInstance& instance, std::size_t neuron, double x)
{
    ActivationPtr f = instance.activation;
    for (const auto& learned : instance.learned)
        f = f->withValue(learned.parameter, learned.values.at(learned.values.size() == 1 ? 0 : neuron));
    return f->evaluate<double>(std::vector{x}, 0)[0][0];
}

Row answer(const Network& network, Row x)
{
    for (const exporting::DenseLayer& layer : network.layers) {
        Row y(layer.out);
        for (std::size_t o = 0; o < layer.out; ++o) {
            double sum = layer.bias[o];
            for (std::size_t i = 0; i < layer.in; ++i)
                sum += double{layer.weights[o * layer.in + i]} * x[i];
            y[o] = layer.activation ? activated(network.activations[*layer.activation], o, sum) : sum;
        }
        for (std::size_t o = 0; o < layer.out && layer.residual; ++o)
            y[o] += x[o];
        x = y;
    }
    for (double& y : x)
        y = network.output == Output::Sign ? std::tanh(y) : y;
    return x;
}

ActivationPtr made(const char* name, const char* formula, std::vector<activation::Parameter> parameters = {})
{
    return activation::makeActivation({name, formula, "", std::move(parameters)}).value();
}

/// The same with a residual link wherever one can be.
Network linked(Network network)
{
    for (std::size_t i = 1; i + 1 < network.layers.size(); ++i)
        network.layers[i].residual = network.layers[i].in == network.layers[i].out;
    return network;
}

std::vector<Network> networks()
{
    std::mt19937 random(7);
    const auto relu = made("relu", "max(0, x)"), kept = made("Mine", "{x > 0: x, a*expm1(x)}", {{"a", 0.5}});
    const auto other = made("Mine", "x*sigmoid(x)");
    const auto channels = made("激活", "{x > 0: x, α*x}", {{"α", 0.25, -1, 1, true, Scope::Channel}});
    const auto layered = made("class", "b*tanh(x)", {{"b", 1, -5, 5, true, Scope::Layer}});
    const auto shared = made("Shared", "x*sigmoid(c*x)", {{"c", 1, -5, 5, true, Scope::Shared}});
    return {networkOf(random, {2, 8, 8, 1}, {kept, relu}, Output::Sign),
            networkOf(random, {3, 5, 4, 6, 3}, {kept, other, kept}, Output::Logits),
            networkOf(random, {4, 7, 5, 3}, {channels, channels}, Output::Scores),
            networkOf(random, {1, 6, 6, 6, 1}, {shared, layered, shared}, Output::Value),
            linked(networkOf(random, {2, 6, 6, 6, 3}, {shared, channels, relu}, Output::Logits)),
            networkOf(random, {5, 3}, {}, Output::Logits)};
}

json described(const Network& network)
{
    json inputs = json::array(), outputs = json::array();
    std::mt19937 random(8);
    for (int i = 0; i < 7; ++i) {
        const std::vector<float> row = drawn(random, network.layers.front().in);
        inputs.push_back(row);
        outputs.push_back(answer(network, {row.begin(), row.end()}));
    }
    return {{"inputs", inputs},
            {"outputs", outputs},
            {"features", network.inputs},
            {"classes", network.classes},
            {"instances", network.activations.size()}};
}

}  // namespace
}  // namespace actlab

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "export_networks FOLDER\n";
        return 2;
    }
    const std::string folder = argv[1];
    nlohmann::json all = nlohmann::json::array();
    for (const auto& network : actlab::networks()) {
        const auto bytes = actlab::exporting::onnxNetwork(network);
        if (!bytes) {
            std::cerr << bytes.error() << '\n';
            return 1;
        }
        std::ofstream(folder + "/" + std::to_string(all.size()) + ".onnx", std::ios::binary) << *bytes;
        all.push_back(actlab::described(network));
    }
    std::ofstream(folder + "/networks.json") << all.dump();
}
