#include "core/exporting/pytorch_shell.hpp"

#include "core/exporting/source_text.hpp"

#include "core/analysis/breakpoints.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::exporting {

namespace {

bool hasLearnable(const Subject& subject)
{
    return std::ranges::any_of(subject.arguments, &Argument::isLearnable);
}

bool hasChannels(const Subject& subject)
{
    return std::ranges::any_of(subject.arguments, &Argument::isPerChannel);
}

std::string scopeOf(const Argument& argument)
{
    switch (argument.parameter.scope) {
    case activation::Scope::Shared: return "learned; use one instance in all layers, they share its value";
    case activation::Scope::Layer: return "learned, one value for each instance";
    case activation::Scope::Channel: break;
    }
    return "learned, one value for each channel (dimension 1 of the input)";
}

std::string meaningOf(const Argument& argument)
{
    const std::string value = literal(argument.parameter.value);
    return argument.shownName() + ": " +
           (argument.isLearnable() ? scopeOf(argument) + "; starts at " + value : "by default " + value);
}

std::vector<std::string> paragraphsOf(const Subject& subject)
{
    std::vector<std::string> paragraphs{"f(x) = " + subject.formula};
    if (!subject.gradient.empty())
        paragraphs.push_back("Its gradient by x is not f' but one of its author's own: " + subject.gradient);
    for (const Argument& argument : subject.arguments)
        paragraphs.push_back(meaningOf(argument));
    return paragraphs;
}

std::string signatureOf(const Subject& subject)
{
    std::string signature = "def __init__(self";
    if (hasChannels(subject))
        signature += ", num_channels: int = 1";
    for (const Argument& argument : subject.arguments)
        signature += ", " + argument.name + ": float = " + literal(argument.parameter.value);
    return signature + (hasLearnable(subject) ? ", device=None, dtype=None" : "") + ") -> None:";
}

/// Broken after commas: 16 parameters are too many for a line.
void writeSignature(PythonText& text, const Subject& subject)
{
    const auto rows = wrapped(signatureOf(subject), 92, ", ");
    for (std::size_t i = 0; i < rows.size(); ++i)
        text.line(i == 0 ? 1 : 3, rows[i]);
}

void writeInit(PythonText& text, const Subject& subject)
{
    writeSignature(text, subject);
    text.line(2, "super().__init__()");
    for (const Argument& argument : subject.arguments) {
        const std::string place = "self." + argument.name + " = ";
        const std::string shape = argument.isPerChannel() ? "(num_channels,)" : "()";
        text.line(2, argument.isLearnable() ? place + "nn.Parameter(torch.full(" + shape + ", float(" +
                                                  argument.name + "), device=device, dtype=dtype))"
                                            : place + "float(" + argument.name + ")");
    }
    text.blank();
}

constexpr analysis::Interval kTested{-6, 6};
constexpr double kAway = 0.05;

std::vector<double> testedPoints()
{
    std::vector<double> x;
    for (int i = -12; i <= 12; ++i)
        x.push_back(i / 2.0);
    x.insert(x.end(), {-3.7, -1.3, -0.2, 0.3, 0.8, 2.6, 4.1});
    std::ranges::sort(x);
    return x;
}

struct Row {
    double x, f, slope;
};

std::vector<Row> tableOf(const activation::Activation& activation)
{
    const std::vector<double> x = testedPoints();
    const auto y = activation.evaluate<double>(x, 1);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(y[0][i]) && std::isfinite(y[1][i]) && std::abs(y[0][i]) < 1e100)
            rows.push_back({x[i], y[0][i], y[1][i]});
    return rows;
}

/// Where differences of f tell its slope: on no knot, and not where both are huge.
std::string smoothPoints(const activation::Activation& activation, const std::vector<Row>& rows)
{
    const auto breakpoints = analysis::findBreakpoints(activation, kTested);
    std::string list;
    if (activation.hasOwnGradient() || !breakpoints.complete)
        return list;
    for (const Row& row : rows) {
        const bool isNear = std::ranges::any_of(
            breakpoints.points, [&](const analysis::Breakpoint& b) { return std::abs(b.x - row.x) < kAway; });
        if (!isNear && std::abs(row.f) < 1e3 && std::abs(row.slope) < 1e3)
            list += (list.empty() ? "" : ", ") + literal(row.x);
    }
    return list;
}

void writeTable(PythonText& text, const std::vector<Row>& rows)
{
    text.line(1, "# What Activation Lab calculated in float64: x, f(x) and the gradient.");
    text.line(1, "table = [");
    for (const Row& row : rows)
        text.line(2, "(" + literal(row.x) + ", " + literal(row.f) + ", " + literal(row.slope) + "),");
    text.line(1, "]");
}

}  // namespace

std::string channelsOf(const std::string& parameter)
{
    return parameter + " = self." + parameter + ".view([-1] + [1] * max(0, x.dim() - 2))";
}

std::string arrayOf(const std::string& parameter, const std::string& from)
{
    return parameter + " = torch.as_tensor(" + from + ", dtype=x.dtype, device=x.device)";
}

void writeHead(PythonText& text, const Subject& subject)
{
    text.doc(0, subject.title + ", an activation function for PyTorch 1.13 and later.",
             {"Written by Activation Lab. Run this file to test it."});
    text.blank();
    text.line(0, "import torch");
    text.line(0, "from torch import nn");
}

void writeModuleHead(PythonText& text, const Subject& subject, std::string_view className)
{
    text.blank();
    text.blank();
    text.line(0, "class " + std::string(className) + "(nn.Module):");
    text.doc(1, subject.title + ".", paragraphsOf(subject));
    text.blank();
    if (!subject.arguments.empty())
        writeInit(text, subject);
}

void writeExtraRepr(PythonText& text, const Subject& subject)
{
    if (subject.arguments.empty())
        return;
    std::string shown;
    for (const Argument& argument : subject.arguments) {
        const std::string value = argument.isPerChannel()  ? "{self." + argument.name + ".numel()} channels"
                                  : argument.isLearnable() ? "{self." + argument.name + ".item():g}"
                                                           : "{self." + argument.name + ":g}";
        shown += (shown.empty() ? "" : ", ") + argument.name + "=" + value;
    }
    text.blank();
    text.line(1, "def extra_repr(self) -> str:");
    text.line(2, "return f\"" + shown + "\"");
}

void writeSelfTest(PythonText& text, const activation::Activation& activation, std::string_view className)
{
    const std::vector<Row> rows = tableOf(activation);
    if (rows.empty())
        return;
    const std::string smooth = smoothPoints(activation, rows);
    text.blank();
    text.blank();
    text.line(0, "if __name__ == \"__main__\":");
    writeTable(text, rows);
    text.line(1, "torch.set_default_dtype(torch.float64)");
    text.line(1, "activation = " + std::string(className) + "()");
    text.line(1, "x, f, slope = (column.clone() for column in torch.tensor(table).T)");
    text.line(1, "y = activation(x.requires_grad_())");
    text.line(1, "y.sum().backward()");
    text.line(1, "torch.testing.assert_close(y.detach(), f, rtol=1e-9, atol=1e-12)");
    text.line(1, "torch.testing.assert_close(x.grad, slope, rtol=1e-9, atol=1e-12)");
    if (!smooth.empty()) {
        text.line(1, "# away from kinks and jumps, differences tell the gradient too");
        text.line(1, "smooth = torch.tensor([" + smooth + "], requires_grad=True)");
        text.line(1, "assert torch.autograd.gradcheck(activation, smooth)");
    }
    text.line(1, "print(f\"{activation}: right at {len(table)} points\")");
}

}  // namespace actlab::exporting
