#include "core/nn/train.hpp"

#include "core/nn/batches.hpp"
#include "core/nn/fused_engine.hpp"
#include "core/nn/memory.hpp"
#include "core/nn/torch_room.hpp"
#include "core/nn/train_with.hpp"
#include "core/nn/training_run.hpp"

#include "core/data/memory.hpp"

#include <cmath>
#include <exception>
#include <limits>

namespace actlab::nn {

namespace {

using MadeEngine = tl::expected<std::unique_ptr<Engine>, std::string>;

Outcome endedBefore(Ending ending, std::string why)
{
    Outcome outcome;
    outcome.ending = ending;
    outcome.message = std::move(why);
    return outcome;
}

Outcome failed(std::string why)
{
    return endedBefore(Ending::Failed, std::move(why));
}

MadeEngine makeSafely(const EngineFactory& makeEngine, const Problem& problem, std::vector<float> parameters)
{
    try {
        return makeEngine(problem, std::move(parameters));
    } catch (const std::exception& error) {
        return tl::unexpected("The network cannot be built: " + std::string(error.what()));
    }
}

bool needsTorch(const TrainingSpec& spec)
{
    return spec.engine == EngineChoice::Torch || spec.optimizer == Optimizer::Lbfgs;
}

MadeEngine makeTorchEngine(const Problem& problem, std::vector<float> parameters)
{
    return torchRoom().map([&](TorchRoom* room) { return room->makeEngine(problem, std::move(parameters)); });
}

MadeEngine makeFusedEngineIn(std::optional<std::size_t> freeMemory, const Problem& problem,
                             std::vector<float> parameters, std::function<bool()> isOver)
{
    const Layout layout = layoutOf(problem.spec, problem.data);
    const std::size_t batch = mostRowsInABatch(problem.spec, problem.data.train.rows());
    const std::size_t needed = bytesToTrain(layout, batch);
    const bool isOfBatch = needed > bytesToTrain(layout, 1);
    const std::string remedy =
        isOfBatch ? "smaller batches, or fewer or narrower layers" : "fewer or narrower layers";
    if (const auto complaint = complaintAboutMemory(needed, freeMemory.value_or(needed), remedy))
        return tl::unexpected(*complaint);
    return makeFusedEngine(problem, std::move(parameters), std::move(isOver));
}

}  // namespace

EpochMetrics lostEpoch(std::span<const EpochMetrics> history, std::size_t learned, const Outcome& outcome)
{
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    constexpr auto kNothing = std::numeric_limits<float>::quiet_NaN();
    return {history.empty() ? 0 : history.back().epoch + 1,
            kNone,
            kNone,
            kNone,
            kNone,
            outcome.seconds,
            std::vector<LearnedValue>(learned, {kNothing, kNothing, kNothing}),
            outcome.steps,
            history.empty() ? 0 : history.back().learningRate};
}

void endHistory(std::vector<EpochMetrics>& history, std::span<const Layer> hidden, const Outcome& outcome)
{
    if (outcome.ending == Ending::Diverged && !history.empty() && std::isfinite(history.back().trainLoss))
        history.push_back(lostEpoch(history, learnedParameters(hidden).size(), outcome));
}

Outcome trainWith(const EngineFactory& makeEngine, const TrainingSpec& spec, std::stop_token stop, Commands& commands,
                  Observer& observer)
{
    if (const auto error = validate(spec))
        return failed(error->message);
    const auto isOver = [&stop, &commands] { return stop.stop_requested() || commands.isStopped(); };
    auto loaded = data::load(spec.data, isOver);
    if (!loaded)
        return isOver() ? endedBefore(Ending::Stopped, "stopped while the data was read")
                        : failed(loaded.error().message);
    const auto data = std::make_shared<const data::Dataset>(std::move(*loaded));
    std::vector<float> parameters = initialParameters(spec, *data);
    MadeEngine engine = makeSafely(makeEngine, {spec, *data}, parameters);
    if (!engine)
        return failed(engine.error());
    TrainingRun run(spec, data, std::move(*engine), std::move(parameters), {std::move(stop), commands, observer});
    return run.run();
}

Outcome train(const TrainingSpec& spec, std::stop_token stop, Commands& commands, Observer& observer)
{
    const auto isOver = [stop, &commands] { return stop.stop_requested() || commands.isStopped(); };
    const auto makeEngine = [&](const Problem& problem, std::vector<float> parameters) {
        return needsTorch(spec) ? makeTorchEngine(problem, std::move(parameters))
                                : makeFusedEngineIn(data::freeMemory(), problem, std::move(parameters), isOver);
    };
    return trainWith(makeEngine, spec, stop, commands, observer);
}

}  // namespace actlab::nn
