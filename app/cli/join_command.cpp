#include "app/cli/activation_options.hpp"
#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/numbers.hpp"

#include "core/analysis/repair.hpp"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace actlab::cli {

namespace {

using activation::Activation;
using activation::ActivationPtr;
using analysis::PieceJoin;

struct JoinOptions {
    ActivationOptions activation;
    std::string at;
    int order = 0;
    bool json = false;
};

/// Adjusts the piece to the right of each knot, from left to right, so that no join that was made is lost again.
Result<ActivationPtr> joined(ActivationPtr activation, std::vector<double> knots, int order)
{
    std::ranges::sort(knots);
    const auto repair = order == 0 ? analysis::Repair::MeetInValue : analysis::Repair::MeetInSlope;
    for (const double knot : knots) {
        const auto edited =
            analysis::repaired(*activation, {.knot = knot, .repair = repair, .adjusted = analysis::Side::Right});
        if (!edited)
            return badInput("--at", edited.error());
        auto made = activation::makeActivation(*edited);
        if (!made)
            return badDefinition("formula", *edited, made.error());
        activation = *std::move(made);
    }
    return activation;
}

Json jsonJoin(const PieceJoin& join, const Activation& activation)
{
    const double gradient = activation.evaluate<double>(std::span(&join.x, 1), 1)[1][0];
    return {{"x", jsonNumber(join.x)},
            {"left", jsonNumber(join.left.value)},
            {"right", jsonNumber(join.right.value)},
            {"left_slope", jsonNumber(join.left.slope)},
            {"right_slope", jsonNumber(join.right.slope)},
            {"kind", analysis::nameOf(join.join)},
            {"used_gradient", jsonNumber(gradient)}};
}

void printJson(const Activation& activation, const std::vector<PieceJoin>& joins)
{
    Json kinks = Json::array();
    for (const PieceJoin& join : joins)
        kinks.push_back(jsonJoin(join, activation));
    print(Json{{"formula", activation.definition().formula}, {"kinks", kinks}});
}

void printText(const Activation& activation, const std::vector<PieceJoin>& joins)
{
    std::cout << activation.definition().formula << '\n';
    for (const PieceJoin& join : joins)
        std::cout << "x = " << std::left << std::setw(14) << rounded(join.x) << analysis::nameOf(join.join)
                  << "   value " << rounded(join.left.value) << " | " << rounded(join.right.value) << "   slope "
                  << rounded(join.left.slope) << " | " << rounded(join.right.slope) << '\n';
}

int run(const JoinOptions& options)
{
    const auto activation = chosenActivation(options.activation);
    if (!activation)
        return report(activation.error());
    const auto knots = parseNumbers("--at", options.at);
    if (!knots)
        return report(knots.error());
    const auto result = joined(*activation, *knots, options.order);
    if (!result)
        return report(result.error());
    const auto joins = analysis::joinsOf(**result);
    options.json ? printJson(**result, joins) : printText(**result, joins);
    return kDone;
}

}  // namespace

void addJoinCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("join", "Make neighbouring pieces of a formula meet at their knots");
    const auto options = std::make_shared<JoinOptions>();
    options->activation.addTo(*command);
    command->add_option("--at", options->at, "The knots; the piece to the right of each gives way")
        ->type_name("KNOT[,KNOT]")
        ->required();
    command->add_option("--order", options->order, "0: meet in value; 1: in value and slope")
        ->check(CLI::Range(0, 1))
        ->type_name("0|1")
        ->capture_default_str();
    command->add_flag("--json", options->json, "One JSON document on standard output");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace actlab::cli
