#include "app/cli/activation_options.hpp"
#include "app/cli/check_report.hpp"
#include "app/cli/commands.hpp"

#include "core/nn/torch_room.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>

namespace actlab::cli {

namespace {

using analysis::Interval;

struct CheckOptions {
    ActivationOptions activation;
    std::optional<double> lo, hi;
    bool isTimed = false;
    bool json = false;
};

/// Given by both ends, or by one beside the usual other.
Result<std::optional<Interval>> intervalOf(const CheckOptions& options)
{
    if (!options.lo && !options.hi)
        return std::nullopt;
    constexpr Interval kUsual;
    const Interval interval{options.lo.value_or(std::min(kUsual.low, options.hi.value_or(0) - kUsual.width())),
                            options.hi.value_or(std::max(kUsual.high, options.lo.value_or(0) + kUsual.width()))};
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high) || !std::isfinite(interval.width()))
        return badInput("--lo", "the interval must be finite");
    if (!(interval.low < interval.high))
        return badInput("--lo", "the interval is empty: --lo must be less than --hi");
    return interval;
}

std::optional<analysis::GradientCheck> comparedWithAutograd(const activation::Activation& activation)
{
    const auto room = nn::torchRoom();
    if (!room)
        return std::nullopt;
    const auto x = analysis::gradientPlaces(activation);
    return analysis::compareDerivative(activation, x, (*room)->evaluateByAutograd(activation, x)[1]);
}

/// Why not is a note: the rest of the report stands.
std::vector<analysis::ActivationTiming> timed(const activation::ActivationPtr& activation)
{
    constexpr std::array<std::size_t, 2> kSizes{1 << 16, 1 << 20};
    try {
        if (const auto room = nn::torchRoom())
            return (*room)->timeActivation(activation, kSizes, 1, {});
        else
            std::cerr << "note: nothing is timed: " << room.error() << '\n';
    } catch (const std::exception& error) {
        std::cerr << "note: nothing is timed: " << error.what() << '\n';
    }
    return {};
}

int run(const CheckOptions& options)
{
    const auto activation = chosenActivation(options.activation);
    if (!activation)
        return report(activation.error());
    const auto interval = intervalOf(options);
    if (!interval)
        return report(interval.error());
    if (!options.json)
        noteRemarks(**activation);
    const Checked checked{*activation, analysis::checkActivation(**activation, *interval),
                          comparedWithAutograd(**activation),
                          options.isTimed ? timed(*activation) : std::vector<analysis::ActivationTiming>()};
    if (options.json)
        print(jsonReport(checked));
    else
        printReport(checked);
    return checked.report.obstacle ? kWorkFailed : kDone;
}

}  // namespace

void addCheckCommand(CLI::App& program, int& exitCode)
{
    auto* command = program.add_subcommand("check", "Whether an activation can train, and what it does to a network");
    const auto options = std::make_shared<CheckOptions>();
    options->activation.addTo(*command);
    command->add_option("--lo", options->lo, "Where to look for kinks begins (default: everywhere)");
    command->add_option("--hi", options->hi, "Where to look for kinks ends");
    command->add_flag("--timing", options->isTimed, "Measure it beside PyTorch's own and the composed formula, too");
    command->add_flag("--json", options->json, "One JSON document on standard output");
    command->footer("Ends with 1 if it cannot train: its gradient is 0 everywhere, or not finite in float32 where "
                    "inputs usually lie. ! stands before what is good to know, !! before what will not work.");
    command->callback([=, &exitCode] { exitCode = run(*options); });
}

}  // namespace actlab::cli
