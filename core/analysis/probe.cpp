#include "core/analysis/probe.hpp"

#include "core/analysis/interval.hpp"
#include "core/analysis/scalar_tape.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlab::analysis {

namespace {

constexpr double kDense = 20;

std::vector<double> places()
{
    std::vector<double> x;
    for (int i = -2000; i <= 2000; ++i)
        x.push_back(kDense * i / 2000);
    for (double far = kDense * 1.1; far < 1e6; far *= 1.1) {
        x.push_back(far);
        x.push_back(-far);
    }
    std::sort(x.begin(), x.end());
    return x;
}

}  // namespace

Probe::Probe(const activation::Activation& activation)
    : m_program(trueProgramOf(activation, 2)),
      m_parameters(activation.parameterValues()),
      m_cuts(trueCutsOf(activation, {-kDense, kDense}).list),
      m_x(places()),
      m_y(m_program.outputCount(), std::vector<double>(m_x.size()))
{
    std::vector<double*> outputs;
    for (auto& y : m_y)
        outputs.push_back(y.data());
    m_program.evaluate<double>(m_x, m_parameters, outputs);
}

double Probe::at(std::size_t output, double x) const
{
    return ScalarTape(m_program, m_parameters).at(x, output);
}

double Probe::extreme(std::size_t output, double sign) const
{
    double best = -kInfinity;
    std::size_t where = 0;
    for (std::size_t i = 0; i < m_x.size(); ++i)
        if (sign * m_y[output][i] > best) {
            best = sign * m_y[output][i];
            where = i;
        }
    best = std::max(best, peakNear(output, sign, where));
    for (const Cut& cut : m_cuts)
        for (const double y : {cut.left[output], cut.right[output]})
            best = std::isnan(y) ? best : std::max(best, sign * y);
    for (const double direction : {-1, 1})
        best = std::max(best, extremeFarOut(direction, output, sign, best));
    return best;
}

/// Golden-section search between the neighbours of a sample.
double Probe::peakNear(std::size_t output, double sign, std::size_t index) const
{
    constexpr double kGolden = 0.6180339887498949;
    double low = m_x[index > 0 ? index - 1 : 0], high = m_x[std::min(index + 1, m_x.size() - 1)];
    double best = -kInfinity;
    for (int i = 0; i < 60; ++i) {
        const double a = high - kGolden * (high - low), b = low + kGolden * (high - low);
        const double atA = sign * at(output, a), atB = sign * at(output, b);
        best = std::max({best, std::isnan(atA) ? best : atA, std::isnan(atB) ? best : atB});
        (atA > atB ? high : low) = atA > atB ? b : a;
    }
    return best;
}

/// Looks at 10¹, 10², 10⁴, … 10¹²⁸: whatever grows without bound, even a logarithm, grows there by ever more.
double Probe::extremeFarOut(double direction, std::size_t output, double sign, double extreme) const
{
    std::array<double, 8> highest{};
    for (std::size_t j = 0; j < highest.size(); ++j) {
        highest[j] = -kInfinity;
        for (double factor = 1; factor < 2; factor += 0.1) {
            const double y = sign * at(output, direction * factor * std::pow(10.0, std::exp2(j)));
            highest[j] = std::isnan(y) ? highest[j] : std::max(highest[j], y);
        }
        if (highest[j] == kInfinity)
            return kInfinity;
    }
    const double last = highest[7] - highest[6], before = highest[6] - highest[5];
    const bool grows = last > 0 && last >= 0.9 * before && highest[7] > extreme + 0.1 * std::abs(extreme);
    return grows ? kInfinity : *std::max_element(highest.begin(), highest.end());
}

std::vector<double> Probe::valuesInOrder() const
{
    std::vector<double> values;
    auto cut = m_cuts.begin();
    for (std::size_t i = 0; i < m_x.size(); ++i) {
        for (; cut != m_cuts.end() && cut->x <= m_x[i]; ++cut)
            values.insert(values.end(), {cut->left[0], cut->at[0], cut->right[0]});
        values.push_back(m_y[0][i]);
    }
    values.erase(std::remove_if(values.begin(), values.end(), [](double y) { return std::isnan(y); }), values.end());
    return values;
}

bool Probe::isMonotonic() const
{
    const auto values = valuesInOrder();
    bool rises = true, falls = true;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double size = std::max(std::abs(values[i]), std::abs(values[i - 1]));
        const double rounding = std::isfinite(size) ? 1e-13 * size : 0;
        rises = rises && values[i] >= values[i - 1] - rounding;
        falls = falls && values[i] <= values[i - 1] + rounding;
    }
    return rises || falls;
}

}  // namespace actlab::analysis
