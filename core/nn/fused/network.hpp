#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/nn/dropout.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/fused/arena.hpp"
#include "core/nn/fused/layer_activation.hpp"
#include "core/nn/fused/panel_norm.hpp"

namespace actlab::nn::fused {

/// Rows that are worked on together, side by side in the lanes of a panel.
inline constexpr std::size_t kMostLanes = 4 * kLanes;

/// Whether a batch has to go through as one panel: batch normalisation looks at all of it.
bool needsWholeBatch(const Layout& layout);

/// The lanes of the panels of a network that is trained in batches of at most `batch` rows: kMostLanes, or as many as
/// a whole batch asks for.
std::size_t panelLanes(const Layout& layout, std::size_t batch);

/// The dense network of a Layout on one panel of rows after the other: forward, then backward with the gradient of
/// every parameter, by formulas instead of a record. All memory is taken when it is built.
///
/// A panel is features × lanes, a feature's lanes side by side, so that one weight meets all rows at once. Lanes
/// without a row repeat the last one: they then do no harm that a row does not do, and count for nothing.
class Network {
public:
    /// `isOver` is asked in the midst of a panel of more than kMostLanes; once it says yes, training breaks off.
    Network(const TrainingSpec& spec, Layout layout, Dropout dropout, std::size_t mostLanes,
            std::function<bool()> isOver = {});

    /// Where the inputs of a row of the next panel go.
    std::span<float> row(std::size_t lane);
    /// Puts rows of a table, by their numbers, into the next panel. False where it was broken off.
    bool gather(const data::Table& table, std::span<const std::size_t> rows);
    /// The raw outputs × lanes() for the first `rows` rows, 1 to mostLanes().
    float* forward(std::span<const float> parameters, std::size_t rows);
    /// The same with dropout and the batch's own numbers, and with all that backward() needs; nullptr where it was
    /// broken off.
    float* forwardForTraining(std::span<const float> parameters, std::size_t rows);
    /// The panel whose raw outputs have become the loss's slope by them: its part of the gradient of all
    /// parameters. The first one of a batch begins the sums; with batch normalisation it is the only one. False where
    /// it was broken off.
    bool backward(std::span<const float> parameters, float* gradient, bool isFirst);
    /// The running numbers of batch normalisation follow the batch that was last trained on.
    void follow(std::span<float> parameters) const;

    std::size_t mostLanes() const { return m_mostLanes; }
    std::size_t lanes() const { return m_lanes; }  ///< of the panel now in it
    const Layout& layout() const { return m_layout; }
    const Dropout& dropout() const { return m_dropout; }  ///< as far as it has been drawn

private:
    /// What a layer keeps of a panel.
    struct Stage {
        float* in;              ///< features × lanes
        float* inRows;          ///< lanes × features
        std::size_t rowStride;  ///< more than features: rows a power of two apart would share places in the cache
        std::vector<float*> outputs;  ///< f (the next layer's `in`), f′ and ∂f/∂p; none for the output layer
        float* factors = nullptr;     ///< of dropout on f
        std::optional<PanelNorm> norm = {};
    };
    void addStage(const Layout::Dense& dense);
    void addNorms(const TrainingSpec& spec);
    void begin(std::size_t rows);
    void putPanel(const float* rows, std::size_t rowStride, std::size_t features, float* panel);
    void drawFactors();
    void multiply(std::span<const float> parameters, std::size_t layer);
    void addLink(std::size_t layer, PanelPart part);
    void backwardThrough(std::span<const float> parameters, std::size_t layer, float* gradient, bool isFirst);
    void multiplyBack(std::span<const float> parameters, std::size_t layer);
    void addWeights(std::size_t layer, float* gradient, bool isFirst);
    template <class Work>
    void inPieces(std::size_t count, Work work);
    template <class Work>
    void inParts(std::size_t layer, Work work);

    Layout m_layout;
    std::size_t m_mostLanes;
    std::function<bool()> m_isOver;
    bool m_isBrokenOff = false;
    Arena m_arena;
    Dropout m_dropout;
    float* m_factorRows;  ///< lanes × hidden neurons
    std::vector<Stage> m_stages;
    std::vector<LayerActivation> m_activations;
    std::size_t m_rows = 0, m_lanes = 0;
    float *m_z, *m_slope, *m_nextSlope;  ///< of the widest layer
    float* m_linkSlope;                  ///< by the answers of a layer with a residual link, until it is gone through
};

}  // namespace actlab::nn::fused
