#include "core/nn/torch_room.hpp"

#include "tests/core/nn/linear_engine.hpp"

namespace {

class FakeRoom : public actlab::nn::TorchRoom {
public:
    std::string version() const override { return "fake"; }
    std::vector<std::string> warnings() const override { return {}; }
    std::unique_ptr<actlab::nn::Engine> makeEngine(const actlab::nn::Problem& problem,
                                                   std::vector<float> parameters) const override
    {
        return std::make_unique<actlab::nn::LinearEngine>(problem, std::move(parameters));
    }
    std::vector<std::vector<double>> evaluateByAutograd(const actlab::activation::Activation&,
                                                        std::span<const double>) const override
    {
        return {};
    }
    std::vector<actlab::analysis::ActivationTiming> timeActivation(const actlab::activation::ActivationPtr&,
                                                                   std::span<const std::size_t>, int,
                                                                   const std::stop_token&) const override
    {
        return {};
    }
    std::string torchScript(const actlab::data::ScriptModule&) const override { return {}; }
    std::string stateDict(std::span<const actlab::data::NamedTensor>) const override { return {}; }
};

}  // namespace

extern "C" actlab::nn::TorchRoom* actlab_torch_room()
{
    static FakeRoom room;
    return &room;
}
