#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "app/models/training_session.hpp"

namespace actlab::models {

struct TrainingScript {
    std::size_t divergesAt = 0;  ///< epoch; 0: never
    std::size_t throwsAt = 0;    ///< likewise
    double suggestedLearningRate = 0.03;
};

/// Stands for nn::train: obeys the commands, posts an epoch a millisecond, learns nothing. Thread-safe.
class ScriptedTraining {
public:
    explicit ScriptedTraining(TrainingScript script = {}) : m_shared(std::make_shared<Shared>(script)) {}

    TrainingSession::Train train() const;
    /// Of all runs so far.
    std::vector<nn::TrainingSpec> specs() const;
    std::vector<double> learningRatesHeard() const;
    int runsEnded() const;

private:
    struct Shared {
        explicit Shared(TrainingScript toFollow) : script(toFollow) {}
        const TrainingScript script;
        std::mutex mutex;
        std::vector<nn::TrainingSpec> specs;
        std::vector<double> learningRates;
        int ended = 0;

        void note(const auto& what)
        {
            const std::scoped_lock lock(mutex);
            what();
        }
    };
    static nn::Outcome run(Shared& shared, const nn::TrainingSpec& spec, std::stop_token stop, nn::Commands& commands,
                           nn::Observer& observer);
    static void obey(Shared& shared, const nn::Edit& edit, nn::TrainingSpec& spec, const data::Dataset& data,
                     const nn::RunPlace& place, nn::Observer& observer);
    std::shared_ptr<Shared> m_shared;
};

/// Lets the event loop turn until `isTrue`; false where it is not so after two seconds.
bool waitUntil(const std::function<bool()>& isTrue);
/// Lets the event loop turn for a fifth of a second; false as soon as `isTrue` is not.
bool staysTrue(const std::function<bool()>& isTrue);

/// A small network on circle.
nn::TrainingSpec smallSpec();

}  // namespace actlab::models
