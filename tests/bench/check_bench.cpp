// What a full check of each catalogue function takes, and what the parts of it do for one of them.

#include "core/activation/catalogue.hpp"
#include "core/analysis/report.hpp"

#include <benchmark/benchmark.h>

namespace actlab {
namespace {

using activation::ActivationPtr;

template <class Part>
void add(const std::string& title, const ActivationPtr& activation, const Part& part)
{
    benchmark::RegisterBenchmark((title + "/" + activation->name()).c_str(), [=](benchmark::State& state) {
        for (auto _ : state)
            benchmark::DoNotOptimize(part(*activation));
    })->Unit(benchmark::kMillisecond);
}

bool addAll()
{
    using activation::Activation;
    for (const ActivationPtr& row : activation::catalogue())
        add("check", row, [](const Activation& f) { return analysis::checkActivation(f); });
    for (const std::string name : {"ReLU", "Mish", "PWLU"}) {
        const ActivationPtr row = activation::findInCatalogue(name);
        add("facts", row, [](const Activation& f) { return analysis::describe(f); });
        add("smoothness", row, [](const Activation& f) { return analysis::smoothnessOf(f); });
        add("character", row, [](const Activation& f) { return analysis::characterOf(f); });
        add("gradient", row, [](const Activation& f) { return analysis::checkGradient(f); });
        add("stability", row, [](const Activation& f) { return analysis::findInstabilities(f); });
        add("deep network", row, [](const Activation& f) { return analysis::passThroughLayers(f, {}); });
        add("known as", row, [](const Activation& f) { return analysis::knownAs(f, analysis::kKnownOver); });
    }
    return true;
}

const bool kAdded = addAll();

}  // namespace
}  // namespace actlab
