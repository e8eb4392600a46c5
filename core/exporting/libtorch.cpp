#include "core/exporting/cpp.hpp"

#include "core/exporting/cpp_text.hpp"
#include "core/exporting/source_text.hpp"

#include <algorithm>

namespace actlab::exporting {

namespace {

bool isLocal(const Argument& a)
{
    return a.isPerChannel() || (a.isUsedAlone && !a.isLearnable());
}

Symbols symbolsOf(const Subject& subject)
{
    Symbols symbols{"x", {}, subject.identifiers};
    for (const Argument& a : subject.arguments)
        symbols.parameters[a.parameter.name] = {a.name, Hold::Atom, !isLocal(a) && !a.isLearnable(), false};
    return symbols;
}

void writeLocals(CppText& text, const Subject& subject)
{
    for (const Argument& a : subject.arguments) {
        if (a.isPerChannel()) {
            const std::string shape = "shape_of_" + a.name;
            text.line(2, "std::vector<std::int64_t> " + shape + "(x.dim() > 2 ? x.dim() - 1 : 1, 1);");
            text.line(2, shape + "[0] = -1;");
            text.line(2, "const auto " + a.name + " = this->" + a.name + ".view(" + shape + ");");
        } else if (isLocal(a)) {
            text.line(2, "const auto " + a.name + " = torch::scalar_tensor(this->" + a.name + ", x.options());");
        }
    }
}

std::string withGraph(const Written& value, const expr::Expr& e)
{
    if (flowsFromInput(e))
        return value.text;
    return (value.hold < Hold::Sum ? "(" + value.text + ")" : value.text) + " + 0.0 * torch::sign(x)";
}

void writeForward(CppText& text, const Subject& subject)
{
    const Listing listing = list({subject.value}, libtorchDialect(), symbolsOf(subject));
    text.statements(2, listing);
    text.line(2, "return " + withGraph(listing.results[0], subject.value) + ";");
}

/// The value of f with the gradient of its author; see the PyTorch module.
void writeForwardWithGradient(CppText& text, const Subject& subject)
{
    Symbols symbols = symbolsOf(subject);
    symbols.input = "at";
    const Listing listing = list({subject.value, subject.slope}, libtorchDialect(), symbols);
    const Written& slope = listing.results[1];
    text.line(2, "const auto at = x.detach();");
    text.statements(2, listing);
    text.line(2, "const auto y = " + listing.results[0].text + ";");
    text.line(2, "const auto slope = " + (slope.isPlain ? slope.text : "(" + slope.text + ").detach()") + ";");
    text.line(2, "// x - at is 0: it leaves the value as it is and brings the gradient `slope`");
    text.line(2, "return y + torch::nan_to_num(slope * (x - at));");
}

std::string constructorOf(const Subject& subject, const std::string& type)
{
    std::string list;
    const auto add = [&](const std::string& argument) { list += (list.empty() ? "" : ", ") + argument; };
    if (std::ranges::any_of(subject.arguments, &Argument::isPerChannel))
        add("std::int64_t num_channels = 1");
    for (const Argument& a : subject.arguments)
        add("double " + a.name + " = " + literal(a.parameter.value));
    return "explicit " + type + "(" + list + ")";
}

void writeConstructor(CppText& text, const Subject& subject, const std::string& type)
{
    const auto rows = wrapped(constructorOf(subject, type), 96, ", ");
    for (std::size_t i = 0; i < rows.size(); ++i)
        text.line(i == 0 ? 1 : 3, rows[i]);
    text.line(1, "{");
    for (const Argument& a : subject.arguments) {
        const std::string start =
            a.isPerChannel() ? "torch::full({num_channels}, " + a.name + ")" : "torch::tensor(" + a.name + ")";
        text.line(2, "this->" + a.name + " = " +
                         (a.isLearnable() ? "register_parameter(\"" + a.name + "\", " + start + ")" : a.name) + ";");
    }
    text.line(1, "}");
    text.blank();
}

void writeMembers(CppText& text, const Subject& subject)
{
    if (!subject.arguments.empty())
        text.blank();
    for (const Argument& a : subject.arguments)
        text.line(1, (a.isLearnable() ? "torch::Tensor " : "double ") + a.name + ";");
}

}  // namespace

tl::expected<std::string, std::string> libtorchHeader(const activation::Activation& activation)
{
    const auto subject = subjectFor(activation, libtorchDialect());
    if (!subject)
        return tl::unexpected(subject.error());
    const std::string name = className(activation.name()), type = name + "Impl";
    CppText text;
    text.comments(*subject);
    text.line(0, "#pragma once");
    text.blank();
    text.line(0, "#include <cstdint>");
    text.line(0, "#include <limits>");
    text.line(0, "#include <vector>");
    text.blank();
    text.line(0, "#include <torch/torch.h>");
    text.blank();
    text.line(0, "namespace activations {");
    text.blank();
    text.line(0, "struct " + type + " : torch::nn::Module {");
    if (!subject->arguments.empty())
        writeConstructor(text, *subject, type);
    text.line(1, "torch::Tensor forward(const torch::Tensor& x)");
    text.line(1, "{");
    writeLocals(text, *subject);
    activation.hasOwnGradient() ? writeForwardWithGradient(text, *subject) : writeForward(text, *subject);
    text.line(1, "}");
    writeMembers(text, *subject);
    text.line(0, "};");
    text.line(0, "TORCH_MODULE(" + name + ");");
    text.blank();
    text.line(0, "}  // namespace activations");
    return text.take();
}

}  // namespace actlab::exporting
