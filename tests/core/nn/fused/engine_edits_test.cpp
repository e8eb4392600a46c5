// Edits of a network in training, as the fused engine obeys them; tests/core/torch has the same for the other engine.
#include "core/nn/fused_engine.hpp"

#include "tests/core/nn/engine_edits.hpp"

namespace actlab::nn {
namespace {

using namespace testing;

EngineFactory fusedEngines()
{
    return [](const Problem& problem, std::vector<float> parameters) {
        return makeFusedEngine(problem, std::move(parameters));
    };
}

TEST(FusedEdits, thatChangeNothingLeaveTheCurveToTheBit)
{
    for (const Optimizer optimizer : kFusedOptimizers)
        expectAnEditOfNothingToBeNone(fusedEngines(), optimizer);
}

TEST(FusedEdits, freezeALayerToTheBitUnderEveryOptimizer)
{
    for (const Optimizer optimizer : kFusedOptimizers) {
        expectFrozenLayersToStay(fusedEngines(), optimizer);
        expectAFrozenBeginningToStay(fusedEngines(), optimizer);
    }
}

TEST(FusedEdits, setOneWeightAlone)
{
    expectAWeightToBeSetAlone(fusedEngines());
}

TEST(FusedEdits, swapAnActivationAndKeepTheWeights)
{
    expectASwapToKeepTheWeights(fusedEngines());
}

}  // namespace
}  // namespace actlab::nn
