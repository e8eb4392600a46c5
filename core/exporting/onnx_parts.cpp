#include "core/exporting/onnx_parts.hpp"

#include "core/exporting/onnx_nodes.hpp"
#include "core/exporting/source_text.hpp"

#include <algorithm>
#include <cstdint>

namespace actlab::exporting {

namespace {

constexpr int kIrVersion = 8;  ///< the first with local functions
constexpr int kOpset = 13;
constexpr const char* kDomain = "activationlab";

std::string meaningOf(const Argument& argument)
{
    const std::string named = argument.shownName() + ": ", value = literal(argument.parameter.value);
    if (!argument.isLearnable())
        return named + "an attribute, by default " + value;
    if (!argument.isPerChannel())
        return named + "learned; starts at " + value;
    return named + "learned, one value for each channel; starts at " + value +
           ". An array of one value serves all channels; n of them have the shape [n] where channels are the last "
           "dimension, [n, 1, 1] for images.";
}

std::string describe(const Subject& subject)
{
    std::string text = subject.title + ", an activation function.\nf(x) = " + subject.formula;
    if (!subject.gradient.empty())
        text += "\nIts author gave it a gradient of its own, which ONNX cannot hold: " + subject.gradient;
    for (const Argument& argument : subject.arguments)
        text += "\n" + meaningOf(argument);
    return text;
}

onnx::FunctionProto functionOf(const Subject& subject, const std::string& name)
{
    onnx::FunctionProto function;
    function.set_name(name);
    function.set_domain(kDomain);
    function.set_doc_string(describe(subject));
    function.add_opset_import()->set_version(kOpset);
    function.add_input("x");
    for (const Argument& a : subject.arguments)
        a.isLearnable() ? function.add_input(a.name) : function.add_attribute(a.name);
    function.add_output("y");
    writeNodes(function, subject);
    return function;
}

void addAttribute(onnx::NodeProto& node, const Argument& argument)
{
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(argument.name);
    attribute.set_type(onnx::AttributeProto::FLOAT);
    attribute.set_f(static_cast<float>(argument.parameter.value));
}

}  // namespace

onnx::ModelProto emptyModel(const std::string& description)
{
    onnx::ModelProto model;
    model.set_ir_version(kIrVersion);
    model.set_producer_name("Activation Lab");
    model.set_doc_string(description);
    model.add_opset_import()->set_version(kOpset);
    auto& ours = *model.add_opset_import();
    ours.set_domain(kDomain);
    ours.set_version(1);
    return model;
}

void addMetadata(onnx::ModelProto& model, const std::string& key, const std::string& value)
{
    auto& entry = *model.add_metadata_props();
    entry.set_key(key);
    entry.set_value(value);
}

onnx::NodeProto& addNode(onnx::GraphProto& graph, const std::string& op, const std::vector<std::string>& inputs,
                         const std::string& output)
{
    onnx::NodeProto& node = *graph.add_node();
    node.set_op_type(op);
    for (const std::string& input : inputs)
        node.add_input(input);
    node.add_output(output);
    return node;
}

std::string addFunction(onnx::ModelProto& model, const Subject& subject)
{
    const std::string wanted = className(subject.title);
    std::string name = wanted;
    for (int i = 2;; ++i) {
        const onnx::FunctionProto function = functionOf(subject, name);
        const auto known = std::ranges::find(model.functions(), name, &onnx::FunctionProto::name);
        if (known == model.functions().end()) {
            *model.add_functions() = function;
            return name;
        }
        if (known->SerializeAsString() == function.SerializeAsString())
            return name;
        name = wanted + std::to_string(i);
    }
}

void addCall(onnx::GraphProto& graph, const std::string& function, const Subject& subject, const std::string& x,
             const std::string& y, const std::string& prefix)
{
    onnx::NodeProto& node = addNode(graph, function, {x}, y);
    node.set_domain(kDomain);
    for (const Argument& a : subject.arguments)
        if (a.isLearnable())
            node.add_input(prefix + a.name);
        else
            addAttribute(node, a);
}

void addInitialiser(onnx::GraphProto& graph, const std::string& name, const std::vector<std::size_t>& dimensions,
                    std::span<const float> values)
{
    onnx::TensorProto& tensor = *graph.add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    for (const std::size_t n : dimensions)
        tensor.add_dims(static_cast<std::int64_t>(n));
    tensor.mutable_float_data()->Add(values.begin(), values.end());
}

void describeValue(onnx::ValueInfoProto& value, const std::string& name, const std::vector<std::string>& dimensions)
{
    value.set_name(name);
    auto& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(onnx::TensorProto::FLOAT);
    auto& shape = *tensor.mutable_shape();
    for (const std::string& dimension : dimensions)
        if (dimension.find_first_not_of("0123456789") == dimension.npos)
            shape.add_dim()->set_dim_value(std::stoll(dimension));
        else
            shape.add_dim()->set_dim_param(dimension);
}

}  // namespace actlab::exporting
