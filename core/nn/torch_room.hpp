#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/analysis/activation_timing.hpp"
#include "core/data/script_module.hpp"
#include "core/nn/engine.hpp"

namespace actlab::nn {

/// What the Torch room offers to the others; implemented in core/torch, a shared library of its own.
class TorchRoom {
public:
    virtual ~TorchRoom() = default;
    virtual std::string version() const = 0;
    /// Sentences worth showing (a slow BLAS, …).
    virtual std::vector<std::string> warnings() const = 0;
    virtual std::unique_ptr<Engine> makeEngine(const Problem& problem, std::vector<float> parameters) const = 0;
    /// f and f′ by ATen operations and autograd in float64: the oracle our kernels are tested against.
    virtual std::vector<std::vector<double>> evaluateByAutograd(const activation::Activation& activation,
                                                                std::span<const double> x) const = 0;
    /// The bytes of a TorchScript file, its parameters in float32. Throws std::runtime_error where LibTorch refuses
    /// the source.
    virtual std::string torchScript(const data::ScriptModule& module) const = 0;
    /// The bytes of a state dict, as torch.save writes it and torch.load reads it.
    virtual std::string stateDict(std::span<const data::NamedTensor> tensors) const = 0;
    /// Our kernels beside PyTorch's own function and beside the same formula composed of ATen operations, for each
    /// number of elements, which all take turns in 15 rounds. Throws std::runtime_error where the kernels' results
    /// differ from the composed ones' by more than a thousandth: then no time counts. Asked to stop, it leaves out
    /// the sizes that it is not through with.
    virtual std::vector<analysis::ActivationTiming> timeActivation(const activation::ActivationPtr& activation,
                                                                   std::span<const std::size_t> sizes, int threads,
                                                                   const std::stop_token& stop) const = 0;
};

/// Loads the library at the first call (half a second); thread-safe. The error is a sentence that says why
/// it cannot be loaded.
tl::expected<TorchRoom*, std::string> torchRoom();

}  // namespace actlab::nn
