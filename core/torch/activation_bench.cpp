#include "core/torch/activation_bench.hpp"

#include "core/torch/activation_node.hpp"
#include "core/torch/builtin_twin.hpp"
#include "core/torch/lower.hpp"
#include "core/torch/thread_count.hpp"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/autograd.h>

#include <chrono>
#include <optional>
#include <stdexcept>

namespace actlab::torch_room {

namespace {

using at::Tensor;
using Tensors = std::vector<Tensor>;

constexpr std::size_t kRounds = 15;
constexpr double kSecondsEach = 0.004;  ///< a turn in a round
constexpr double kTolerance = 1e-3;

/// What a pass starts from.
struct Problem {
    Tensor x, upstream;
    Tensors learned;
};

Problem problemOf(const activation::Activation& activation, std::size_t size)
{
    const auto n = static_cast<std::int64_t>(size);
    Problem problem{at::linspace(-4.01, 4, n).requires_grad_(true), at::ones(n), {}};
    for (const activation::Parameter& p : activation.parameters())
        if (p.learnable)
            problem.learned.push_back(at::full({1}, p.value).requires_grad_(true));
    return problem;
}

using Lower = Tensor (*)(const expr::Expr&, const Tensor&, const ParameterTensors&);

/// An author's gradient is attached as one does in PyTorch: to a difference that is 0.
Tensor compose(const activation::Activation& activation, Lower lowered, const Tensor& x, const Tensors& learned)
{
    ParameterTensors parameters;
    std::size_t next = 0;
    for (const activation::Parameter& p : activation.parameters())
        parameters.emplace(p.name, p.learnable ? learned[next++] : at::scalar_tensor(p.value));
    if (!activation.hasOwnGradient())
        return lowered(activation.value(), x, parameters);
    const Tensor still = x.detach();
    const Tensor slope = lowered(activation.derivative(), still, parameters).detach();
    return lowered(activation.value(), still, parameters) + (x - still) * slope;
}

TensorFunction composedBy(Lower lowered, const activation::ActivationPtr& activation)
{
    return [=](const Tensor& x, const Tensors& learned) { return compose(*activation, lowered, x, learned); };
}

/// The value, the gradient by x, and those by what is learned.
Tensors passBothWays(const TensorFunction& f, const Problem& problem)
{
    Tensors inputs{problem.x};
    inputs.insert(inputs.end(), problem.learned.begin(), problem.learned.end());
    Tensors all{f(problem.x, problem.learned)};
    if (!all[0].requires_grad())
        return all;
    for (Tensor& gradient : torch::autograd::grad({all[0]}, inputs, {problem.upstream}, {}, false, true))
        all.push_back(std::move(gradient));
    return all;
}

bool agree(const Tensor& a, const Tensor& b)
{
    return at::allclose(a, b, kTolerance, kTolerance, true);
}

/// Of gradients by x only: those by what is learned are sums that lose digits with their length. A function without
/// one has the gradient 0.
bool agree(const TensorFunction& f, const TensorFunction& g, const Problem& problem)
{
    const Tensors a = passBothWays(f, problem), b = passBothWays(g, problem);
    const auto gradient = [&](const Tensors& of) {
        return of.size() > 1 && of[1].defined() ? of[1] : at::zeros_like(problem.x);
    };
    return agree(a[0].detach(), b[0].detach()) && agree(gradient(a), gradient(b));
}

/// Nanoseconds a call, over as many as fit in a turn.
template <class Call>
double measure(const Call& call)
{
    using Clock = std::chrono::steady_clock;
    std::chrono::duration<double> taken{};
    std::size_t calls = 0;
    const auto start = Clock::now();
    for (; taken.count() < kSecondsEach; ++calls) {
        call();
        taken = Clock::now() - start;
    }
    return taken.count() / static_cast<double>(calls) * 1e9;
}

/// The functions that are measured: the kernel, what is composed, and the built-in where there is one.
using Rivals = std::vector<TensorFunction>;

analysis::PassTiming timingOf(const std::vector<std::vector<double>>& times)
{
    const auto over = [&](std::size_t rival) {
        std::vector<double> ratios;
        for (std::size_t round = 0; round < times[0].size(); ++round)
            ratios.push_back(times[0][round] / times[rival][round]);
        return analysis::spreadOf(ratios);
    };
    analysis::PassTiming timing{analysis::spreadOf(times[0]), analysis::spreadOf(times[1]), over(1), {}, {}};
    if (times.size() > 2) {
        timing.builtin = analysis::spreadOf(times[2]);
        timing.overBuiltin = over(2);
    }
    return timing;
}

/// All take turns; the first round warms up. Nothing where it was asked to stop.
template <class Pass>
std::optional<analysis::PassTiming> race(const Rivals& rivals, const std::stop_token& stop, const Pass& pass)
{
    std::vector<std::vector<double>> times(rivals.size());
    for (std::size_t round = 0; round <= kRounds; ++round)
        for (std::size_t i = 0; i < rivals.size(); ++i) {
            if (stop.stop_requested())
                return std::nullopt;
            const double time = measure([&] { pass(rivals[i]); });
            if (round > 0)
                times[i].push_back(time);
        }
    return timingOf(times);
}

Rivals rivalsFor(const activation::ActivationPtr& activation, const Problem& problem)
{
    const LayerActivation layer(activation);
    const TensorFunction safe = composedBy(lower, activation), plain = composedBy(lowerPlainly, activation);
    Rivals rivals{[layer](const Tensor& x, const Tensors& learned) { return layer(x, learned); }};
    if (!agree(rivals[0], safe, problem))
        throw std::runtime_error("The kernel and the formula composed of ATen operations differ by more than 0.001.");
    rivals.push_back(agree(plain, safe, problem) ? plain : safe);
    const TensorFunction builtin = builtinTwin(*activation);
    if (builtin && agree(builtin, safe, problem))
        rivals.push_back(builtin);
    return rivals;
}

std::optional<analysis::ActivationTiming> timingAt(const activation::ActivationPtr& activation, std::size_t size,
                                                   const std::stop_token& stop)
{
    const Problem problem = problemOf(*activation, size);
    const Rivals rivals = rivalsFor(activation, problem);
    const auto both = race(rivals, stop, [&](const TensorFunction& f) { passBothWays(f, problem); });
    const at::NoGradGuard unrecorded;
    const auto forward = race(rivals, stop, [&](const TensorFunction& f) { f(problem.x, problem.learned); });
    if (!both || !forward)
        return std::nullopt;
    return analysis::ActivationTiming{.size = size, .forward = *forward, .both = *both};
}

}  // namespace

std::vector<analysis::ActivationTiming> timeActivation(const activation::ActivationPtr& activation,
                                                       std::span<const std::size_t> sizes, int threads,
                                                       const std::stop_token& stop)
{
    const ThreadCount chosen(threads);
    const at::AutoGradMode recording(true);
    std::vector<analysis::ActivationTiming> timings;
    for (const std::size_t size : sizes)
        if (const auto timing = timingAt(activation, size, stop))
            timings.push_back(*timing);
    return timings;
}

}  // namespace actlab::torch_room
