// What the kernels cost without Torch: from text to a program, and forwards and backwards an element.

#include "core/activation/catalogue.hpp"
#include "core/kernel/instruction_set.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

namespace actlab {
namespace {

const char* const kSpline =
    "{x < -1: -0.1 + 0.05*(x + 1) + 0.02*(x + 1)^2 + 0.01*(x + 1)^3, x < 0: 0.1*x + 0.2*x^2 + 0.1*x^3, "
    "x < 1: 0.1*x + 0.5*x^2 - 0.1*x^3, 0.5 + 0.8*(x - 1) + 0.2*(x - 1)^2 - 0.05*(x - 1)^3}";

activation::ActivationPtr named(const std::string& name)
{
    if (name == "spline")
        return *activation::makeActivation({.name = name, .formula = kSpline, .gradient = {}, .parameters = {}});
    return activation::findInCatalogue(name);
}

std::vector<float> inputs(std::size_t n)
{
    std::vector<float> x(n);
    for (std::size_t i = 0; i < n; ++i)
        x[i] = -4 + 8 * static_cast<float>(i * 7919 % 10'007) / 10'007;
    return x;
}

std::vector<float> parametersOf(const activation::Activation& f)
{
    const auto values = f.parameterValues();
    return {values.begin(), values.end()};
}

void countElements(benchmark::State& state)
{
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

/// Parsed, differentiated twice, and the program of f and f′ compiled.
void textToProgram(benchmark::State& state, const std::string& name)
{
    const auto definition = named(name)->definition();
    for (auto _ : state)
        benchmark::DoNotOptimize((*activation::makeActivation(definition))->training());
}

void forward(benchmark::State& state, const std::string& name)
{
    const auto f = named(name);
    const auto x = inputs(static_cast<std::size_t>(state.range(0))), parameters = parametersOf(*f);
    std::vector<float> value(x.size());
    float* place = value.data();
    for (auto _ : state)
        f->training().evaluate<float>(x, parameters, std::span(&place, 1));
    countElements(state);
}

void backward(benchmark::State& state, const std::string& name)
{
    const auto f = named(name);
    const auto x = inputs(static_cast<std::size_t>(state.range(0))), parameters = parametersOf(*f);
    const std::vector<float> upstream(x.size(), 1);
    std::vector<float> gradient(x.size());
    for (auto _ : state)
        f->training().pullBack<float>(x, parameters, upstream.data(), gradient.data(), {});
    countElements(state);
}

/// What memory alone takes: two arrays read, one written.
void triad(benchmark::State& state)
{
    const auto n = static_cast<std::size_t>(state.range(0));
    const auto x = inputs(n), y = inputs(n);
    std::vector<float> z(n);
    const kernel::Step<float> step{.code = kernel::Code::Multiply, .out = z.data(), .in = {x.data(), y.data()}};
    for (auto _ : state) {
        kernel::instructionSet().runFloat(&step, 1, n);
        benchmark::ClobberMemory();
    }
    countElements(state);
}

const bool kAreRegistered = [] {
    for (const char* name : {"elu", "silu", "mish", "gelu", "gelu tanh", "tanh", "softplus", "sine", "spline"}) {
        benchmark::RegisterBenchmark((std::string("text to program/") + name).c_str(), textToProgram, name);
        for (const auto& [run, title] : {std::pair(&forward, "forward/"), std::pair(&backward, "backward/")})
            benchmark::RegisterBenchmark((std::string(title) + name).c_str(), run, name)
                ->Arg(10)
                ->Arg(1 << 11)
                ->Arg(1 << 16)
                ->Arg(1 << 20);
    }
    benchmark::RegisterBenchmark("triad", triad)->Arg(1 << 11)->Arg(1 << 16)->Arg(1 << 20);
    return true;
}();

}  // namespace
}  // namespace actlab
