#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/numbers.hpp"
#include "app/cli/python_file.hpp"

#include <iostream>

namespace actlab::cli {

namespace {

struct ImportOptions {
    std::string path;
    bool json = false;
};

Json asJson(const importing::ImportedFunction& function)
{
    const activation::Definition& definition = function.definition;
    Json params = Json::object(), learnable = Json::array();
    for (const auto& p : definition.parameters) {
        params[p.name] = jsonNumber(p.value);
        if (p.learnable)
            learnable.push_back(p.name);
    }
    Json json{{"name", definition.name}, {"formula", definition.formula}, {"params", params}};
    json["gradient"] = definition.gradient.empty() ? Json() : Json(definition.gradient);
    json["learnable"] = learnable;
    json["line"] = function.line;
    json["notes"] = function.notes;
    return json;
}

void printFunction(const importing::ImportedFunction& function)
{
    const activation::Definition& definition = function.definition;
    std::cout << definition.name << "(x) = " << definition.formula << '\n';
    if (!definition.gradient.empty())
        std::cout << "    gradient: " << definition.gradient << '\n';
    for (const auto& p : definition.parameters)
        std::cout << "    " << p.name << " = " << text(p.value) << (p.learnable ? ", learnable" : "") << '\n';
    for (const auto& note : function.notes)
        std::cout << "    " << note << '\n';
}

int run(const ImportOptions& options)
{
    const auto imported = readPythonFile("import", options.path);
    if (!imported)
        return report(imported.error());
    reportRefused(options.path, *imported);
    Json document = Json::array();
    for (const auto& function : imported->functions)
        if (options.json)
            document.push_back(asJson(function));
        else
            printFunction(function);
    if (options.json)
        print(document);
    return kDone;
}

}  // namespace

void addImportCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("import", "Formulas of the PyTorch functions in a Python file");
    const auto options = std::make_shared<ImportOptions>();
    command->add_option("file", options->path, "It is read, never run")->type_name("F.py")->required();
    command->add_flag("--json", options->json, "One JSON document on standard output");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace actlab::cli
