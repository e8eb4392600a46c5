#include "core/analysis/gaussian.hpp"

#include "core/analysis/switch_points.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actlab::analysis {

namespace {

constexpr std::size_t kNodes = 16;
constexpr double kTail = 12;  // in standard deviations

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

/// Quarters of a standard deviation, and every break: between two neighbours the function is smooth.
std::vector<double> panelEdges(const std::vector<double>& breaks, double deviation)
{
    std::vector<double> edges;
    for (double z = -kTail; z <= kTail; z += 0.25)
        edges.push_back(z);
    for (const double x : breaks)
        if (std::abs(x) < kTail * deviation)
            edges.push_back(x / deviation);
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// Places z and their weights under the normal density.
struct Nodes {
    std::vector<double> z, weight;

    explicit Nodes(const std::vector<double>& edges)
    {
        static const Rule rule;
        const double density = 1 / std::sqrt(2 * std::numbers::pi);
        for (std::size_t i = 0; i + 1 < edges.size(); ++i)
            for (std::size_t k = 0; k < kNodes; ++k) {
                const double half = (edges[i + 1] - edges[i]) / 2;
                z.push_back(edges[i] + half * (1 + rule.node[k]));
                weight.push_back(half * rule.weight[k] * density * std::exp(-z.back() * z.back() / 2));
            }
    }
};

std::vector<double> breaksOf(const activation::Activation& activation)
{
    constexpr Interval kWide{-1000, 1000};
    std::vector<Switch> switches = switchesOf(activation.value());
    const auto more = switchesOf(activation.derivative());
    switches.insert(switches.end(), more.begin(), more.end());
    return switchPoints(switches, activation.parameters(), kWide).x;
}

}  // namespace

GaussianMoments::GaussianMoments(const activation::Activation& activation)
    : m_activation(activation), m_breaks(breaksOf(activation))
{
}

GaussianMoments::Moments GaussianMoments::at(double variance) const
{
    constexpr double kSaturated = 0.01;
    const double deviation = std::sqrt(variance);
    const Nodes nodes(panelEdges(m_breaks, deviation));
    std::vector<double> h;
    for (const double z : nodes.z)
        h.push_back(deviation * z);
    const auto y = m_activation.evaluate<double>(h, 1);
    Moments moments;
    for (std::size_t i = 0; i < h.size(); ++i) {
        const double weight = nodes.weight[i], f = y[0][i], slope = y[1][i];
        moments.mean += weight * f;
        moments.square += weight * f * f;
        moments.slopeSquare += weight * slope * slope;
        moments.dead += slope == 0 ? weight : 0;
        moments.saturated += std::abs(slope) < kSaturated ? weight : 0;
    }
    return moments;
}

}  // namespace actlab::analysis
