#include "core/exporting/network_parts.hpp"
#include "core/exporting/pytorch_network.hpp"
#include "core/exporting/pytorch_parts.hpp"

namespace actlab::exporting {

namespace {

data::ScriptModule linearModule(const DenseLayer& layer)
{
    return {"Linear",
            "def forward(self, x: Tensor) -> Tensor:\n    return torch.linear(x, self.weight, self.bias)\n",
            {{"weight", {layer.out, layer.in}, layer.weights}, {"bias", {layer.out}, layer.bias}}};
}

/// Where a part of a layer stands in the sequence of modules, of which the layer begins at `index`; a residual link
/// has a sequence of its own.
std::string placeOf(const DenseLayer& layer, std::size_t index, std::size_t part)
{
    return layer.residual ? std::to_string(index) + "." + std::to_string(part) + "."
                          : std::to_string(index + part) + ".";
}

/// y = f(W x + b), and for a residual link x + y.
std::string stepOf(const DenseLayer& layer, const std::string& linear)
{
    std::string step = "self." + linear + ".forward(x)";
    if (layer.activation)
        step = "self.activation" + std::to_string(*layer.activation + 1) + ".forward(" + step + ")";
    return "    x = " + (layer.residual ? "x + " + step : step) + "\n";
}

}  // namespace

tl::expected<std::vector<data::NamedTensor>, std::string> stateOf(const Network& network)
{
    const auto parts = partsOf(network);
    if (!parts)
        return tl::unexpected(parts.error());
    std::vector<data::NamedTensor> state;
    std::size_t index = 0;
    for (const DenseLayer& layer : network.layers) {
        const std::string linear = placeOf(layer, index, 0), activation = placeOf(layer, index, 1);
        state.push_back({linear + "weight", {layer.out, layer.in}, layer.weights});
        state.push_back({linear + "bias", {layer.out}, layer.bias});
        if (layer.activation)
            for (data::NamedTensor& learned : learnedTensors(parts->at(*layer.activation))) {
                learned.name = activation + learned.name;
                state.push_back(std::move(learned));
            }
        index += layer.activation && !layer.residual ? 2 : 1;
    }
    return state;
}

tl::expected<data::ScriptModule, std::string> networkScript(const Network& network)
{
    const auto parts = partsOf(network);
    if (!parts)
        return tl::unexpected(parts.error());
    data::ScriptModule script{std::string(kNetworkClass), "def forward(self, x: Tensor) -> Tensor:\n"};
    for (std::size_t i = 0; i < parts->size(); ++i) {
        data::ScriptModule module = scriptModuleOf(*parts->at(i).instance->activation, parts->at(i).subject);
        module.name = parts->at(i).className;
        module.parameters = learnedTensors(parts->at(i));
        script.modules.emplace_back("activation" + std::to_string(i + 1), std::move(module));
    }
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const DenseLayer& layer = network.layers[i];
        const std::string name = "linear" + std::to_string(i + 1);
        script.modules.emplace_back(name, linearModule(layer));
        script.forward += stepOf(layer, name);
    }
    script.forward += network.output == Output::Sign ? "    return torch.tanh(x)\n" : "    return x\n";
    return script;
}

}  // namespace actlab::exporting
