// Edits of a network in training, as the torch engine obeys them, and both engines side by side.
#include "tests/core/nn/engine_edits.hpp"

#include "core/nn/fused_engine.hpp"
#include "core/torch/engine.hpp"

namespace actlab::torch_room {
namespace {

using namespace nn::testing;
using nn::Edit;
using nn::Optimizer;

nn::EngineFactory torchEngines()
{
    return [](const nn::Problem& problem, std::vector<float> parameters) {
        return makeEngine(problem, std::move(parameters));
    };
}

nn::EngineFactory fusedEngines()
{
    return [](const nn::Problem& problem, std::vector<float> parameters) {
        return nn::makeFusedEngine(problem, std::move(parameters));
    };
}

TEST(TorchEdits, thatChangeNothingLeaveTheCurveToTheBit)
{
    for (const Optimizer optimizer : kFusedOptimizers)
        for (const bool hasExtras : {false, true})
            expectAnEditOfNothingToBeNone(torchEngines(), optimizer, hasExtras);
}

TEST(TorchEdits, freezeALayerToTheBitUnderEveryOptimizer)
{
    std::vector<Optimizer> all(std::begin(kFusedOptimizers), std::end(kFusedOptimizers));
    all.push_back(Optimizer::Lbfgs);
    for (const Optimizer optimizer : all)
        for (const bool hasExtras : {false, true}) {
            expectFrozenLayersToStay(torchEngines(), optimizer, hasExtras);
            expectAFrozenBeginningToStay(torchEngines(), optimizer, hasExtras);
        }
}

TEST(TorchEdits, setOneWeightAlone)
{
    expectAWeightToBeSetAlone(torchEngines());
}

TEST(TorchEdits, swapAnActivationAndKeepTheWeights)
{
    expectASwapToKeepTheWeights(torchEngines(), {false, false});
    for (const Extras extras : kExtras)
        expectASwapToKeepTheWeights(torchEngines(), extras);
}

/// 200 steps with an edit in the middle.
void expectTheSameCurve(const Example& example, const Edit& edit)
{
    EditedEngine torch(torchEngines(), example), fused(fusedEngines(), example);
    for (const bool isEdited : {false, true}) {
        ASSERT_TRUE(!isEdited || (torch.edit(edit) && fused.edit(edit)));
        const std::vector<double> reference = torch.train(100), ours = fused.train(100);
        for (std::size_t step = 0; step < 100; ++step)
            ASSERT_NEAR(ours[step], reference[step], 1e-4 * reference[step] + 1e-7)
                << "step " << step << (isEdited ? " after the edit" : "");
    }
}

TEST(Engines, agreeAfterEveryKindOfEditUnderEveryOptimizer)
{
    const Edit edits[] = {
        nn::ActivationEdit{0, activationOf("tanh(x)")},
        nn::ActivationEdit{1, activationOf("b*x*sigmoid(a*x)", {{"a", 1.25, 0, 2, true}, {"b", 0.5, 0, 2, true}})},
        nn::FreezeEdit{0, true}, nn::FreezeEdit{1, true}, nn::WeightEdit{3, 0.75F}};
    for (const Optimizer optimizer : kFusedOptimizers)
        for (const Edit& edit : edits) {
            SCOPED_TRACE("optimizer " + std::to_string(static_cast<int>(optimizer)) + ", edit " +
                         std::to_string(edit.index()));
            for (const bool hasExtras : {false, true})
                expectTheSameCurve(demanding(optimizer, hasExtras), edit);
        }
}

}  // namespace
}  // namespace actlab::torch_room
