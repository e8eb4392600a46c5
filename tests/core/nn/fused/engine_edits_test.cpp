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
        for (const bool hasExtras : {false, true})
            expectAnEditOfNothingToBeNone(fusedEngines(), optimizer, hasExtras);
}

TEST(FusedEdits, freezeALayerToTheBitUnderEveryOptimizer)
{
    for (const Optimizer optimizer : kFusedOptimizers)
        for (const bool hasExtras : {false, true}) {
            expectFrozenLayersToStay(fusedEngines(), optimizer, hasExtras);
            expectAFrozenBeginningToStay(fusedEngines(), optimizer, hasExtras);
        }
}

TEST(FusedEdits, setOneWeightAlone)
{
    expectAWeightToBeSetAlone(fusedEngines());
}

TEST(FusedEdits, swapAnActivationAndKeepTheWeights)
{
    expectASwapToKeepTheWeights(fusedEngines(), {false, false});
    for (const Extras extras : kExtras)
        expectASwapToKeepTheWeights(fusedEngines(), extras);
}

}  // namespace
}  // namespace actlab::nn
