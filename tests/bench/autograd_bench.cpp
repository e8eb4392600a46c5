// Forward and backward through autograd: our node beside PyTorch's own function, and beside the same formula composed
// of PyTorch's operations. Run it as
//   OMP_NUM_THREADS=1 autograd_bench --benchmark_enable_random_interleaving=true --benchmark_repetitions=15
//     --benchmark_out=autograd.json && tests/bench/ratios.py autograd.json
// With OMP_NUM_THREADS=2 and ratios.py --wall it is both sides in two threads.

#include "core/activation/catalogue.hpp"
#include "core/torch/activation_node.hpp"
#include "core/torch/lower.hpp"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <benchmark/benchmark.h>

#include <functional>

namespace actlab::torch_room {
namespace {

using at::Tensor;
using Function = std::function<Tensor(const Tensor&)>;

struct Row {
    std::string name;          ///< in the catalogue, or of `formula`
    Function builtin = {};     ///< empty where PyTorch has none
    std::string formula = {};  ///< empty for those of the catalogue
    Function composed = {};    ///< the formula as a person would write it in PyTorch
};

const char* const kSpline = "{x < -1: -0.2 + 0.1*(x + 1) + 0.02*(x + 1)^2 + 0.01*(x + 1)^3, "
                            "x < 0: 0.1*x + 0.2*x^2 + 0.1*x^3, "
                            "x < 1: 0.1*x + 0.5*x^2 - 0.1*x^3, "
                            "0.5 + 0.8*(x - 1) + 0.2*(x - 1)^2 - 0.05*(x - 1)^3}";

Tensor spline(const Tensor& x)
{
    const Tensor left = x + 1, right = x - 1;
    const Tensor far = -0.2 + 0.1 * left + 0.02 * left.pow(2) + 0.01 * left.pow(3);
    const Tensor first = 0.1 * x + 0.2 * x.pow(2) + 0.1 * x.pow(3);
    const Tensor second = 0.1 * x + 0.5 * x.pow(2) - 0.1 * x.pow(3);
    const Tensor last = 0.5 + 0.8 * right + 0.2 * right.pow(2) - 0.05 * right.pow(3);
    return at::where(x < -1, far, at::where(x < 0, first, at::where(x < 1, second, last)));
}

std::vector<Row> rows()
{
    return {
        {"relu", [](const Tensor& x) { return at::relu(x); }},
        {"leaky_relu", [](const Tensor& x) { return at::leaky_relu(x); }},
        {"relu6", [](const Tensor& x) { return at::hardtanh(x, 0, 6); }},
        {"hardtanh", [](const Tensor& x) { return at::hardtanh(x); }},
        {"hardswish", [](const Tensor& x) { return at::hardswish(x); }},
        {"hardsigmoid", [](const Tensor& x) { return at::hardsigmoid(x); }},
        {"hardshrink", [](const Tensor& x) { return at::hardshrink(x); }},
        {"softshrink", [](const Tensor& x) { return at::softshrink(x); }},
        {"elu", [](const Tensor& x) { return at::elu(x); }},
        {"celu", [](const Tensor& x) { return at::celu(x); }},
        {"selu", [](const Tensor& x) { return at::selu(x); }},
        {"gelu", [](const Tensor& x) { return at::gelu(x); }},
        {"gelu tanh", [](const Tensor& x) { return at::gelu(x, "tanh"); }},
        {"silu", [](const Tensor& x) { return at::silu(x); }},
        {"softplus", [](const Tensor& x) { return at::softplus(x); }},
        {"mish", [](const Tensor& x) { return at::mish(x); }},
        {"sigmoid", [](const Tensor& x) { return at::sigmoid(x); }},
        {"logsigmoid", [](const Tensor& x) { return at::log_sigmoid(x); }},
        {"tanh", [](const Tensor& x) { return at::tanh(x); }},
        {"erf", [](const Tensor& x) { return at::erf(x); }},
        {"sine", [](const Tensor& x) { return at::sin(x); }},
        {"arctan", [](const Tensor& x) { return at::atan(x); }},
        {"arsinh", [](const Tensor& x) { return at::asinh(x); }},
        {"elu by where",
         {},
         "{x > 0: x, exp(x) - 1}",
         [](const Tensor& x) { return at::where(x > 0, x, at::exp(x) - 1); }},
        {"spline", {}, kSpline, spline},
        {"srelu",
         {},
         "{x >= 1: 1 + 0.5*(x - 1), x > 0: x, 0.2*x}",
         [](const Tensor& x) { return at::where(x >= 1, 1 + 0.5 * (x - 1), at::where(x > 0, x, 0.2 * x)); }},
    };
}

activation::ActivationPtr activationOf(const Row& row)
{
    if (row.formula.empty())
        return activation::findInCatalogue(row.name);
    return *activation::makeActivation({.name = row.name, .formula = row.formula, .gradient = {}, .parameters = {}});
}

struct Passed {
    Tensor value, gradient;
};
Passed pass(const Function& f, const Tensor& x, const Tensor& upstream)
{
    const Tensor value = f(x);
    return {value, torch::autograd::grad({value}, {x}, {upstream})[0]};
}

/// Nothing is timed that does not agree to a thousandth, nor while memory that has just been asked for is being made
/// ready: in training the same pieces come back step after step.
void forwardAndBackward(benchmark::State& state, const Function& f, const Function& oracle)
{
    const Tensor x = at::linspace(-4.01, 4, state.range(0)).requires_grad_(true), upstream = at::ones(state.range(0));
    const Passed ours = pass(f, x, upstream), theirs = pass(oracle, x, upstream);
    if (!at::allclose(ours.value, theirs.value, 1e-3, 1e-3) ||
        !at::allclose(ours.gradient, theirs.gradient, 1e-3, 1e-3))
        return state.SkipWithError("disagrees with the formula composed of PyTorch's operations");
    constexpr int kWarmUps = 5;
    for (int i = 0; i < kWarmUps; ++i)
        pass(f, x, upstream);
    for (auto _ : state)
        benchmark::DoNotOptimize(pass(f, x, upstream));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void add(const std::string& name, const Function& f, const Function& oracle)
{
    for (const auto& [elements, passes] : {std::pair(1 << 11, 1000), std::pair(1 << 16, 100), std::pair(1 << 20, 10)})
        benchmark::RegisterBenchmark(name.c_str(), forwardAndBackward, f, oracle)->Arg(elements)->Iterations(passes);
}

const bool kAreRegistered = [] {
    for (const Row& row : rows()) {
        const auto activation = activationOf(row);
        const LayerActivation layer(activation);
        const Function ours = [layer](const Tensor& x) { return layer(x, {}); };
        const Function oracle = [activation](const Tensor& x) {
            ParameterTensors parameters;
            for (const activation::Parameter& p : activation->parameters())
                parameters.emplace(p.name, at::scalar_tensor(p.value));
            return lower(activation->value(), x, parameters);
        };
        add(row.name + "/ours", ours, oracle);
        if (row.builtin)
            add(row.name + "/builtin", row.builtin, oracle);
        if (row.composed)
            add(row.name + "/composed", row.composed, oracle);
    }
    return true;
}();

}  // namespace
}  // namespace actlab::torch_room
