#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/nn/spec.hpp"

namespace actlab::nn {

/// What an engine is built from: the spec, its data, and where the parameters start.
struct Problem {
    const TrainingSpec& spec;
    const data::Dataset& data;
};

/// What a dense network answers with, by loss and task:
/// - regression: one linear output;
/// - two classes by mean squared error: one tanh output, taught −1 for class 0 and +1 for class 1, as in
///   TensorFlow Playground;
/// - more classes by mean squared error: one linear output a class, taught 1 for the right one and else 0;
/// - cross-entropy: one logit a class.
/// The mean squared loss is the Playground's: half the squared error, summed over the outputs, mean over the
/// rows. Huber's is the same up to an error of 1 and grows as the error does from there on (torch's huber_loss with
/// delta 1; Huber 1964).
std::size_t outputCount(Loss loss, const data::Dataset& data);

/// Where each tensor of the dense network lies in the one flat parameter vector:
/// W₁ (out × in, row-major), b₁, γ₁ and the running means and variances where layer 1 has batch normalisation, the
/// learned values of layer 1, W₂, b₂, …, W of the output, b. What layers share lies with the first of them.
struct Layout {
    /// Offsets of γ, the running means and the running variances; one after the other.
    struct Norm {
        std::size_t scale, mean, variance;
    };
    struct Dense {
        std::size_t in, out;
        std::size_t weights, bias, activation;  ///< offsets
        std::size_t activationCount;            ///< learned values that lie with this layer
        /// For each learnable parameter of its activation, which of Layout::learned it is.
        std::vector<std::size_t> learned = {};
        std::optional<Norm> norm = {};
        bool residual = false;
    };
    /// One learnable parameter: as many values as learnedParameters() says, in its order.
    struct Learned {
        std::size_t offset, count;
    };
    std::vector<Dense> layers;  ///< hidden layers, then the output layer
    std::vector<Learned> learned;
    std::size_t size = 0;
};
Layout layoutOf(const TrainingSpec& spec, const data::Dataset& data);

/// How many of the numbers are learned: all but the running means and variances.
std::size_t learnableCount(const Layout& layout);

/// Initial parameters by the spec's rule, from its seed; the same for every engine. Whatever the activations,
/// the same random numbers lie under the weights of equally wide networks.
/// - Playground: weights U(−0.5, 0.5), biases 0.1;
/// - Kaiming: weights N(0, 2/in), biases 0 (arXiv 1502.01852);
/// - Xavier: weights U(±√(6/(in+out))), biases 0 (Glorot and Bengio 2010);
/// - Auto: weights N(0, gain²/in), biases U(±1/√in), where gain is the init gain of the activation that feeds the
///   layer, and for the first layer 1/√E[x²] over the training inputs: every layer starts with pre-activations of
///   about the same variance, whatever the data's scale. With a residual link the layer after it reads a sum; its
///   gain is 1/√(q + q′), where q and q′ are what the layer's own gain and that of its activation say of E[x²] of
///   both parts.
/// Learnable parameters of activations start at their values; γ and the running variances at 1, the running means
/// at 0. Weights set by hand take the place of those drawn, where they have one.
std::vector<float> initialParameters(const TrainingSpec& spec, const data::Dataset& data);

/// The gains of Init::Auto on the way into each hidden layer, and into the output.
std::vector<double> initialGains(const TrainingSpec& spec, const data::Dataset& data);

struct Metrics {
    double loss = 0;      ///< mean over the rows, without penalty
    double accuracy = 0;  ///< share of right answers; R² for regression
};

/// Numbers of a flat parameter vector that go on in another one.
struct Carried {
    std::size_t from, to, count;
    bool operator==(const Carried&) const = default;
};

/// One network in training. Used by one thread at a time.
class Engine {
public:
    virtual ~Engine() = default;
    virtual std::string name() const = 0;
    /// One optimiser step on these rows of the training table; returns the batch's mean loss before the step.
    virtual double step(std::span<const std::size_t> rows) = 0;
    /// The Euclidean length of the gradient that the last step found last (L-BFGS asks several times), over all that
    /// is learned and not frozen: of the batch's mean loss, without penalties, before it was clipped.
    virtual double gradientNorm() const = 0;
    virtual Metrics evaluate(const data::Table& table) = 0;
    /// Row-major rows × outputs: the values the network answers with (tanh applied for a single ±1 output,
    /// logits otherwise).
    virtual std::vector<float> predict(std::span<const float> inputs) = 0;
    virtual std::vector<float> parameters() const = 0;
    virtual void setParameters(std::span<const float> parameters) = 0;
    virtual void setLearningRate(double rate) = 0;
    /// Goes on as another network of the same widths on the same data, with other activations, frozen layers or
    /// numbers. What the optimiser knows of the `carried` numbers stays with them; of the others it knows nothing
    /// yet. L-BFGS begins anew altogether.
    virtual void rebuild(const Problem& problem, std::vector<float> parameters, std::span<const Carried> carried) = 0;
};

}  // namespace actlab::nn
