#include "core/analysis/cuts.hpp"
#include "core/analysis/facts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actlab::analysis {

namespace {

constexpr std::size_t kNodes = 16;

/// Gauss-Legendre on [-1, 1]: the roots of the Legendre polynomial by Newton's method, and their weights.
struct Rule {
    std::array<double, kNodes> node{}, weight{};

    Rule()
    {
        for (std::size_t i = 0; i < kNodes; ++i) {
            double x = std::cos(std::numbers::pi * (static_cast<double>(i) + 0.75) / (kNodes + 0.5));
            for (int round = 0; round < 10; ++round)
                x -= std::legendre(kNodes, x) / slope(x);
            node[i] = x;
            weight[i] = 2 / ((1 - x * x) * slope(x) * slope(x));
        }
    }

    static double slope(double x)
    {
        return kNodes * (x * std::legendre(kNodes, x) - std::legendre(kNodes - 1, x)) / (x * x - 1);
    }
};

/// Quarter steps over [-12, 12], and every cut: between two neighbours the function is smooth.
std::vector<double> panelEdges(const activation::Activation& activation)
{
    constexpr Interval kMass{-12, 12};
    std::vector<double> edges;
    for (double x = kMass.low; x <= kMass.high; x += 0.25)
        edges.push_back(x);
    for (const auto& point : findBreakpoints(activation, kMass).points)
        edges.push_back(point.x);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

}  // namespace

double initGain(const activation::Activation& activation)
{
    static const Rule rule;
    const auto edges = panelEdges(activation);
    std::vector<double> z, weight;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        for (std::size_t k = 0; k < kNodes; ++k) {
            const double half = (edges[i + 1] - edges[i]) / 2;
            z.push_back(edges[i] + half * (1 + rule.node[k]));
            weight.push_back(half * rule.weight[k]);
        }
    const auto f = activation.evaluate<double>(z, 0)[0];
    double meanSquare = 0;
    for (std::size_t i = 0; i < z.size(); ++i)
        meanSquare += weight[i] * f[i] * f[i] * std::exp(-z[i] * z[i] / 2);
    return 1 / std::sqrt(meanSquare / std::sqrt(2 * std::numbers::pi));
}

}  // namespace actlab::analysis
