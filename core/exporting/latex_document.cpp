#include "core/exporting/latex_document.hpp"

#include "core/exporting/identifiers.hpp"
#include "core/exporting/latex.hpp"
#include "core/exporting/latex_text.hpp"
#include "core/exporting/source_text.hpp"

#include "core/analysis/curve.hpp"
#include "core/expr/rebuild.hpp"
#include "core/expr/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace actlab::exporting {

namespace {

using expr::Expr;
using Names = std::map<std::string, std::string>;

constexpr analysis::Interval kShown{-5, 5};
constexpr int kSamples = 120;
/// TeX counts with fixed points; a curve beyond has left the figure.
constexpr double kHighest = 1'000;

/// ASCII, in which nothing is a command.
std::string escaped(std::string title)
{
    std::erase_if(title, [](char c) { return c < 0x20 || c >= 0x7F; });
    return title.find_first_not_of(' ') == title.npos ? "An activation function" : latexText(title);
}

/// TeX reads ASCII alone: α becomes \alpha, and what has no such name p, p_2, …
Names asciiNames(const activation::Activation& activation)
{
    Identifiers identifiers;
    Names names;
    for (const auto& p : activation.parameters())
        names[p.name] = identifiers.forParameter(p.name);
    return names;
}

Expr renamed(const Expr& e, const Names& names)
{
    return expr::rebuild(e, [&](const Expr& node) -> std::optional<Expr> {
        const auto* p = expr::as<expr::Parameter>(node);
        return p ? std::optional(expr::parameter(names.at(p->name))) : std::nullopt;
    });
}

/// Rows of an alignment: f, f' and, where its author gave one, the gradient in use.
std::optional<std::string> equations(const activation::Activation& activation, const Names& names)
{
    std::vector<std::pair<std::string, Expr>> rows{{"f(x)", expr::simplify(activation.value())},
                                                   {"f'(x)", activation.trueDerivative()}};
    if (activation.hasOwnGradient())
        rows.emplace_back("g(x)", activation.derivative());
    std::string text;
    for (const auto& [name, e] : rows) {
        const auto formula = latex(renamed(e, names));
        if (!formula)
            return std::nullopt;
        text += (text.empty() ? "" : " \\\\\n") + ("  " + name + " &= ") + *formula;
    }
    return text + "\n";
}

std::string parametersOf(const activation::Activation& activation, const Names& names)
{
    std::string text;
    for (const auto& p : activation.parameters())
        text += (text.empty() ? "" : ", ") + ("$" + *latex(expr::parameter(names.at(p.name))) + " = ") +
                *latex(expr::number(p.value)) + "$" + (p.learnable ? " (learned)" : "");
    return text.empty() ? "" : "with " + text + ".\n\n";
}

bool isShown(double y)
{
    return std::abs(y) <= kHighest;
}

/// Nothing where there is nothing to see: pgfplots gives the words of an empty plot to the next one.
std::string plotOf(const analysis::Curve& curve, const std::string& style, const std::string& legend)
{
    if (std::ranges::none_of(curve.y, isShown))
        return "";
    std::string text = "    \\addplot[" + style + "] coordinates {";
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
        text += (i % 4 == 0 ? "\n      (" : " (") + literal(curve.x[i]) + ", " +
                (isShown(curve.y[i]) ? literal(curve.y[i]) : "nan") + ")";
    }
    return text + "\n    };\n    \\addlegendentry{$" + legend + "$}\n";
}

std::string figureOf(const activation::Activation& activation)
{
    const auto curves = analysis::sampleCurves(activation, kShown, kSamples, 1);
    return "\\begin{tikzpicture}\n"
           "  \\begin{axis}[axis lines=middle, xlabel=$x$, width=0.9\\linewidth, height=0.6\\linewidth,\n"
           "      xmin=-5, xmax=5, restrict y to domain=-1000:1000, unbounded coords=jump,\n"
           "      legend pos=north west, legend style={draw=none}]\n" +
           plotOf(curves.orders[0], "thick, blue", "f(x)") +
           plotOf(curves.orders[1], "thick, dashed, red", activation.hasOwnGradient() ? "g(x)" : "f'(x)") +
           "  \\end{axis}\n\\end{tikzpicture}\n";
}

}  // namespace

tl::expected<std::string, std::string> latexDocument(const activation::Activation& activation)
{
    const Names names = asciiNames(activation);
    const auto rows = equations(activation, names);
    if (!rows)
        return tl::unexpected(std::string("the formula or its derivative is too long to write out"));
    std::string text = "% Written by Activation Lab. For pdflatex, lualatex and xelatex.\n"
                       "\\documentclass{article}\n\\usepackage[margin=2cm]{geometry}\n\\usepackage{amsmath}"
                       "\n\\usepackage{pgfplots}\n"
                       "\\pgfplotsset{compat=1.16}\n\\begin{document}\n\n";
    text += "\\section*{" + escaped(oneLine(activation.name())) + "}\n\n\\begin{align*}\n" + *rows +
            "\\end{align*}\n" + parametersOf(activation, names);
    if (activation.hasOwnGradient())
        text += "Training uses the gradient $g$ of the author in place of $f'$.\n\n";
    return text + "\\begin{center}\n" + figureOf(activation) + "\\end{center}\n\n\\end{document}\n";
}

}  // namespace actlab::exporting
