#pragma once

#include <span>
#include <vector>

#include "core/nn/engine.hpp"

namespace actlab::nn::fused {

/// Channels of a panel from `first` on: channels × lanes, a channel's lanes side by side.
struct PanelPart {
    std::size_t first, channels, lanes;
    std::size_t offset() const { return first * lanes; }
    std::size_t size() const { return channels * lanes; }
};

/// The activation of one layer on parts of panels, by its own kernel program: an author's gradient is honoured.
/// Learnable parameters are read from the flat vector and their gradient goes into another one like it.
class LayerActivation {
public:
    LayerActivation(activation::ActivationPtr activation, const Layout& layout, const Layout::Dense& dense);

    /// How many arrays training() writes: f, f′ and ∂f/∂p for each learnable parameter.
    std::size_t outputCount() const { return 2 + m_learned.size(); }

    /// outputs[k] = the first of f, f′, ∂f/∂p at z, as many as there are outputs. All are whole panels.
    void evaluate(std::span<const float> parameters, const float* z, PanelPart part, std::span<float* const> outputs);
    /// Adds Σ slope · ∂f/∂p, where `slope` is the loss's by f and `byParameter` are the outputs after f′.
    void addGradient(const float* slope, std::span<float* const> byParameter, PanelPart part, float* gradient) const;

private:
    /// A learnable parameter: which of the activation's it is, and its value, or the channels' values, in the vector.
    struct Learned {
        std::size_t parameter, offset;
        bool isByChannel;
    };
    void readAt(std::span<const float> parameters, std::size_t channel);
    void run(const float* z, std::size_t count, std::size_t at, std::span<float* const> outputs);

    activation::ActivationPtr m_activation;
    std::vector<Learned> m_learned;
    bool m_hasChannels = false;
    std::vector<float> m_values;  ///< of all parameters
    std::vector<float*> m_places;
    kernel::Workspace<float> m_workspace;
};

}  // namespace actlab::nn::fused
