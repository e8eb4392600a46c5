#pragma once

#include <span>

#include "app/cli/json_output.hpp"

#include "core/nn/train.hpp"

namespace actlab::cli {

/// How many numbers of the network are learned; 0 where it ended before there was one.
std::size_t learnableCount(const nn::TrainingSpec& spec, const nn::Outcome& outcome);

/// What a run has learned beside its weights, as it is at the end; empty where that is nothing.
Json learnedAsJson(const nn::TrainingSpec& spec, const nn::Outcome& outcome);
/// The same against the epochs: lists in the place of values.
Json learnedHistoryAsJson(const nn::TrainingSpec& spec, std::span<const nn::EpochMetrics> history);
/// "learned   a = 0.31 in layer 1", one line each.
void printLearned(const nn::TrainingSpec& spec, const nn::Outcome& outcome);

}  // namespace actlab::cli
