#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/activation/catalogue.hpp"
#include "core/expr/parser.hpp"

namespace actlab::torch_room::testing {

/// An activation from text; a wrong formula fails the test by an exception.
inline activation::ActivationPtr activationOf(std::string formula, std::vector<activation::Parameter> parameters = {},
                                              std::string gradient = {})
{
    return activation::makeActivation({"test", std::move(formula), std::move(gradient), std::move(parameters)})
        .value();
}

inline std::vector<double> grid(double low, double high, std::size_t points)
{
    std::vector<double> x;
    for (std::size_t i = 0; i < points; ++i)
        x.push_back(low + (high - low) * static_cast<double>(i) / static_cast<double>(points - 1));
    return x;
}

/// |a − b| relative to the larger of 1 and |b|; 0 where both are NaN or the same infinity.
inline double errorBetween(double a, double b)
{
    if (a == b || (std::isnan(a) && std::isnan(b)))
        return 0;
    const double error = std::abs(a - b) / std::max(1.0, std::abs(b));
    return std::isnan(error) ? HUGE_VAL : error;
}

}  // namespace actlab::torch_room::testing
