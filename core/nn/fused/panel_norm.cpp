#include "core/nn/fused/panel_norm.hpp"

#include "core/nn/batch_norm.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::nn::fused {

PanelNorm::PanelNorm(const Layout::Dense& dense, bool isFrozen, std::size_t mostLanes, Arena& arena)
    : m_norm(*dense.norm),
      m_bias(dense.bias),
      m_units(dense.out),
      m_isFrozen(isFrozen),
      m_normalised(arena.take(dense.out * mostLanes)),
      m_mean(arena.take(dense.out)),
      m_variance(arena.take(dense.out)),
      m_inverse(arena.take(dense.out))
{
}

void PanelNorm::answer(std::span<const float> parameters, float* z, PanelPart part) const
{
    for (std::size_t unit = part.first; unit < part.first + part.channels; ++unit) {
        const float mean = parameters[m_norm.mean + unit], bias = parameters[m_bias + unit];
        const float deviation = std::sqrt(parameters[m_norm.variance + unit] + static_cast<float>(kNormEpsilon));
        const float factor = parameters[m_norm.scale + unit] / deviation;
        float* row = z + unit * part.lanes;
        for (std::size_t lane = 0; lane < part.lanes; ++lane)
            row[lane] = (row[lane] - mean) * factor + bias;
    }
}

void PanelNorm::forward(std::span<const float> parameters, float* z, PanelPart part, std::size_t rows)
{
    m_rows = rows;
    m_isByBatch = rows > 1 && !m_isFrozen;
    measure(parameters, z, part);
    for (std::size_t unit = part.first; unit < part.first + part.channels; ++unit) {
        float *row = z + unit * part.lanes, *normalised = m_normalised + unit * part.lanes;
        const float mean = m_mean[unit];
        const float inverse = m_inverse[unit] = 1 / std::sqrt(m_variance[unit] + static_cast<float>(kNormEpsilon));
        const float scale = parameters[m_norm.scale + unit], bias = parameters[m_bias + unit];
        for (std::size_t lane = 0; lane < part.lanes; ++lane) {
            normalised[lane] = (row[lane] - mean) * inverse;
            row[lane] = scale * normalised[lane] + bias;
        }
    }
}

/// Mean and variance of each unit. Its place for what is normalised serves for the distances from the mean.
void PanelNorm::measure(std::span<const float> parameters, const float* z, PanelPart part)
{
    std::ranges::copy(parameters.subspan(m_norm.mean + part.first, part.channels), m_mean + part.first);
    std::ranges::copy(parameters.subspan(m_norm.variance + part.first, part.channels), m_variance + part.first);
    if (!m_isByBatch)
        return;
    const float share = 1 / static_cast<float>(m_rows);
    kernels().sumRows(z + part.offset(), part.lanes, part.channels, m_rows, m_mean + part.first, false);
    for (std::size_t unit = part.first; unit < part.first + part.channels; ++unit) {
        const float* row = z + unit * part.lanes;
        const float mean = m_mean[unit] *= share;
        float* distances = m_normalised + unit * part.lanes;
        for (std::size_t lane = 0; lane < m_rows; ++lane)
            distances[lane] = row[lane] - mean;
        std::fill(distances + m_rows, distances + part.lanes, 0.0F);
        m_variance[unit] = kernels().dot(distances, distances, part.lanes) * share;
    }
}

void PanelNorm::backward(std::span<const float> parameters, float* slope, PanelPart part, float* gradient) const
{
    const float share = m_isByBatch ? 1 / static_cast<float>(m_rows) : 0;
    kernels().sumRows(slope + part.offset(), part.lanes, part.channels, m_rows, gradient + m_bias + part.first,
                      false);
    for (std::size_t unit = part.first; unit < part.first + part.channels; ++unit) {
        float* row = slope + unit * part.lanes;
        const float* normalised = m_normalised + unit * part.lanes;
        const float sum = gradient[m_bias + unit], along = kernels().dot(row, normalised, part.lanes);
        gradient[m_norm.scale + unit] = along;
        const float factor = parameters[m_norm.scale + unit] * m_inverse[unit];
        for (std::size_t lane = 0; lane < m_rows; ++lane)
            row[lane] = factor * (row[lane] - share * (sum + normalised[lane] * along));
    }
}

void PanelNorm::follow(std::span<float> parameters) const
{
    if (!m_isByBatch)
        return;
    const auto unbiased = static_cast<float>(m_rows) / static_cast<float>(m_rows - 1);
    const auto towards = [](float& running, float now) {
        running += static_cast<float>(kNormMomentum) * (now - running);
    };
    for (std::size_t unit = 0; unit < m_units; ++unit) {
        towards(parameters[m_norm.mean + unit], m_mean[unit]);
        towards(parameters[m_norm.variance + unit], unbiased * m_variance[unit]);
    }
}

}  // namespace actlab::nn::fused
