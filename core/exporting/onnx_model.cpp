#include "core/exporting/onnx.hpp"

#include "core/exporting/onnx_parts.hpp"

namespace actlab::exporting {

tl::expected<std::string, std::string> onnxModel(const activation::Activation& activation)
{
    const auto subject = subjectFor(activation, onnxDialect());
    if (!subject)
        return tl::unexpected(subject.error());
    onnx::ModelProto model =
        emptyModel(subject->title + ". Its function takes tensors of any shape; a graph must name the rank of its "
                                    "input, and this one takes a row of n numbers.");
    addMetadata(model, "activation", subject->title);
    const std::string function = addFunction(model, *subject);
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.set_name(function);
    describeValue(*graph.add_input(), "x", {"n"});
    describeValue(*graph.add_output(), "y", {"n"});
    addCall(graph, function, *subject, "x", "y", "");
    for (const Argument& a : subject->arguments) {
        const auto value = static_cast<float>(a.parameter.value);
        if (a.isLearnable())
            addInitialiser(graph, a.name, std::vector<std::size_t>(a.isPerChannel() ? 1 : 0, 1), {&value, 1});
    }
    return model.SerializeAsString();
}

}  // namespace actlab::exporting
