#include "core/nn/fused/layer_activation.hpp"

#include "core/nn/fused/kernels.hpp"

namespace actlab::nn::fused {

LayerActivation::LayerActivation(activation::ActivationPtr activation, const Layout& layout,
                                 const Layout::Dense& dense)
    : m_activation(std::move(activation))
{
    for (const activation::Parameter& p : m_activation->parameters()) {
        if (p.learnable) {
            const Layout::Learned& learned = layout.learned[dense.learned[m_learned.size()]];
            m_learned.push_back({m_values.size(), learned.offset, learned.count > 1});
            m_hasChannels = m_hasChannels || learned.count > 1;
        }
        m_values.push_back(static_cast<float>(p.value));
    }
    m_places.resize(outputCount());
}

void LayerActivation::evaluate(std::span<const float> parameters, const float* z, PanelPart part,
                               std::span<float* const> outputs)
{
    readAt(parameters, 0);
    if (!m_hasChannels)
        return run(z, part.size(), part.offset(), outputs);
    for (std::size_t channel = part.first; channel < part.first + part.channels; ++channel) {
        readAt(parameters, channel);
        run(z, part.lanes, channel * part.lanes, outputs);
    }
}

void LayerActivation::addGradient(const float* slope, std::span<float* const> byParameter, PanelPart part,
                                  float* gradient) const
{
    const Kernels& by = kernels();
    for (std::size_t i = 0; i < m_learned.size(); ++i) {
        float* place = gradient + m_learned[i].offset;
        if (!m_learned[i].isByChannel)
            *place += by.dot(slope + part.offset(), byParameter[i] + part.offset(), part.size());
        else
            for (std::size_t channel = part.first; channel < part.first + part.channels; ++channel)
                place[channel] +=
                    by.dot(slope + channel * part.lanes, byParameter[i] + channel * part.lanes, part.lanes);
    }
}

void LayerActivation::readAt(std::span<const float> parameters, std::size_t channel)
{
    for (const Learned& learned : m_learned)
        m_values[learned.parameter] = parameters[learned.offset + (learned.isByChannel ? channel : 0)];
}

void LayerActivation::run(const float* z, std::size_t count, std::size_t at, std::span<float* const> outputs)
{
    for (std::size_t i = 0; i < outputs.size(); ++i)
        m_places[i] = outputs[i] + at;
    m_activation->training().evaluate<float>(std::span(z + at, count), m_values,
                                             std::span(m_places).first(outputs.size()), m_workspace);
}

}  // namespace actlab::nn::fused
