#include "app/cli/activation_options.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"

#include "core/exporting/latex.hpp"
#include "core/expr/differentiate.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/simplify.hpp"

#include <iostream>

namespace actlab::cli {

namespace {

struct DiffOptions {
    ActivationOptions activation;
    bool json = false;
};

struct Texts {
    std::string formula, derivative, second, latex, gradient;
};

Result<Texts> textsOf(const activation::Activation& activation)
{
    const auto& first = activation.trueDerivative();
    const auto second = expr::differentiate(first);
    if (!second)
        return badInput("formula", "its second derivative is too long to write out");
    const auto latex = exporting::latex(first);
    if (!latex || second->node().treeSize > exporting::kLongestLatex)
        return badInput("formula", "its derivative is too long to write out");
    return Texts{expr::print(expr::simplify(activation.value())), expr::print(first), expr::print(*second), *latex,
                 activation.hasOwnGradient() ? expr::print(activation.derivative()) : ""};
}

void printJson(const Texts& texts)
{
    Json document{{"formula", texts.formula},
                  {"derivative", texts.derivative},
                  {"second", texts.second},
                  {"latex", texts.latex}};
    if (!texts.gradient.empty())
        document["gradient"] = texts.gradient;
    print(document);
}

void printText(const Texts& texts)
{
    std::cout << "f(x)    = " << texts.formula << "\nf'(x)   = " << texts.derivative << "\nf''(x)  = " << texts.second
              << "\nLaTeX   = " << texts.latex << '\n';
    if (!texts.gradient.empty())
        std::cout << "in use  = " << texts.gradient << "   (the gradient of its author)\n";
}

int run(const DiffOptions& options)
{
    const auto activation = chosenActivation(options.activation);
    if (!activation)
        return report(activation.error());
    if (!options.json)
        noteRemarks(**activation);
    const auto texts = textsOf(**activation);
    if (!texts)
        return report(texts.error());
    options.json ? printJson(*texts) : printText(*texts);
    return kDone;
}

}  // namespace

void addDiffCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("diff", "The simplified symbolic derivative of an activation");
    const auto options = std::make_shared<DiffOptions>();
    options->activation.addTo(*command);
    command->add_flag("--json", options->json, "One JSON document on standard output");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace actlab::cli
