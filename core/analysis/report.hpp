#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/analysis/character.hpp"
#include "core/analysis/cost.hpp"
#include "core/analysis/deep_network.hpp"
#include "core/analysis/facts.hpp"
#include "core/analysis/gradient_check.hpp"
#include "core/analysis/known_as.hpp"
#include "core/analysis/smoothness.hpp"
#include "core/analysis/stability.hpp"

namespace actlab::analysis {

/// Everything that is checked about one activation.
struct Report {
    std::optional<Interval> interval;  ///< where it was looked; nullopt: everywhere
    Facts facts;
    Smoothness smoothness;  ///< in the interval
    Character character;
    GradientCheck gradient;         ///< of the one used in training
    GradientCheck derivative;       ///< of the true one
    std::vector<Interval> differs;  ///< where the author's own gradient is not the true one
    std::vector<Instability> stability;
    double gain = 0;  ///< of the deep network: the init gain, or 1 where there is none
    DeepNetwork deep;
    std::vector<FamilyMember> sameAs;  ///< nearest first; copies have a distance below kCopy
    Cost cost;
    std::optional<std::string> obstacle;  ///< why it cannot train, as a sentence
};

/// Whether nothing can be trained because of it: float32 fails where nearly all inputs of a layer lie.
bool isFatal(const Instability& found);

/// `interval` is where breaks are looked for and where known functions are compared; nullopt: the whole line for
/// the ones, kKnownOver for the others. Asked to stop, it ends within a step (some 20 ms); the report is then of no
/// use.
Report checkActivation(const activation::Activation& activation, std::optional<Interval> interval = std::nullopt,
                       const std::stop_token& stop = {});

}  // namespace actlab::analysis
