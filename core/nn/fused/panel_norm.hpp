#pragma once

#include <span>

#include "core/nn/engine.hpp"
#include "core/nn/fused/arena.hpp"
#include "core/nn/fused/layer_activation.hpp"

namespace actlab::nn::fused {

/// Batch normalisation of one layer on parts of panels: see batch_norm.hpp. In training a panel holds a whole batch,
/// and lanes without a row count for nothing.
class PanelNorm {
public:
    PanelNorm(const Layout::Dense& dense, bool isFrozen, std::size_t mostLanes, Arena& arena);

    /// `z` = W x becomes what the running numbers make of it.
    void answer(std::span<const float> parameters, float* z, PanelPart part) const;
    /// The same in training, with all that backward() and follow() need.
    void forward(std::span<const float> parameters, float* z, PanelPart part, std::size_t rows);
    /// The slope by the normalised becomes that by W x; sets what the gradient has of γ and the bias.
    void backward(std::span<const float> parameters, float* slope, PanelPart part, float* gradient) const;
    /// The running numbers follow those of the batch that was last in forward().
    void follow(std::span<float> parameters) const;

private:
    void measure(std::span<const float> parameters, const float* z, PanelPart part);

    Layout::Norm m_norm;
    std::size_t m_bias, m_units;
    bool m_isFrozen, m_isByBatch = false;
    std::size_t m_rows = 0;
    float* m_normalised;                     ///< (W x − μ)/σ
    float *m_mean, *m_variance, *m_inverse;  ///< of each unit; the last is 1/σ
};

}  // namespace actlab::nn::fused
