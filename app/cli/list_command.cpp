#include "app/cli/commands.hpp"
#include "app/cli/failure.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/numbers.hpp"

#include "core/activation/catalogue.hpp"

#include <iomanip>
#include <iostream>

namespace actlab::cli {

namespace {

Json asJson(const activation::CatalogueRow& row, const activation::Activation& activation)
{
    Json params = Json::object();
    for (const auto& p : activation.parameters())
        params[p.name] = jsonNumber(p.value);
    return {{"name", row.name},     {"formula", row.formula},       {"params", params},
            {"family", row.family}, {"smoothness", row.smoothness}, {"reference", row.reference}};
}

void printLine(const activation::CatalogueRow& row, const activation::Activation& activation)
{
    std::string params;
    for (const auto& p : activation.parameters())
        params += (params.empty() ? "   with " : ", ") + p.name + " = " + text(p.value);
    constexpr int kNameWidth = 26, kFamilyWidth = 18, kSmoothnessWidth = 8;
    std::cout << std::left << std::setw(kNameWidth) << row.name << std::setw(kFamilyWidth) << row.family
              << std::setw(kSmoothnessWidth) << row.smoothness << row.formula << params << '\n';
}

void list(bool asJsonDocument)
{
    const auto rows = activation::catalogueRows();
    Json document = Json::array();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (asJsonDocument)
            document.push_back(asJson(rows[i], *activation::catalogue()[i]));
        else
            printLine(rows[i], *activation::catalogue()[i]);
    if (asJsonDocument)
        print(document);
}

}  // namespace

void addListCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("list", "The catalogue of activation functions");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "One JSON document on standard output");
    command->callback([=, &exitCode] {
        list(*json);
        exitCode = kDone;
    });
}

}  // namespace actlab::cli
