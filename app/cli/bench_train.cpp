#include "app/cli/bench_train.hpp"

#include "app/cli/numbers.hpp"

#include "core/data/random.hpp"
#include "core/nn/batches.hpp"
#include "core/nn/fused_engine.hpp"
#include "core/nn/torch_room.hpp"

#include <algorithm>
#include <chrono>

namespace actlab::cli {

namespace {

constexpr std::size_t kRounds = 15;
constexpr double kSecondsEach = 0.05;  ///< one engine's turn in a round

/// Rows enough for a few batches, inputs and targets at random: what a step costs does not depend on them.
data::Table randomTable(std::size_t features, std::size_t outputs, std::size_t rows)
{
    data::Table table;
    table.features = features;
    data::Random random(1);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < features; ++i)
            table.inputs.push_back(static_cast<float>(random.uniform(-2, 2)));
        table.targets.push_back(static_cast<float>(random.below(std::max<std::size_t>(outputs, 2))));
    }
    return table;
}

data::Dataset datasetFor(const EngineBench& bench)
{
    data::Dataset data;
    const std::size_t outputs = bench.net.back();
    data.task = outputs == 1 ? data::Task::Regression : data::Task::Classification;
    data.classes = outputs == 1 ? 0 : outputs;
    data.train = data.test = randomTable(bench.net.front(), outputs, 8 * bench.batch);
    return data;
}

nn::TrainingSpec specFor(const EngineBench& bench)
{
    nn::TrainingSpec spec;
    for (std::size_t i = 1; i + 1 < bench.net.size(); ++i)
        spec.hidden.push_back({bench.net[i], bench.activation});
    spec.loss = nn::Loss::MeanSquared;
    spec.optimizer = bench.optimizer;
    spec.learningRate = 1e-4;  // so small that no activation leaves its range however long it is measured
    spec.batch = bench.batch;
    return spec;
}

/// Steps a second, over as many as fit in a turn.
double measure(nn::Engine& engine, nn::Batches& batches)
{
    using Clock = std::chrono::steady_clock;
    std::size_t steps = 0;
    std::chrono::duration<double> taken{};
    const auto start = Clock::now();
    do {
        for (int i = 0; i < 20; ++i, ++steps) {
            if (batches.empty())
                batches.startEpoch();
            engine.step(batches.next());
        }
        taken = Clock::now() - start;
    } while (taken.count() < kSecondsEach);
    return static_cast<double>(steps) / taken.count();
}

Speed speedOf(std::vector<double> rates)
{
    std::ranges::sort(rates);
    return {rates[rates.size() / 2], rates.front(), rates.back()};
}

}  // namespace

EngineSpeeds measureEngines(const EngineBench& bench)
{
    const data::Dataset data = datasetFor(bench);
    const nn::TrainingSpec spec = specFor(bench);
    const std::vector<float> parameters = nn::initialParameters(spec, data);
    std::vector<std::unique_ptr<nn::Engine>> engines;
    engines.push_back(nn::makeFusedEngine({spec, data}, parameters));
    if (const auto room = nn::torchRoom())
        engines.push_back((*room)->makeEngine({spec, data}, parameters));

    nn::Batches batches(data.train.rows(), spec.batch, spec.seed);
    std::vector<std::vector<double>> rates(engines.size());
    for (std::size_t round = 0; round <= kRounds; ++round)
        for (std::size_t i = 0; i < engines.size(); ++i) {
            const double rate = measure(*engines[i], batches);
            if (round > 0)  // the first one warms up
                rates[i].push_back(rate);
        }
    EngineSpeeds speeds{speedOf(rates[0]), {}, {}};
    if (engines.size() == 1)
        return speeds;
    speeds.torch = speedOf(rates[1]);
    std::vector<double> ratios;
    for (std::size_t round = 0; round < kRounds; ++round)
        ratios.push_back(rates[0][round] / rates[1][round]);
    speeds.ratio = speedOf(ratios);
    return speeds;
}

}  // namespace actlab::cli
