#pragma once

#include <algorithm>
#include <functional>
#include <random>
#include <vector>

#include "core/analysis/point.hpp"

namespace actlab::analysis {

/// A function as a hand draws it: samples that run to and fro from left to right, off by `tremble`.
inline std::vector<Point> drawn(const std::function<double(double)>& f, double low, double high, double tremble,
                                unsigned seed = 1)
{
    constexpr int kSamples = 300;
    std::mt19937 random(seed);
    std::normal_distribution<double> off(0, 1);
    std::vector<Point> points;
    for (int i = 0; i < kSamples; ++i) {
        const double way = low + (high - low) * i / (kSamples - 1);
        const double x = std::clamp(way + 0.01 * (high - low) * off(random), low, high);
        points.push_back({x, f(x) + tremble * off(random)});
    }
    return points;
}

}  // namespace actlab::analysis
