#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/nn/paired.hpp"
#include "core/nn/train.hpp"

namespace actlab::nn {

inline constexpr std::size_t kMostRunners = 8, kMostRaceSeeds = 1000;
inline constexpr double kRateFactors[] = {0.1, 0.3, 1, 3, 10};

/// Activations on the same task. For each seed, all start from the same weights and see the same data and batches.
struct RaceSpec {
    /// But for the activations of its layers. Init::Auto, which scales the weights for each activation, is Xavier
    /// here: the same for all.
    TrainingSpec training;
    std::vector<activation::ActivationPtr> runners;  ///< one for all hidden layers of its network
    std::size_t seeds = 5;                           ///< training.seed and those that follow, of the data as well
    /// Each has the best of kRateFactors times training's learning rate, found with the seed after the last one of
    /// the race: the same budget for all.
    bool tunesRate = false;
};

/// The first thing that is wrong with a race, as field and sentence.
std::optional<data::Error> validate(const RaceSpec& race);

struct RaceRun {
    std::uint64_t seed = 0;
    Ending ending = Ending::Finished;
    std::string message;
    std::size_t epochs = 0;
    double seconds = 0;
    EpochMetrics last;
    struct Epoch {
        float testLoss = 0, testAccuracy = 0;
    };
    std::vector<Epoch> course = {};  ///< from epoch 0 on
    bool isCounted() const;          ///< it came to an end and has numbers: not diverged, stopped or failed
};

/// What decides a race: the epochs to the target where there is one (a run that missed it counts all it had), else
/// the loss on the test rows for values and their accuracy for classes.
enum class Measure { Accuracy, Loss, Epochs };

struct Standing {
    activation::ActivationPtr activation;
    double learningRate = 0;
    std::vector<RaceRun> runs;      ///< by seed
    std::size_t counted = 0;        ///< runs that the summaries are of
    Summary loss, accuracy;         ///< on the test rows at the end; R² for values
    std::optional<Summary> epochs;  ///< to the target, of the runs that reached it; nullopt where none did
    std::size_t reached = 0;        ///< how many that are
    /// By how much it is better than the first of the race, seed by seed, with 95 % confidence for this comparison
    /// alone; nullopt for the first itself, and where no seed has both.
    std::optional<Difference> ahead;
};

struct RaceResult {
    std::vector<Standing> standings;  ///< in the order of the runners
    Measure measure = Measure::Accuracy;
    bool isOverValues = false;           ///< regression
    bool isStopped = false;              ///< before it was over
    std::vector<std::string> aboutData;  ///< describe() of the first seed's
    std::string verdict;                 ///< one sentence on who is ahead, if that can be told
};

/// What the counted runs of a standing have in common: the mean over them.
struct CoursePoint {
    std::size_t epoch = 0;
    Summary measure;  ///< loss on the test rows of values, accuracy of classes
};
/// As far as all of them went.
std::vector<CoursePoint> meanCourse(const Standing& standing, bool isOverValues);

/// Called from the thread that races, before each run: how many are over, and of how many; and their results, whose
/// summaries conclude() works out.
using RaceWatcher = std::function<void(std::size_t over, std::size_t all, const RaceResult& soFar)>;

/// Whether the activations had different learning rates.
bool hasOwnRates(const RaceResult& result);

/// Works out summaries, comparisons and verdict from the runs that there are.
void conclude(RaceResult& result);

/// The race must be valid. Ends early, with what it has, when `commands` say stop.
RaceResult race(const RaceSpec& race, const std::stop_token& stop, Commands& commands, const RaceWatcher& watcher);

}  // namespace actlab::nn
