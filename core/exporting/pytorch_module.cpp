#include "core/exporting/pytorch.hpp"

#include "core/exporting/pytorch_parts.hpp"
#include "core/exporting/pytorch_shell.hpp"

namespace actlab::exporting {

namespace {

/// What forward calls the parameters.
Symbols symbolsOf(const Subject& subject)
{
    Symbols symbols{"x", {}, subject.identifiers};
    for (const Argument& a : subject.arguments) {
        const bool isLocal = a.isPerChannel() || (a.isUsedAlone && !a.isLearnable());
        symbols.parameters[a.parameter.name] = {isLocal ? a.name : "self." + a.name, Hold::Atom,
                                                !isLocal && !a.isLearnable(), false};
    }
    return symbols;
}

void writeLocals(PythonText& text, const Subject& subject)
{
    for (const Argument& a : subject.arguments)
        if (a.isPerChannel())
            text.line(2, channelsOf(a.name));
        else if (a.isUsedAlone && !a.isLearnable())
            text.line(2, arrayOf(a.name, "self." + a.name));
}

/// Where no gradient flows by itself, one of 0 does, as through torch.sign.
std::string withGraph(const Written& value, const expr::Expr& e)
{
    if (flowsFromInput(e))
        return value.text;
    return (value.hold < Hold::Sum ? "(" + value.text + ")" : value.text) + " + 0.0 * torch.sign(x)";
}

void writeForward(PythonText& text, const Dialect& dialect, const Subject& subject)
{
    const Listing listing = list({subject.value}, dialect, symbolsOf(subject));
    text.statements(2, listing);
    text.line(2, "return " + withGraph(listing.results[0], subject.value));
}

/// The value of f with the gradient of its author. Learned parameters keep the slopes of f.
void writeForwardWithGradient(PythonText& text, const Dialect& dialect, const Subject& subject)
{
    Symbols symbols = symbolsOf(subject);
    symbols.input = "at";
    const Listing listing = list({subject.value, subject.slope}, dialect, symbols);
    text.line(2, "at = x.detach()");
    text.statements(2, listing);
    const Written& slope = listing.results[1];
    text.line(2, "y = " + listing.results[0].text);
    text.line(2, "slope = " + (slope.isPlain ? slope.text : "(" + slope.text + ").detach()"));
    text.line(2, "# x - at is 0: it leaves the value as it is and brings the gradient `slope`");
    text.line(2, "return y + torch.nan_to_num(slope * (x - at))");
}

/// Where the method stands: in a Python file, or alone as TorchScript takes it.
struct Target {
    int level;
    const char* tensor;
    const Dialect& dialect;
};

void writeForwardMethod(PythonText& text, const Target& target, const activation::Activation& activation,
                        const Subject& subject)
{
    text.line(target.level, std::string("def forward(self, x: ") + target.tensor + ") -> " + target.tensor + ":");
    writeLocals(text, subject);
    activation.hasOwnGradient() ? writeForwardWithGradient(text, target.dialect, subject)
                                : writeForward(text, target.dialect, subject);
}

}  // namespace

void writeModule(PythonText& text, const activation::Activation& activation, const Subject& subject,
                 std::string_view className)
{
    writeModuleHead(text, subject, className);
    writeForwardMethod(text, {1, "torch.Tensor", pytorchModuleDialect()}, activation, subject);
    writeExtraRepr(text, subject);
}

data::ScriptModule scriptModuleOf(const activation::Activation& activation, const Subject& subject)
{
    PythonText text;
    writeForwardMethod(text, {0, "Tensor", pytorchDialect()}, activation, subject);
    data::ScriptModule module{className(activation.name()), text.take()};
    for (const Argument& argument : subject.arguments) {
        const double value = argument.parameter.value;
        const std::vector<std::size_t> shape(argument.isPerChannel() ? 1 : 0, 1);
        if (argument.isLearnable())
            module.parameters.push_back({argument.name, shape, {static_cast<float>(value)}});
        else
            module.numbers.emplace_back(argument.name, value);
    }
    return module;
}

tl::expected<std::string, std::string> pytorchModule(const activation::Activation& activation)
{
    const auto subject = subjectFor(activation, pytorchDialect());
    if (!subject)
        return tl::unexpected(subject.error());
    const std::string name = className(activation.name());
    PythonText text, module;
    writeModule(module, activation, *subject, name);
    const std::string code = module.take();
    writeHead(text, *subject);
    writeBrought(text, pytorchModuleDialect(), code);
    text.lines(code);
    writeSelfTest(text, activation, name);
    return text.take();
}

tl::expected<data::ScriptModule, std::string> torchScript(const activation::Activation& activation)
{
    const auto subject = subjectFor(activation, pytorchDialect());
    if (!subject)
        return tl::unexpected(subject.error());
    return scriptModuleOf(activation, *subject);
}

}  // namespace actlab::exporting
