#pragma once

#include <QString>

#include "core/workspace/document.hpp"

namespace actlab::models {

inline constexpr std::size_t kMostEpochsKept = 1000;  ///< of one run in a document
inline constexpr std::size_t kMostRunsKept = 50;

/// "Spiral 8·8 Tanh": what was trained, short enough for a list. An activation is named after the last of
/// the layers in a row that have it.
QString runName(const nn::TrainingSpec& spec);

/// The history as a document keeps it: the first and the last epoch, and at even distances between them so
/// many that there are at most `most` (at least 2).
std::vector<nn::EpochMetrics> thinned(const std::vector<nn::EpochMetrics>& history, std::size_t most);

/// A run that has ended, as a document keeps it.
workspace::Run makeRun(const nn::TrainingSpec& spec, const std::vector<nn::EpochMetrics>& history,
                       const nn::Outcome& outcome);

/// Appends the run, and drops the oldest of more than kMostRunsKept.
void addRun(workspace::Document& document, workspace::Run run);

}  // namespace actlab::models
