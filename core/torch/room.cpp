#include "core/torch/room.hpp"

#include "core/torch/activation_bench.hpp"
#include "core/torch/autograd_oracle.hpp"
#include "core/torch/blas.hpp"
#include "core/torch/engine.hpp"
#include "core/torch/guarded.hpp"
#include "core/torch/script.hpp"

#include <ATen/Parallel.h>
#include <torch/version.h>

namespace actlab::torch_room {

namespace {

class Room final : public nn::TorchRoom {
public:
    /// One thread beside the window: two Torch threads on two cores made training five times slower.
    Room()
    {
        at::set_num_threads(1);
        at::set_num_interop_threads(1);
    }

    std::string version() const override { return TORCH_VERSION; }

    std::vector<std::string> warnings() const override
    {
        const std::optional<std::string> blas = blasWarning(loadedBlas());
        return blas ? std::vector{*blas} : std::vector<std::string>{};
    }

    std::unique_ptr<nn::Engine> makeEngine(const nn::Problem& problem, std::vector<float> parameters) const override
    {
        return torch_room::makeEngine(problem, std::move(parameters));
    }

    std::vector<std::vector<double>> evaluateByAutograd(const activation::Activation& activation,
                                                        std::span<const double> x) const override
    {
        return guarded([&] { return torch_room::evaluateByAutograd(activation, x); });
    }

    std::vector<analysis::ActivationTiming> timeActivation(const activation::ActivationPtr& activation,
                                                           std::span<const std::size_t> sizes, int threads,
                                                           const std::stop_token& stop) const override
    {
        return guarded([&] { return torch_room::timeActivation(activation, sizes, threads, stop); });
    }

    std::string torchScript(const data::ScriptModule& module) const override
    {
        return guarded([&] { return torch_room::torchScript(module); });
    }

    std::string stateDict(std::span<const data::NamedTensor> tensors) const override
    {
        return guarded([&] { return torch_room::stateDict(tensors); });
    }
};

}  // namespace

}  // namespace actlab::torch_room

actlab::nn::TorchRoom* actlab_torch_room()
{
    static actlab::torch_room::Room room;
    return &room;
}
