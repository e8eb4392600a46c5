#pragma once

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

#include "core/analysis/interval.hpp"
#include "core/nn/spec.hpp"

namespace actlab::nn {

/// Where a hidden layer's activation is met: what its units hand to it for the rows of a table (its pre-activations).
struct LayerUse {
    /// With what it has learned by now; the mean of its channels where each has a value of its own.
    activation::ActivationPtr activation;
    analysis::Interval range{-1, 1};  ///< that holds all that are finite
    std::vector<std::size_t> counts;  ///< how many of them lie in each of as many equal parts of the range
    std::size_t units = 0;
    std::vector<std::size_t> deadUnits;  ///< from 0; dead: with a gradient of 0 for every row
    std::size_t values = 0;              ///< rows × units
    /// Share of values whose gradient is below a hundredth of the greatest that the layer meets.
    double saturated = 0;
    std::vector<double> saturatedOfUnits;  ///< the same of each unit's values
    /// Between two places where the formula changes its mind: how large a share of the values lies there.
    struct Piece {
        double from = 0, to = 0;
        double share = 0;
        std::vector<double> shareOfUnits = {};  ///< how large a share of each unit's values
    };
    std::vector<Piece> pieces;  ///< ascending, from −∞ to ∞; one where there are no such places
};

inline constexpr std::size_t kUseBins = 48;

/// A unit and how large a share of its values lies somewhere.
struct UnitShare {
    std::size_t unit = 0;  ///< from 0
    double share = 0;
    bool operator==(const UnitShare&) const = default;
};
/// The units more than half of whose values lie there, the greatest share first; `shares` by unit.
std::vector<UnitShare> unitsMostlyThere(std::span<const double> shares);

/// One for each hidden layer, from at most `mostRows` of the training table (fewer where the network is large).
/// `parameters` by layoutOf(spec, data). Empty where it was stopped, or they do not fit.
std::vector<LayerUse> layerUses(const TrainingSpec& spec, const data::Dataset& data,
                                std::span<const float> parameters, std::size_t mostRows,
                                const std::stop_token& stop = {});

}  // namespace actlab::nn
