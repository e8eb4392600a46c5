#pragma once

#include <string>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/interval.hpp"
#include "core/nn/spec.hpp"
#include "core/workspace/run.hpp"

namespace actlab::workspace {

/// One activation drawn in Explore.
struct PlottedActivation {
    activation::ActivationPtr activation;
    bool operator==(const PlottedActivation&) const = default;
};

struct PlotSpec {
    std::vector<PlottedActivation> shown;  ///< the first one is the one whose parameters and facts are shown
    bool value = true, derivative = true, second = false;
    analysis::Interval x{-6, 6};
    analysis::Interval y{-2, 4};
    bool operator==(const PlotSpec&) const = default;
};

/// What is being composed, as text; may be wrong at any moment, and is kept all the same.
struct Draft {
    activation::Definition definition{"My activation", "{x < 0: 0.1*x, x < 1: x, 1}", "", {}};
    bool operator==(const Draft&) const = default;
};

/// Everything a .actlab file holds. A value: copy it, compare it, keep it for undo.
struct Document {
    std::vector<activation::ActivationPtr> custom;  ///< the person's own activations, by unique name
    PlotSpec plot;
    Draft draft;
    nn::TrainingSpec training;
    std::vector<Run> runs;
    std::size_t nextRun = 0;  ///< the number of the next run; is not saved
};

inline constexpr std::size_t kMostRunsKept = 50;
inline constexpr std::size_t kMostNumbersOfRuns = 2'000'000;
/// Appends the run under the next number, and under a name of its own where runName() is that of another, or puts it
/// in the place of what was kept of it before, with all that was said of that. Drops the oldest of more than
/// kMostRunsKept, and the weights of the oldest where all of them together are more than kMostNumbersOfRuns.
void addRun(Document& document, Run run);

/// The document a new window starts with.
Document initialDocument();

}  // namespace actlab::workspace
