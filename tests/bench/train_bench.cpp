// One step of training: the fused engine beside the loop that anybody would write with LibTorch (modules, autograd,
// torch::optim::Adam), by Adam and mean squared errors. Run it as
//   OMP_NUM_THREADS=1 train_bench --benchmark_enable_random_interleaving=true --benchmark_repetitions=15
//     --benchmark_out=train.json && tests/bench/ratios.py train.json
// The ratio of a network is ours / LibTorch's; "four pieces" is a typed spline / tanh. GFLOPS of 64-128-128-10 b256
// beside those of "fma" say how much of the processor's arithmetic a step uses.

#include "core/activation/catalogue.hpp"
#include "core/data/random.hpp"
#include "core/nn/batches.hpp"
#include "core/nn/fused/kernels.hpp"
#include "core/nn/fused_engine.hpp"

#include <torch/torch.h>

#include <benchmark/benchmark.h>

namespace actlab {
namespace {

const char* const kFourPieces = "{x < -1: -0.2 + 0.1*(x + 1) + 0.02*(x + 1)^2 + 0.01*(x + 1)^3, "
                                "x < 0: 0.1*x + 0.2*x^2 + 0.1*x^3, x < 1: 0.1*x + 0.5*x^2 - 0.1*x^3, "
                                "0.5 + 0.8*(x - 1) + 0.2*(x - 1)^2 - 0.05*(x - 1)^3}";

struct Net {
    std::vector<std::size_t> widths;
    std::size_t batch;
};
const Net kNets[] = {{{2, 4, 2, 1}, 10},
                     {{2, 8, 8, 1}, 10},
                     {{2, 32, 32, 1}, 32},
                     {{64, 128, 128, 10}, 32},
                     {{64, 128, 128, 10}, 256}};

/// A network, its data at random, and where it starts.
struct Problem {
    Problem(const Net& net, activation::ActivationPtr activation)
    {
        const std::size_t outputs = net.widths.back();
        data.task = outputs == 1 ? data::Task::Regression : data::Task::Classification;
        data.classes = outputs == 1 ? 0 : outputs;
        data.train.features = net.widths.front();
        data::Random random(1);
        for (std::size_t row = 0; row < 8 * net.batch; ++row) {
            for (std::size_t i = 0; i < net.widths.front(); ++i)
                data.train.inputs.push_back(static_cast<float>(random.uniform(-2, 2)));
            data.train.targets.push_back(static_cast<float>(random.below(std::max<std::size_t>(outputs, 2))));
        }
        for (std::size_t i = 1; i + 1 < net.widths.size(); ++i)
            spec.hidden.push_back({net.widths[i], activation});
        spec.loss = nn::Loss::MeanSquared;
        spec.learningRate = 1e-4;  // so small that no activation leaves its range however long it is measured
        spec.batch = net.batch;
    }
    nn::TrainingSpec spec;
    data::Dataset data;
};

/// Multiplications and additions of a step: three products a layer, but none for the slope by the inputs.
double flopsOf(const Net& net)
{
    double flops = 0;
    for (std::size_t i = 1; i < net.widths.size(); ++i)
        flops += (i == 1 ? 4.0 : 6.0) * static_cast<double>(net.widths[i - 1] * net.widths[i] * net.batch);
    return flops;
}

void countGflops(benchmark::State& state, double flops)
{
    state.counters["GFLOPS"] = benchmark::Counter(flops * 1e-9, benchmark::Counter::kIsIterationInvariantRate);
}

void fusedStep(benchmark::State& state, const Net& net, const activation::ActivationPtr& activation)
{
    const Problem problem(net, activation);
    const auto engine =
        nn::makeFusedEngine({problem.spec, problem.data}, nn::initialParameters(problem.spec, problem.data));
    nn::Batches batches(problem.data.train.rows(), net.batch, 1);
    for (auto _ : state) {
        if (batches.empty())
            batches.startEpoch();
        engine->step(batches.next());
    }
    countGflops(state, flopsOf(net));
}

void eagerStep(benchmark::State& state, const Net& net)
{
    const auto rows = static_cast<std::int64_t>(8 * net.batch), batch = static_cast<std::int64_t>(net.batch);
    torch::nn::Sequential model;
    for (std::size_t i = 1; i < net.widths.size(); ++i) {
        model->push_back(torch::nn::Linear(static_cast<std::int64_t>(net.widths[i - 1]),
                                           static_cast<std::int64_t>(net.widths[i])));
        if (i + 1 < net.widths.size())
            model->push_back(torch::nn::Tanh());
    }
    const torch::Tensor inputs = torch::rand({rows, static_cast<std::int64_t>(net.widths.front())});
    const torch::Tensor targets = torch::rand({rows, static_cast<std::int64_t>(net.widths.back())});
    torch::optim::Adam adam(model->parameters(), torch::optim::AdamOptions(1e-4));
    std::int64_t row = 0;
    for (auto _ : state) {
        adam.zero_grad();
        const torch::Tensor answers = model->forward(inputs.narrow(0, row, batch));
        torch::mse_loss(answers, targets.narrow(0, row, batch)).backward();
        adam.step();
        row = (row + batch) % rows;
    }
    countGflops(state, flopsOf(net));
}

/// Sums of products that wait for nothing but each other, in vectors of a kind.
template <class Vector>
[[gnu::always_inline]] inline double multiplyAndAdd()
{
    const Vector factor = Vector{} + 0.5f;
    Vector sums[12] = {}, total{};
    for (int i = 0; i < 1'000; ++i)
#pragma GCC unroll 12
        for (int k = 0; k < 12; ++k) {
            sums[k] = sums[k] * factor + factor;
            asm volatile("" : "+v"(sums[k]));
        }
#pragma GCC unroll 12
    for (int k = 0; k < 12; ++k)
        total += sums[k];
    benchmark::DoNotOptimize(total);
    return 12'000.0 * 2 * sizeof(Vector) / sizeof(float);
}

using Vector8 [[gnu::vector_size(32)]] = float;
using Vector16 [[gnu::vector_size(64)]] = float;

[[gnu::target("avx2,fma")]] double flopsOfAvx2()
{
    return multiplyAndAdd<Vector8>();
}

[[gnu::target("avx512f")]] double flopsOfAvx512()
{
    return multiplyAndAdd<Vector16>();
}

void fmaPeak(benchmark::State& state)
{
    const auto& run = nn::fused::kernels().name == "avx512" ? flopsOfAvx512 : flopsOfAvx2;
    double flops = 0;
    for (auto _ : state)
        flops = run();
    countGflops(state, flops);
}

std::string nameOf(const Net& net)
{
    std::string name;
    for (const std::size_t width : net.widths)
        name += (name.empty() ? "" : "-") + std::to_string(width);
    return name;
}

[[maybe_unused]] const bool registered = [] {
    const auto tanh = activation::findInCatalogue("tanh");
    const auto fourPieces = *activation::makeActivation({"four pieces", kFourPieces, {}, {}});
    for (const Net& net : kNets) {
        const std::string batch = std::to_string(net.batch);
        benchmark::RegisterBenchmark((nameOf(net) + "/ours/" + batch).c_str(), fusedStep, net, tanh);
        benchmark::RegisterBenchmark((nameOf(net) + "/LibTorch/" + batch).c_str(), eagerStep, net);
    }
    benchmark::RegisterBenchmark("four pieces/ours/32", fusedStep, kNets[2], fourPieces);
    benchmark::RegisterBenchmark("four pieces/tanh/32", fusedStep, kNets[2], tanh);
    benchmark::RegisterBenchmark("fma/peak/1", fmaPeak);
    return true;
}();

}  // namespace
}  // namespace actlab
