#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::nn {

/// What units answer with for some rows, unit after unit.
struct Panel {
    Panel(std::size_t theUnits, std::size_t theRows) : units(theUnits), rows(theRows), values(theUnits * theRows) {}

    std::size_t units, rows;
    std::vector<float> values;
    std::span<float> unit(std::size_t i) { return std::span(values).subspan(i * rows, rows); }
    std::span<const float> unit(std::size_t i) const { return std::span(values).subspan(i * rows, rows); }
};

/// The first `rows` of a row-major table as a panel with a unit a feature.
Panel inputPanel(std::span<const float> inputs, std::size_t features, std::size_t rows);

/// How many rows of the training table may be looked at beside a training: fewer where the network is large.
std::size_t rowsToLookAt(const Layout& layout, const data::Dataset& data, std::size_t mostRows);

/// What the units of a layer hand to its activation; `parameters` by the layout that `layer` is of. Batch
/// normalisation is by its running numbers.
Panel preActivations(const Layout::Dense& layer, std::span<const float> parameters, const Panel& inputs);

/// What a hidden layer hands on: what its activation has made of `inputs`, and they themselves by a residual link.
Panel handedOn(const Layout::Dense& layer, Panel values, const Panel& inputs);

/// The activation of a hidden layer with what it has learned, one for each unit where each has values of its own.
class LearnedActivation {
public:
    LearnedActivation(activation::ActivationPtr activation, const Layout& layout, std::size_t layer,
                      std::span<const float> parameters);

    /// The mean over the units.
    activation::ActivationPtr atMean() const;

    /// Of every pre-activation.
    struct Curves {
        Panel values, slopes;
    };
    Curves evaluate(const Panel& preActivations) const;

private:
    struct Value {
        std::string name;
        std::vector<float> ofUnits;  ///< one where all have the same
    };
    bool hasChannels() const;
    activation::ActivationPtr ofUnit(std::size_t unit) const;

    activation::ActivationPtr m_activation;
    std::vector<Value> m_values;
};

}  // namespace actlab::nn
