#include "core/analysis/facts.hpp"

#include "core/analysis/probe.hpp"
#include "core/analysis/smoothness.hpp"

#include <algorithm>

namespace actlab::analysis {

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
