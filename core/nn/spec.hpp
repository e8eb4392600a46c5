#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/data/dataset.hpp"

namespace actlab::nn {

struct Layer {
    std::size_t width = 8;
    activation::ActivationPtr activation;
    bool frozen = false;  ///< its weights, biases, learned values and running numbers stay as they are
    /// z = γ·(W x − μ)/√(σ² + 1e-5) + b in place of W x + b, with μ and σ² of the batch in training and running
    /// ones elsewhere (Ioffe and Szegedy, arXiv 1502.03167): see batch_norm.hpp.
    bool batchNorm = false;
    /// What goes in is added to what the layer answers, dropout included (He et al., arXiv 1512.03385): only where
    /// the layer before is as wide.
    bool residual = false;
};

/// A weight or bias that a person has set before training.
struct HandWeight {
    std::size_t layer = 0;        ///< from 0; the one after the hidden layers gives the outputs
    std::size_t in = 0, out = 0;  ///< of that layer: in one of another shape it has no place
    std::size_t place = 0;        ///< in the layer's W, row-major, and after that among its biases
    float value = 0;
    bool operator==(const HandWeight&) const = default;
};

/// Playground also shows the rows always in one order: see RowOrder::Fixed.
enum class Init { Auto, Playground, Kaiming, Xavier };
/// Huber is for values alone.
enum class Loss { MeanSquared, CrossEntropy, Huber };
/// Lbfgs is LibTorch's alone.
enum class Optimizer { Sgd, Momentum, Nesterov, Adagrad, RmsProp, Adam, AdamW, Lbfgs };
/// How the learning rate goes down in the course of a run: see rateFactor().
enum class Schedule { Constant, Step, Cosine };
/// Auto: our own loops wherever they can do what the spec asks for, and otherwise LibTorch.
enum class EngineChoice { Auto, Fused, Torch };

/// Everything a run depends on: the same spec gives the same numbers on the same machine.
struct TrainingSpec {
    data::DataSpec data;
    std::vector<Layer> hidden;
    bool outputFrozen = false;  ///< as Layer::frozen, of the layer that gives the outputs
    Init init = Init::Auto;
    Loss loss = Loss::CrossEntropy;
    Optimizer optimizer = Optimizer::Adam;
    double learningRate = 0.01;  ///< usualLearningRate() of the optimizer below
    Schedule schedule = Schedule::Constant;
    std::size_t batch = 10;
    std::size_t epochs = 200;
    double l1 = 0, l2 = 0;
    double dropout = 0;         ///< the share of hidden neurons that a step leaves out
    double clip = 0;            ///< the greatest length of a gradient; 0: any
    double targetLoss = 0;      ///< stop when the test loss falls below; 0: never
    double targetAccuracy = 0;  ///< stop when the test accuracy reaches it; 0: never
    std::size_t patience = 0;   ///< stop after so many epochs without a better test loss; 0: never
    std::uint64_t seed = 1;     ///< of weights, batches and dropout (the data has its own)
    EngineChoice engine = EngineChoice::Auto;
    std::vector<HandWeight> handWeights = {};  ///< in place of those drawn from the seed; see hand_weights.hpp
    std::size_t threads = 0;  ///< of the torch engine, 0: as many as it sees fit; the fused one takes one
};

/// Whether a layer stays as it is; the one after the hidden layers gives the outputs.
inline bool isFrozen(const TrainingSpec& spec, std::size_t layer)
{
    return layer < spec.hidden.size() ? spec.hidden[layer].frozen : spec.outputFrozen;
}

/// A learning rate that usually goes well with an optimizer: 0.03 for SGD as in the Playground, less for those
/// that take longer steps, more for Adagrad, whose steps become ever shorter, and 1 for L-BFGS, which looks for the
/// length of its steps itself.
double usualLearningRate(Optimizer optimizer);

/// The first thing that is wrong with a spec, its data included, as field and sentence; nullopt where nothing is.
std::optional<data::Error> validate(const TrainingSpec& spec);

}  // namespace actlab::nn
