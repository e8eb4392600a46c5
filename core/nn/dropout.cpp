#include "core/nn/dropout.hpp"

namespace actlab::nn {

namespace {

// Keeps what is left out apart from the random numbers under the weights and the batches.
constexpr std::uint64_t kDropoutStream = 0xd20b0077a5c30000;

std::size_t hiddenNeurons(const TrainingSpec& spec)
{
    std::size_t neurons = 0;
    for (const Layer& layer : spec.hidden)
        neurons += layer.width;
    return neurons;
}

}  // namespace

Dropout::Dropout(const TrainingSpec& spec)
    : m_share(spec.dropout),
      m_factors(spec.dropout > 0 ? hiddenNeurons(spec) : 0),
      m_random(spec.seed ^ kDropoutStream)
{
}

std::span<const float> Dropout::nextRow()
{
    const auto kept = static_cast<float>(1 / (1 - m_share));
    for (float& factor : m_factors)
        factor = m_random.uniform() < m_share ? 0 : kept;
    return m_factors;
}

}  // namespace actlab::nn
