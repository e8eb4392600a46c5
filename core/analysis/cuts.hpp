#pragma once

#include <vector>

#include "core/activation/activation.hpp"
#include "core/analysis/breakpoints.hpp"
#include "core/analysis/switch_points.hpp"

namespace actlab::analysis {

/// A place where the outputs of a program may break. For each output: its limits and its value. Numbers that
/// differ by no more than rounding are made equal, so that == tells whether an output breaks.
struct Cut {
    double x = 0;
    std::vector<double> left, right, at;
    bool isSeam = false;  ///< value or slope differ by more than rounding and were made equal all the same

    bool isContinuous(std::size_t output) const;  ///< one finite limit; the value itself may be missing
};

struct Cuts {
    std::vector<Cut> list;  ///< ascending
    bool complete = true;
};

Cuts cutsOf(const std::vector<Switch>& switches, const kernel::Program& program,
            std::span<const activation::Parameter> parameters, Interval interval);
/// At places that were found before, in the same interval.
Cuts cutsOf(const SwitchPoints& points, const kernel::Program& program,
            std::span<const activation::Parameter> parameters, Interval interval);

/// The cuts of f, the true f′ and the true f″, and of more derivatives where `orders` exceeds 3.
Cuts trueCutsOf(const activation::Activation& activation, Interval interval, std::size_t orders = 3);

/// f and its true derivatives, as far as they can be had.
kernel::Program trueProgramOf(const activation::Activation& activation, std::size_t orders);

Join joinOf(const Cut& cut);
Breakpoints breakpointsOf(const Cuts& cuts, const activation::Activation& activation);

}  // namespace actlab::analysis
