#include "core/exporting/pytorch.hpp"

#include "core/exporting/pytorch_shell.hpp"

namespace actlab::exporting {

namespace {

Symbols symbolsOf(const Subject& subject)
{
    Symbols symbols{"x", {}, subject.identifiers};
    for (const Argument& a : subject.arguments)
        symbols.parameters[a.parameter.name] = {a.name, Hold::Atom, !a.isLearnable() && !a.isUsedAlone, false};
    return symbols;
}

std::string joinedNames(const Subject& subject, bool areLearnable, std::string_view before)
{
    std::string names;
    for (const Argument& a : subject.arguments)
        if (a.isLearnable() == areLearnable)
            names += std::string(before) + a.name;
    return names;
}

void writeArrays(PythonText& text, const Subject& subject)
{
    for (const Argument& a : subject.arguments)
        if (a.isUsedAlone && !a.isLearnable())
            text.line(2, arrayOf(a.name, a.name));
}

/// A tensor like x and not x itself, whatever the formula is made of.
std::string likeInput(const Written& value, const expr::Expr& e)
{
    if (value.isPlain)
        return "torch.full_like(x, " + value.text + ")";
    if (value.text == "x")
        return "x.clone()";
    return dependsOnInput(e) ? value.text : "torch.zeros_like(x) + " + value.text;
}

void writeForward(PythonText& text, const Subject& subject)
{
    const Listing listing = list({subject.value}, pytorchDialect(), symbolsOf(subject));
    text.line(1, "@staticmethod");
    text.line(1, "def forward(ctx, x" + joinedNames(subject, true, ", ") + joinedNames(subject, false, ", ") + "):");
    text.line(2, "ctx.save_for_backward(x" + joinedNames(subject, true, ", ") + ")");
    for (const Argument& a : subject.arguments)
        if (!a.isLearnable())
            text.line(2, "ctx." + a.name + " = " + a.name);
    writeArrays(text, subject);
    text.statements(2, listing);
    text.line(2, "return " + likeInput(listing.results[0], subject.value));
    text.blank();
}

std::string times(const Written& slope)
{
    return "grad_output * " + (slope.hold < Hold::Sign ? "(" + slope.text + ")" : slope.text);
}

void writeGradients(PythonText& text, const Subject& subject, const Listing& listing)
{
    std::string returned = "grad_x", rest;
    text.line(2, "grad_x = " + times(listing.results[0]));
    std::size_t next = 1;
    for (const Argument& a : subject.arguments) {
        rest += a.isLearnable() ? "" : ", None";
        if (!a.isLearnable())
            continue;
        const std::string name = "grad_" + a.name;
        text.line(2, name + " = (" + times(listing.results[next++]) + ").sum_to_size(" + a.name + ".shape)");
        returned += ", " + name;
    }
    text.line(2, "return " + returned + rest);
}

void writeBackward(PythonText& text, const Subject& subject)
{
    std::vector<expr::Expr> slopes{subject.slope};
    slopes.insert(slopes.end(), subject.byLearnable.begin(), subject.byLearnable.end());
    const Listing listing = list(slopes, pytorchDialect(), symbolsOf(subject));
    text.line(1, "@staticmethod");
    text.line(1, "def backward(ctx, grad_output):");
    text.line(2, "x" + joinedNames(subject, true, ", ") +
                     (subject.byLearnable.empty() ? ", = ctx.saved_tensors" : " = ctx.saved_tensors"));
    for (const Argument& a : subject.arguments)
        if (!a.isLearnable())
            text.line(2, a.name + " = ctx." + a.name);
    writeArrays(text, subject);
    text.statements(2, listing);
    writeGradients(text, subject, listing);
}

std::string argumentsInModule(const Subject& subject)
{
    std::string list = "x";
    for (const bool areLearnable : {true, false})
        for (const Argument& a : subject.arguments)
            if (a.isLearnable() == areLearnable)
                list += ", " + std::string(a.isPerChannel() ? "" : "self.") + a.name;
    return list;
}

}  // namespace

tl::expected<std::string, std::string> pytorchFunction(const activation::Activation& activation)
{
    const auto subject = subjectFor(activation, pytorchDialect());
    if (!subject)
        return tl::unexpected(subject.error());
    const std::string name = className(activation.name()), function = name + "Function";
    PythonText text;
    writeHead(text, *subject);
    text.blank();
    text.blank();
    text.line(0, "class " + function + "(torch.autograd.Function):");
    text.doc(1, "Forward and backward of " + subject->title + ", written out.", {});
    text.blank();
    writeForward(text, *subject);
    writeBackward(text, *subject);
    writeModuleHead(text, *subject, name);
    text.line(1, "def forward(self, x: torch.Tensor) -> torch.Tensor:");
    for (const Argument& a : subject->arguments)
        if (a.isPerChannel())
            text.line(2, channelsOf(a.name));
    text.line(2, "return " + function + ".apply(" + argumentsInModule(*subject) + ")");
    writeExtraRepr(text, *subject);
    writeSelfTest(text, activation, name);
    return text.take();
}

}  // namespace actlab::exporting
