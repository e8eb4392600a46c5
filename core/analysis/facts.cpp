#include "core/analysis/facts.hpp"

#include "core/analysis/cuts.hpp"
#include "core/analysis/probe.hpp"

#include <algorithm>

namespace actlab::analysis {

namespace {

std::string continuityOf(const activation::Activation& activation)
{
    constexpr std::size_t kOrders = 4;
    Join worst = Join::Smooth;
    bool isC2 = false;
    for (const Cut& cut : trueCutsOf(activation, {-50, 50}, kOrders).list) {
        worst = std::min(worst, joinOf(cut));
        isC2 = isC2 || (cut.at.size() == kOrders && !cut.isContinuous(kOrders - 1));
    }
    switch (worst) {
    case Join::Jump: return "jump";
    case Join::Kink: return "C0";
    case Join::C1: return "C1";
    case Join::Smooth: break;
    }
    return isC2 ? "C2" : "smooth";
}

}  // namespace

Facts describe(const activation::Activation& activation)
{
    const Probe probe(activation);
    return {continuityOf(activation), probe.infimum(0),
            probe.supremum(0),        std::max(probe.supremum(1), -probe.infimum(1)),
            initGain(activation),     probe.isMonotonic()};
}

}  // namespace actlab::analysis
