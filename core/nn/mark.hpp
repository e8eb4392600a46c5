#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace actlab::nn {

/// Where a run stands: after so many whole epochs, steps and seconds of training.
struct RunPlace {
    std::size_t epoch = 0, step = 0;
    double seconds = 0;
    bool operator==(const RunPlace&) const = default;
};

enum class MarkKind { LearningRate, Activation, Formula, Parameter, Frozen, Weight };

/// An edit that a run has taken over while it went on.
struct Mark {
    MarkKind kind = MarkKind::LearningRate;
    std::optional<std::size_t> layer = {};  ///< from 0; the one after the hidden layers gives the outputs
    std::string what = {};                  ///< a parameter's name; "unit 3, input 2"; whose formula it is
    std::string from = {}, to = {};         ///< as a person reads them
    RunPlace at = {};                       ///< where it was taken over
    RunPlace until = {};                    ///< where the last of a drag was; otherwise the same
    bool operator==(const Mark&) const = default;
};

/// Whether the network answers otherwise from then on; a learning rate or a frozen layer changes what it learns only.
bool changesAnswers(const Mark& mark);

/// "layer 1: Tanh → GELU", "learning rate 0.01 → 0.003", "layer 2: alpha 0.1 → 0.25", "layer 1 frozen".
std::string sentence(const Mark& mark);

/// Appends it, or lengthens the mark of a drag that it goes on: of the same thing, less than a second of training
/// before. What is taken back goes where no step was trained with it, and else has a mark of its own.
void addMark(std::vector<Mark>& marks, Mark mark);

}  // namespace actlab::nn
