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
      m_isRow(arena.take(mostLanes)),
      m_normalised(arena.take(dense.out * mostLanes)),
      m_mean(arena.take(dense.out)),
      m_variance(arena.take(dense.out)),
      m_inverse(arena.take(dense.out))
{
}

void PanelNorm::answer(std::span<const float> parameters, float* z, PanelShape shape) const
{
    for (std::size_t unit = 0; unit < m_units; ++unit) {
        const float mean = parameters[m_norm.mean + unit], bias = parameters[m_bias + unit];
        const float deviation = std::sqrt(parameters[m_norm.variance + unit] + static_cast<float>(kNormEpsilon));
        const float factor = parameters[m_norm.scale + unit] / deviation;
        float* row = z + unit * shape.lanes;
        for (std::size_t lane = 0; lane < shape.lanes; ++lane)
            row[lane] = (row[lane] - mean) * factor + bias;
    }
}

void PanelNorm::forward(std::span<const float> parameters, float* z, PanelShape shape, std::size_t rows)
{
    m_rows = rows;
    m_isByBatch = rows > 1 && !m_isFrozen;
    std::fill_n(m_isRow, rows, 1.0F);
    std::fill(m_isRow + rows, m_isRow + shape.lanes, 0.0F);
    for (std::size_t unit = 0; unit < m_units; ++unit) {
        float *row = z + unit * shape.lanes, *normalised = m_normalised + unit * shape.lanes;
        m_mean[unit] = parameters[m_norm.mean + unit];
        m_variance[unit] = parameters[m_norm.variance + unit];
        if (m_isByBatch)
            measure(row, normalised, shape, unit);
        const float mean = m_mean[unit];
        const float inverse = m_inverse[unit] = 1 / std::sqrt(m_variance[unit] + static_cast<float>(kNormEpsilon));
        const float scale = parameters[m_norm.scale + unit], bias = parameters[m_bias + unit];
        for (std::size_t lane = 0; lane < shape.lanes; ++lane) {
            normalised[lane] = (row[lane] - mean) * inverse;
            row[lane] = scale * normalised[lane] + bias;
        }
    }
}

/// Mean and variance of a unit; its place for what is normalised serves for the distances from the mean.
void PanelNorm::measure(const float* z, float* centred, PanelShape shape, std::size_t unit) const
{
    const auto rows = static_cast<float>(m_rows);
    const float mean = kernels().dot(z, m_isRow, shape.lanes) / rows;
    for (std::size_t lane = 0; lane < shape.lanes; ++lane)
        centred[lane] = (z[lane] - mean) * m_isRow[lane];
    m_mean[unit] = mean;
    m_variance[unit] = kernels().dot(centred, centred, shape.lanes) / rows;
}

void PanelNorm::backward(std::span<const float> parameters, float* slope, PanelShape shape, float* gradient) const
{
    for (std::size_t unit = 0; unit < m_units; ++unit) {
        float* row = slope + unit * shape.lanes;
        const float* normalised = m_normalised + unit * shape.lanes;
        const float sum = kernels().dot(row, m_isRow, shape.lanes);
        const float along = kernels().dot(row, normalised, shape.lanes);
        gradient[m_bias + unit] = sum;
        gradient[m_norm.scale + unit] = along;
        const float factor = parameters[m_norm.scale + unit] * m_inverse[unit];
        const float share = m_isByBatch ? 1 / static_cast<float>(m_rows) : 0;
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
