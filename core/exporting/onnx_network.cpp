#include "core/exporting/onnx.hpp"

#include "core/exporting/onnx_parts.hpp"
#include "core/exporting/source_text.hpp"

namespace actlab::exporting {

namespace {

std::string describe(const Network& network)
{
    const std::string title = oneLine(network.name) + ", a network trained by Activation Lab. ";
    switch (network.output) {
    case Output::Value: return title + "The output is its answer.";
    case Output::Sign: return title + "The output is the tanh of its answer: below 0 is class 0, above it class 1.";
    case Output::Scores: return title + "The output is a score for each class; the greatest wins.";
    case Output::Logits: break;
    }
    return title + "The output is a logit for each class, before softmax; the greatest wins.";
}

void addNames(onnx::ModelProto& model, const std::string& what, const std::vector<std::string>& names)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        addMetadata(model, what + "_" + std::to_string(i), oneLine(names[i]));
}

/// An instance of an activation in the file: what layers that use it call.
struct Callable {
    Subject subject;
    std::string function, prefix;
};

tl::expected<std::vector<Callable>, std::string> addActivations(onnx::ModelProto& model, const Network& network)
{
    std::vector<Callable> callables;
    for (const ActivationInstance& instance : network.activations) {
        auto subject = subjectFor(*instance.activation, onnxDialect());
        if (!subject)
            return tl::unexpected(subject.error());
        const std::string prefix = "activation" + std::to_string(callables.size() + 1) + "_";
        auto learned = instance.learned.begin();
        for (const Argument& a : subject->arguments) {
            if (!a.isLearnable())
                continue;
            const auto& values = (learned++)->values;
            addInitialiser(*model.mutable_graph(), prefix + a.name,
                           a.isPerChannel() ? std::vector{values.size()} : std::vector<std::size_t>(), values);
        }
        const std::string function = addFunction(model, *subject);
        callables.push_back({std::move(*subject), function, prefix});
    }
    return callables;
}

/// y = W x + b, for rows of x.
void addDense(onnx::GraphProto& graph, const DenseLayer& layer, const std::string& name, const std::string& x,
              const std::string& y)
{
    addInitialiser(graph, name + "_weight", {layer.out, layer.in}, layer.weights);
    addInitialiser(graph, name + "_bias", {layer.out}, layer.bias);
    onnx::NodeProto& node = addNode(graph, "Gemm", {x, name + "_weight", name + "_bias"}, y);
    onnx::AttributeProto& transposed = *node.add_attribute();
    transposed.set_name("transB");
    transposed.set_type(onnx::AttributeProto::INT);
    transposed.set_i(1);
}

void addLayers(onnx::GraphProto& graph, const Network& network, const std::vector<Callable>& callables)
{
    std::string x = "input";
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const DenseLayer& layer = network.layers[i];
        const std::string name = "layer" + std::to_string(i + 1);
        const bool isLast = i + 1 == network.layers.size(), isTanh = isLast && network.output == Output::Sign;
        const std::string answer = isLast ? "output" : name,
                          sum = layer.activation || isTanh ? name + "_sum" : answer;
        addDense(graph, layer, name, x, sum);
        if (isTanh)
            addNode(graph, "Tanh", {sum}, answer);
        else if (layer.activation) {
            const Callable& f = callables[*layer.activation];
            const std::string own = layer.residual ? name + "_own" : answer;
            addCall(graph, f.function, f.subject, sum, own, f.prefix);
            if (layer.residual)
                addNode(graph, "Add", {x, own}, answer);
        }
        x = answer;
    }
}

}  // namespace

tl::expected<std::string, std::string> onnxNetwork(const Network& network)
{
    onnx::ModelProto model = emptyModel(describe(network));
    addNames(model, "input", network.inputs);
    addNames(model, "class", network.classes);
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.set_name(className(network.name));
    describeValue(*graph.add_input(), "input", {"batch", std::to_string(network.layers.front().in)});
    describeValue(*graph.add_output(), "output", {"batch", std::to_string(network.layers.back().out)});
    const auto callables = addActivations(model, network);
    if (!callables)
        return tl::unexpected(callables.error());
    addLayers(graph, network, *callables);
    return model.SerializeAsString();
}

}  // namespace actlab::exporting
