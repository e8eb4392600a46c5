#include "app/cli/bench_activation.hpp"

#include "app/cli/activation_options.hpp"
#include "app/cli/numbers.hpp"
#include "app/cli/timing_json.hpp"

#include "core/nn/torch_room.hpp"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace actlab::cli {

namespace {

struct BenchOptions {
    ActivationOptions activation;
    std::string sizes = "2048,65536,1048576";
    int threads = 1;
    bool json = false;
};

constexpr std::size_t kLargestSize = std::size_t{1} << 26;
constexpr int kMostThreads = 256;

Result<std::vector<std::size_t>> sizesOf(const BenchOptions& options)
{
    std::vector<std::size_t> sizes;
    const auto numbers = parseNumbers("--sizes", options.sizes);
    if (!numbers)
        return tl::unexpected(numbers.error());
    for (const double number : *numbers) {
        if (!(number >= 1 && number <= kLargestSize) ||
            number != static_cast<double>(static_cast<std::size_t>(number)))
            return badInput("--sizes", "must be whole numbers from 1 to " + std::to_string(kLargestSize));
        sizes.push_back(static_cast<std::size_t>(number));
    }
    return sizes;
}

std::string shortly(const std::optional<analysis::Spread>& spread)
{
    return spread ? rounded(spread->median) : "-";
}

void printLine(std::size_t size, const char* pass, const analysis::PassTiming& timing)
{
    constexpr int kWidth = 14;
    std::cout << std::left << std::setw(10) << size << std::setw(18) << pass << std::right;
    for (const auto& spread : {std::optional(timing.kernel), timing.builtin, std::optional(timing.composed),
                               timing.overBuiltin, std::optional(timing.overComposed)})
        std::cout << std::setw(kWidth) << shortly(spread);
    std::cout << '\n';
}

void printText(const std::vector<analysis::ActivationTiming>& timings)
{
    constexpr int kWidth = 14;
    std::cout << std::left << std::setw(28) << "Nanoseconds a call" << std::right;
    for (const char* title : {"kernel", "built-in", "composed", "/ built-in", "/ composed"})
        std::cout << std::setw(kWidth) << title;
    std::cout << '\n';
    for (const analysis::ActivationTiming& timing : timings) {
        printLine(timing.size, "forward", timing.forward);
        printLine(timing.size, "forward+backward", timing.both);
    }
}

int run(const BenchOptions& options)
{
    const auto activation = chosenActivation(options.activation);
    if (!activation)
        return report(activation.error());
    const auto sizes = sizesOf(options);
    if (!sizes)
        return report(sizes.error());
    const auto room = nn::torchRoom();
    if (!room)
        return report({"bench: " + room.error(), kWorkFailed});
    const auto timings = (*room)->timeActivation(*activation, *sizes, options.threads, {});
    options.json ? print(jsonTimings(timings)) : printText(timings);
    return kDone;
}

}  // namespace

void measureActivationBy(CLI::App& bench, int& exitCode)
{
    const auto options = std::make_shared<BenchOptions>();
    options->activation.addTo(bench);
    bench.add_option("--sizes", options->sizes, "Numbers of elements")->type_name("n,n,...")->capture_default_str();
    bench.add_option("--threads", options->threads, "Threads for large arrays")
        ->check(CLI::Range(1, kMostThreads))
        ->type_name("n")
        ->capture_default_str();
    bench.add_flag("--json", options->json, "One JSON document on standard output");
    bench.callback([=, &bench, &exitCode] {
        if (bench.get_subcommands().empty())
            exitCode = run(*options);
    });
}

}  // namespace actlab::cli
