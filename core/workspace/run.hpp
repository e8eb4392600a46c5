#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/exporting/network.hpp"
#include "core/nn/spec.hpp"
#include "core/nn/train.hpp"

namespace actlab::workspace {

/// A finished run: what was trained, how it went, and what came of it.
struct Run {
    std::string name;
    nn::TrainingSpec spec;
    std::vector<nn::EpochMetrics> history;  ///< of a run that diverged, the last is nn::lostEpoch()
    std::string outcome;
    /// None where it is too large to keep, holds numbers that are not finite, or is unknown.
    std::shared_ptr<const exporting::Network> network = {};
    std::vector<nn::Mark> marks = {};  ///< what was edited while it went on; `spec` is what it was edited to
    std::size_t number = 0;            ///< tells it from the others of its document while older ones go; is not saved
    std::string note = {};
    bool isBaseline = false;                  ///< the others of its document are measured against it
    std::optional<std::size_t> session = {};  ///< which run of the window's it is; is not saved
    std::optional<std::size_t> colour = {};   ///< its place among the colours of curves, where its own are drawn
};

inline constexpr std::size_t kMostEpochsKept = 1000;        ///< of one run in a document
inline constexpr std::size_t kMostMarksKept = 200;          ///< of one run in a document, the latest
inline constexpr std::size_t kMostNumbersKept = 1'000'000;  ///< of one network in a document

bool hasDiverged(const Run& run);

/// "Spiral"; a table goes by its file, a formula by itself.
std::string dataName(const data::DataSpec& data);

/// "Spiral 8·8 Tanh": what was trained, short enough for a list. An activation is named after the last of
/// the layers in a row that have it; extrasOf() its layers comes last.
std::string runName(const nn::TrainingSpec& spec);

/// ", batch norm, residual in layer 3": what layers have beside their activation, and which where not all do that
/// could; empty where none has anything.
std::string extrasOf(std::span<const nn::Layer> hidden);

/// The history as a document keeps it: the first and the last epoch, and at even distances between them so
/// many that there are at most `most` (at least 2).
std::vector<nn::EpochMetrics> thinned(const std::vector<nn::EpochMetrics>& history, std::size_t most);

/// Its network goes by that name too.
void setName(Run& run, const std::string& name);

/// A run that has ended, or as it stands, as a document keeps it.
Run makeRun(const nn::TrainingSpec& spec, const std::vector<nn::EpochMetrics>& history, const nn::Outcome& outcome);

}  // namespace actlab::workspace
