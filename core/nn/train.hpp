#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/nn/edit.hpp"
#include "core/nn/learned.hpp"
#include "core/nn/mark.hpp"
#include "core/nn/spec.hpp"

namespace actlab::nn {

struct EpochMetrics {
    std::size_t epoch = 0;  ///< 0 is the untrained network
    double trainLoss = 0, testLoss = 0, trainAccuracy = 0, testAccuracy = 0;
    double seconds = 0;                      ///< of training since the start, pauses left out
    std::vector<LearnedValue> learned = {};  ///< in the order of learnedParameters()
    std::size_t steps = 0;                   ///< since the start
    double learningRate = 0;                 ///< of the steps that led here; before the first, of the first
    double gradientNorm = std::numeric_limits<double>::quiet_NaN();  ///< Engine's, of the epoch's last step
};

/// What the network answers over its input space, for the screen. Latest wins.
struct Picture {
    std::size_t epoch = 0;
    std::size_t width = 0, height = 0;  ///< height 1 for a curve over one input
    double low = -6, high = 6;          ///< the same range on both axes
    std::vector<float> values;          ///< row-major from (low, low); -1 … 1 for two classes, the class number
                                        ///< for more, the value for regression
    std::vector<float> parameters;      ///< the network at that moment, by the Layout of `spec`
    std::shared_ptr<const TrainingSpec> spec;  ///< with what was edited by then
    std::vector<std::uint16_t>
        testAnswers;  ///< the class answered to each test row, of a classification without a map
};

enum class Ending { Finished, ReachedTarget, OutOfPatience, Stopped, Diverged, Failed };

struct Outcome {
    Ending ending = Ending::Finished;
    std::string message;                ///< a sentence for the person
    std::size_t epochs = 0, steps = 0;  ///< the epoch in which it diverged is one
    std::size_t bestEpoch = 0;          ///< the first with the least test loss
    double seconds = 0;
    std::string engine;
    bool isWorse = false;                         ///< the training loss ended above where it began
    std::optional<double> suggestedLearningRate;  ///< where it diverged or is worse, and the rate may be to blame
    std::vector<float> parameters;                ///< the last good ones, by the Layout of `spec`
    std::shared_ptr<const TrainingSpec> spec;     ///< with all that was edited; none where it ended before it began
    std::vector<Mark> marks;                      ///< the edits it took, in their order
    std::shared_ptr<const data::Dataset> data;    ///< what it was trained on
};

/// What the history of a run that diverged ends with: every measure is NaN, in the epoch after the last one known.
EpochMetrics lostEpoch(std::span<const EpochMetrics> history, std::size_t learned, const Outcome& outcome);
/// Ends the history of a run of these layers that diverged with its lostEpoch(); any other stays as it is, and one
/// that has it already or was lost before its first epoch.
void endHistory(std::vector<EpochMetrics>& history, std::span<const Layer> hidden, const Outcome& outcome);

/// Called from the thread that trains.
class Observer {
public:
    virtual ~Observer() = default;
    virtual void started(std::shared_ptr<const data::Dataset>, const std::string& engine) = 0;
    virtual void epochDone(const EpochMetrics& metrics) = 0;
    /// At most `picturesPerSecond` times a second, and once at the end.
    virtual void pictureTaken(std::shared_ptr<const Picture> picture) = 0;
    /// Between two steps the run has become that of `now`: what was edited, one mark for each thing. Epochs told from
    /// here on are of this network.
    virtual void edited(std::span<const Mark> marks, std::shared_ptr<const TrainingSpec> now)
    {
        static_cast<void>(marks);
        static_cast<void>(now);
    }
    virtual double picturesPerSecond() const { return 0; }  ///< 0: none wanted
};

/// What a person may say while it trains. Thread-safe; read between two steps.
class Commands {
public:
    void pause();
    void resume();
    void step();  ///< while paused: on to the end of the epoch that is under way
    /// What makes no sense is ignored. Of edits of the same thing that the run has not taken yet, the newest counts.
    void edit(Edit edit);
    void stop();  ///< end the run and keep what it has

    struct Taken {
        bool paused = false;
        bool stepOnce = false;
        bool stopped = false;
        std::vector<Edit> edits;  ///< in the order in which their things were first edited
    };
    enum class WhilePaused { Wait, GoOn };
    bool isStopped();
    /// What is to be done now. While paused, Wait waits until something is said or `stop` is requested.
    /// Steps asked for in a row are taken one by one.
    Taken take(const std::stop_token& stop, WhilePaused whilePaused = WhilePaused::Wait);

private:
    void say(std::unique_lock<std::mutex> lock);

    std::atomic<bool> m_hasNews = false;  ///< so that between two steps nobody waits for a lock in vain
    std::mutex m_mutex;
    std::condition_variable_any m_said;
    bool m_paused = false;
    bool m_stopped = false;
    std::size_t m_steps = 0;
    std::vector<Edit> m_edits;
};

/// Trains and returns when it is over; knows nothing of threads. Answers a stop request within 100 ms.
Outcome train(const TrainingSpec& spec, std::stop_token stop, Commands& commands, Observer& observer);

}  // namespace actlab::nn
