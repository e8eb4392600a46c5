#include "core/exporting/pytorch_network.hpp"

#include "core/exporting/network_parts.hpp"
#include "core/exporting/pytorch_parts.hpp"
#include "core/exporting/source_text.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::exporting {

namespace {

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + oneLine(name);
    return text;
}

std::string meaningOfOutput(const Network& network)
{
    const std::string classes = joined(network.classes);
    switch (network.output) {
    case Output::Value: break;
    case Output::Sign:
        return "One output from -1 to 1: below 0 it says " + oneLine(network.classes[0]) + ", above 0 " +
               oneLine(network.classes[1]) + ".";
    case Output::Scores: return "A score for each class, the greatest wins: " + classes + ".";
    case Output::Logits: return "A logit for each class, before softmax; the greatest wins: " + classes + ".";
    }
    return "One output, the value.";
}

/// "Leaky(num_channels=8)".
std::string made(const NetworkPart& part, std::size_t width)
{
    const bool hasChannels = std::ranges::any_of(part.subject.arguments, &Argument::isPerChannel);
    return part.className + (hasChannels ? "(num_channels=" + std::to_string(width) + ")" : "()");
}

/// Instances that several layers use are made before.
std::vector<std::string> sharedNames(const Network& network)
{
    std::vector<std::string> names(network.activations.size());
    std::vector<int> uses(network.activations.size());
    for (const DenseLayer& layer : network.layers)
        if (layer.activation && ++uses[*layer.activation] == 2)
            names[*layer.activation] = "shared" + std::to_string(*layer.activation + 1);
    return names;
}

/// The modules of a layer; `activation` is what makes that of a hidden one.
void writeLayer(PythonText& text, const DenseLayer& layer, const std::string& activation, bool isNormalised)
{
    const int indent = layer.residual ? 4 : 3;
    const std::string out = std::to_string(layer.out);
    if (layer.residual)
        text.line(3, "Residual(");
    text.line(indent,
              "nn.Linear(" + std::to_string(layer.in) + ", " + out + (isNormalised ? ", bias=False)," : "),"));
    if (isNormalised)
        text.line(indent, "nn.BatchNorm1d(" + out + "),");
    if (layer.activation)
        text.line(indent, activation + ",");
    if (layer.residual)
        text.line(3, "),");
}

void writeResidual(PythonText& text, const Network& network)
{
    if (std::ranges::none_of(network.layers, &DenseLayer::residual))
        return;
    text.blank();
    text.blank();
    text.line(0, "class Residual(nn.Sequential):");
    text.doc(1, "What goes in is added to what comes out.", {});
    text.blank();
    text.line(1, "def forward(self, x):");
    text.line(2, "y = x");
    text.line(2, "for module in self:");
    text.line(3, "y = module(y)");
    text.line(2, "return x + y");
}

void writeNetwork(PythonText& text, const Network& network, const std::vector<NetworkPart>& parts,
                  const std::vector<bool>& normalised)
{
    const std::vector<std::string> shared = sharedNames(network);
    text.blank();
    text.blank();
    text.line(0, "class " + std::string(kNetworkClass) + "(nn.Sequential):");
    text.doc(1, oneLine(network.name) + ".", {"Inputs: " + joined(network.inputs) + ".", meaningOfOutput(network)});
    text.blank();
    text.line(1, "def __init__(self) -> None:");
    for (std::size_t i = 0; i < shared.size(); ++i)
        if (!shared[i].empty())
            text.line(2, shared[i] + " = " + parts[i].className + "()");
    text.line(2, "super().__init__(");
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const DenseLayer& layer = network.layers[i];
        std::string activation = layer.activation ? shared[*layer.activation] : "";
        if (layer.activation && activation.empty())
            activation = made(parts[*layer.activation], layer.out);
        writeLayer(text, layer, activation, i < normalised.size() && normalised[i]);
    }
    if (network.output == Output::Sign)
        text.line(3, "nn.Tanh(),");
    text.line(2, ")");
}

std::string classesOf(const Network& network, const std::vector<NetworkPart>& parts,
                      const std::vector<bool>& normalised = {})
{
    PythonText classes, text;
    for (const NetworkPart& part : parts)
        if (part.isFirst)
            writeModule(classes, *part.instance->activation, part.subject, part.className);
    writeResidual(classes, network);
    writeNetwork(classes, network, parts, normalised);
    const std::string code = classes.take();
    writeBrought(text, pytorchModuleDialect(), code);
    text.lines(code);
    return text.take();
}

void writeLoad(PythonText& text)
{
    text.blank();
    text.blank();
    text.line(0, "def load(path: str) -> Network:");
    text.doc(1, "The network with the weights of a .pt (state dict) or a .safetensors file.", {});
    text.line(1, "network = Network()");
    text.line(1, "if path.endswith(\".safetensors\"):");
    text.line(2, "from safetensors.torch import load_file");
    text.blank();
    text.line(2, "network.load_state_dict(load_file(path))");
    text.line(1, "else:");
    text.line(2, "network.load_state_dict(torch.load(path, map_location=\"cpu\"))");
    text.line(1, "return network.eval()");
}

std::string pythonNumber(double value)
{
    if (std::isfinite(value))
        return literal(value);
    return std::isnan(value) ? "float(\"nan\")" : value > 0 ? "float(\"inf\")" : "float(\"-inf\")";
}

constexpr std::size_t kTestedRows = 3;

/// sin(1), sin(2), …, as the file's own test makes them, in float32.
std::vector<double> testedRow(std::size_t row, std::size_t inputs)
{
    std::vector<double> x;
    for (std::size_t k = 1; k <= inputs; ++k)
        x.push_back(static_cast<float>(std::sin(static_cast<double>(row * inputs + k))));
    return x;
}

void writeTest(PythonText& text, const Network& network)
{
    const std::size_t inputs = network.layers.front().in;
    text.blank();
    text.blank();
    text.line(0, "if __name__ == \"__main__\":");
    text.line(1, "import sys");
    text.blank();
    text.line(1, "if len(sys.argv) != 2:");
    text.line(2, "sys.exit(\"give the file with the weights\")");
    text.line(1, "network = load(sys.argv[1])");
    text.line(1, "rows, inputs = " + std::to_string(kTestedRows) + ", " + std::to_string(inputs));
    text.line(1, "x = torch.sin(torch.arange(1, rows * inputs + 1, dtype=torch.float64)).float().view(rows, inputs)");
    text.line(1, "# What Activation Lab calculated for these inputs.");
    text.line(1, "expected = torch.tensor([");
    for (std::size_t row = 0; row < kTestedRows; ++row) {
        std::string numbers;
        for (const double y : answer(network, testedRow(row, inputs)))
            numbers += (numbers.empty() ? "" : ", ") + pythonNumber(y);
        const auto lines = wrapped("[" + numbers + "],", 88, ", ");
        for (const std::string& line : lines)
            text.line(2, line);
    }
    text.line(1, "])");
    text.line(1, "with torch.no_grad():");
    text.line(2, "torch.testing.assert_close(network(x), expected, rtol=1e-4, atol=1e-4, equal_nan=True)");
    text.line(1, "print(network)");
    text.line(1, "print(f\"right at {rows} inputs\")");
}

}  // namespace

tl::expected<std::string, std::string> networkClasses(const Network& network, const std::vector<bool>& normalised)
{
    const auto parts = partsOf(network);
    if (!parts)
        return tl::unexpected(parts.error());
    return classesOf(network, *parts, normalised);
}

tl::expected<std::string, std::string> networkModule(const Network& network)
{
    const auto parts = partsOf(network);
    if (!parts)
        return tl::unexpected(parts.error());
    PythonText text;
    text.doc(0, oneLine(network.name) + ", a trained network for PyTorch 1.13 and later.",
             {"Written by Activation Lab. Its weights are a file of their own, a state dict or safetensors: "
              "load it with load(path). Run this file with that path to test both."});
    text.blank();
    text.line(0, "import torch");
    text.line(0, "from torch import nn");
    text.lines(classesOf(network, *parts));
    writeLoad(text);
    writeTest(text, network);
    return text.take();
}

}  // namespace actlab::exporting
