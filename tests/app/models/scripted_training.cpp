#include "tests/app/models/scripted_training.hpp"

#include "core/activation/catalogue.hpp"
#include "core/nn/edited_network.hpp"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace actlab::models {

namespace {

nn::EpochMetrics metricsAt(std::size_t epoch)
{
    const double share = 1.0 / (1.0 + static_cast<double>(epoch));
    return {epoch, share, 1.1 * share, 1 - share / 2, 0.9 - share / 2, 0.001 * static_cast<double>(epoch)};
}

std::shared_ptr<const nn::Picture> pictureAt(std::size_t epoch, const data::Dataset& data,
                                             const nn::TrainingSpec& spec)
{
    auto picture = std::make_shared<nn::Picture>();
    picture->epoch = epoch;
    picture->spec = std::make_shared<const nn::TrainingSpec>(spec);
    picture->width = 10;
    picture->height = data.train.features == 2 ? 10 : 1;
    picture->values.assign(picture->width * picture->height, 0.5F);
    if (data.imageWidth > 0)
        picture->testAnswers.assign(data.test.rows(), 3);
    return picture;
}

nn::Outcome ended(nn::Ending ending, std::size_t epoch)
{
    nn::Outcome outcome;
    outcome.ending = ending;
    outcome.message = "It is over.";
    outcome.epochs = epoch;
    return outcome;
}

nn::Outcome diverged(std::size_t epoch, double suggestedLearningRate)
{
    nn::Outcome outcome = ended(nn::Ending::Diverged, epoch);
    outcome.message = "Diverged at step 57: the loss became NaN.";
    outcome.suggestedLearningRate = suggestedLearningRate;
    return outcome;
}

void post(nn::Observer& observer, std::size_t epoch, const data::Dataset& data, const nn::TrainingSpec& spec)
{
    nn::EpochMetrics metrics = metricsAt(epoch);
    const auto value = static_cast<float>(metrics.trainLoss);
    metrics.learned.assign(nn::learnedParameters(spec.hidden).size(), {value, value - 1, value + 1});
    observer.epochDone(metrics);
    observer.pictureTaken(pictureAt(epoch, data, spec));
}

void turn()
{
    QCoreApplication::processEvents();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace

TrainingSession::Train ScriptedTraining::train() const
{
    return [shared = m_shared](const auto& spec, std::stop_token stop, auto& commands, auto& observer) {
        const nn::Outcome outcome = run(*shared, spec, stop, commands, observer);
        shared->note([&] { ++shared->ended; });
        return outcome;
    };
}

nn::Outcome ScriptedTraining::run(Shared& shared, const nn::TrainingSpec& spec, std::stop_token stop,
                                  nn::Commands& commands, nn::Observer& observer)
{
    shared.note([&] { shared.specs.push_back(spec); });
    const auto data = std::make_shared<const data::Dataset>(data::load(spec.data).value());
    observer.started(data, "scripted");
    nn::TrainingSpec now = spec;
    post(observer, 0, *data, now);
    for (std::size_t epoch = 1; epoch <= spec.epochs; ++epoch) {
        const nn::Commands::Taken taken = commands.take(stop);
        if (taken.stopped || stop.stop_requested())
            return ended(nn::Ending::Stopped, epoch - 1);
        for (const nn::Edit& edit : taken.edits)
            obey(shared, edit, now, *data, {epoch - 1, epoch - 1, static_cast<double>(epoch)}, observer);
        if (epoch == shared.script.throwsAt)
            throw std::runtime_error("the disk is full");
        if (epoch == shared.script.divergesAt)
            return diverged(epoch, shared.script.suggestedLearningRate);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        post(observer, epoch, *data, now);
    }
    return ended(nn::Ending::Finished, spec.epochs);
}

void ScriptedTraining::obey(Shared& shared, const nn::Edit& edit, nn::TrainingSpec& spec, const data::Dataset& data,
                            const nn::RunPlace& place, nn::Observer& observer)
{
    if (const auto* rate = std::get_if<nn::LearningRateEdit>(&edit))
        shared.note([&] { shared.learningRates.push_back(rate->rate); });
    auto next = nn::editedNetwork({spec, data}, nn::initialParameters(spec, data), edit);
    if (!next)
        return;
    spec = next->spec;
    for (nn::Mark& mark : next->marks)
        mark.at = mark.until = place;
    observer.edited(next->marks, std::make_shared<const nn::TrainingSpec>(spec));
}

std::vector<nn::TrainingSpec> ScriptedTraining::specs() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->specs;
}

std::vector<double> ScriptedTraining::learningRatesHeard() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->learningRates;
}

int ScriptedTraining::runsEnded() const
{
    const std::scoped_lock lock(m_shared->mutex);
    return m_shared->ended;
}

bool waitUntil(const std::function<bool()>& isTrue)
{
    for (const QDeadlineTimer deadline(2000); !isTrue() && !deadline.hasExpired();)
        turn();
    return isTrue();
}

bool staysTrue(const std::function<bool()>& isTrue)
{
    for (const QDeadlineTimer deadline(200); isTrue() && !deadline.hasExpired();)
        turn();
    return isTrue();
}

nn::TrainingSpec smallSpec()
{
    nn::TrainingSpec spec;
    spec.data.name = "circle";
    spec.hidden = {{4, activation::findInCatalogue("tanh")}};
    spec.epochs = 100'000;
    return spec;
}

}  // namespace actlab::models
