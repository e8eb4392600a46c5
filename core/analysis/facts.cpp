#include "core/analysis/facts.hpp"

#include "core/analysis/probe.hpp"
#include "core/analysis/smoothness.hpp"

#include <algorithm>
#include <cmath>

namespace actlab::analysis {

bool hasInitGain(const Facts& facts)
{
    return std::isfinite(facts.initGain) && facts.initGain > 0;
}

Facts describe(const activation::Activation& activation)
{
    return describe(activation, smoothnessOf(activation));
}

Facts describe(const activation::Activation& activation, const Smoothness& everywhere)
{
    const Probe probe(activation);
    return {std::string(continuityOf(everywhere.worst)),    probe.infimum(0),     probe.supremum(0),
            std::max(probe.supremum(1), -probe.infimum(1)), initGain(activation), probe.isMonotonic()};
}

}  // namespace actlab::analysis
