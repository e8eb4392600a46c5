#include "core/analysis/deep_network.hpp"

#include "core/analysis/gaussian.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <span>

namespace actlab::analysis {

namespace {

using activation::Activation;
using Matrix = Eigen::MatrixXf;

/// Numbers of mean 0 and variance 1 that are the same on every machine: std::normal_distribution is not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    float uniform()
    {
        const double share = static_cast<double>(m_engine() >> 11) * 0x1p-53;
        return static_cast<float>((2 * share - 1) * std::sqrt(3.0));
    }
    /// The sum of twelve uniform ones is as good as normal here.
    float normal()
    {
        float sum = 0;
        for (int i = 0; i < 12; ++i)
            sum += uniform();
        return sum / std::sqrt(12.0F);
    }

private:
    std::mt19937_64 m_engine;
};

Matrix normalMatrix(std::size_t rows, std::size_t columns, Dice& dice)
{
    return Matrix::NullaryExpr(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns),
                               [&dice] { return dice.normal(); });
}

double varianceOf(const Matrix& values)
{
    return values.cast<double>().squaredNorm() / static_cast<double>(values.size());
}

/// One random network: the signal runs forwards, then a gradient backwards.
class RandomNetwork {
public:
    RandomNetwork(const Activation& activation, const DeepSettings& settings)
        : m_activation(activation), m_settings(settings), m_dice(settings.seed)
    {
        const auto deviation = static_cast<float>(settings.gain / std::sqrt(static_cast<double>(settings.width)));
        const auto width = static_cast<Eigen::Index>(settings.width);
        for (std::size_t i = 0; i < settings.layers; ++i)
            m_weights.push_back(Matrix::NullaryExpr(width, width, [&] { return deviation * m_dice.uniform(); }));
    }

    std::vector<double> runForwards()
    {
        Matrix signal = normalMatrix(m_settings.width, m_settings.samples, m_dice);
        std::vector<double> variances{varianceOf(signal)};
        for (const Matrix& weights : m_weights) {
            signal = weights * activated(signal);
            variances.push_back(varianceOf(signal));
        }
        return variances;
    }

    std::vector<double> runBackwards()
    {
        Matrix gradient = normalMatrix(m_settings.width, m_settings.samples, m_dice);
        std::vector<double> variances{varianceOf(gradient)};
        for (std::size_t layer = m_weights.size(); layer-- > 0;) {
            gradient = (m_weights[layer].transpose() * gradient).cwiseProduct(m_slopes[layer]);
            variances.push_back(varianceOf(gradient));
        }
        std::ranges::reverse(variances);
        return variances;
    }

private:
    Matrix activated(const Matrix& signal)
    {
        const std::span x(signal.data(), static_cast<std::size_t>(signal.size()));
        const auto y = m_activation.evaluate<float>(x, 1);
        m_slopes.emplace_back(Eigen::Map<const Matrix>(y[1].data(), signal.rows(), signal.cols()));
        return Eigen::Map<const Matrix>(y[0].data(), signal.rows(), signal.cols());
    }

    const Activation& m_activation;
    const DeepSettings& m_settings;
    Dice m_dice;
    std::vector<Matrix> m_weights, m_slopes;
};

/// Two hundred-fold either way, in standard deviations, is what an optimiser can still make up for.
Fate fateOf(double first, double last)
{
    constexpr double kMost = 200.0 * 200.0;
    const double growth = last / first;
    if (!std::isfinite(growth) || growth > kMost)
        return Fate::Explodes;
    return growth < 1 / kMost ? Fate::Vanishes : Fate::Keeps;
}

void predict(const Activation& activation, const DeepSettings& settings, DeepNetwork& network)
{
    const GaussianMoments moments(activation);
    const double gain = settings.gain * settings.gain;
    std::vector<double> growth;
    auto& signal = network.signal.predicted;
    auto& gradient = network.gradient.predicted;
    signal.push_back(1);
    for (std::size_t i = 0; i < settings.layers; ++i) {
        const auto at = moments.at(signal.back());
        growth.push_back(gain * at.slopeSquare);
        signal.push_back(gain * at.square);
    }
    gradient.assign(settings.layers + 1, 1);
    for (std::size_t layer = settings.layers; layer-- > 0;)
        gradient[layer] = growth[layer] * gradient[layer + 1];
}

}  // namespace

DeepNetwork passThroughLayers(const Activation& activation, const DeepSettings& settings)
{
    DeepNetwork network;
    predict(activation, settings, network);
    RandomNetwork random(activation, settings);
    network.signal.measured = random.runForwards();
    network.gradient.measured = random.runBackwards();
    network.signal.fate = fateOf(network.signal.measured.front(), network.signal.measured.back());
    network.gradient.fate = fateOf(network.gradient.measured.back(), network.gradient.measured.front());
    return network;
}

std::string_view nameOf(Fate fate)
{
    constexpr std::array<std::string_view, 3> kNames{"vanishes", "keeps", "explodes"};
    return kNames[static_cast<std::size_t>(fate)];
}

}  // namespace actlab::analysis
