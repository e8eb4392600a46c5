#include "core/nn/edit.hpp"

#include "core/nn/divergence.hpp"

#include <cmath>

namespace actlab::nn {

namespace {

using expr::Overloaded;

/// Which thing of its kind.
std::size_t whichOf(const Edit& edit)
{
    return std::visit(Overloaded{[](const LearningRateEdit&) { return std::size_t{0}; },
                                 [](const ActivationEdit& e) { return e.layer; },
                                 [](const FreezeEdit& e) { return e.layer; },
                                 [](const WeightEdit& e) { return e.index; }},
                      edit);
}

}  // namespace

bool isSound(const Edit& edit)
{
    return std::visit(Overloaded{[](const LearningRateEdit& e) { return std::isfinite(e.rate) && e.rate > 0; },
                                 [](const ActivationEdit& e) { return e.activation != nullptr; },
                                 [](const FreezeEdit&) { return true; },
                                 [](const WeightEdit& e) { return isSane(e.value); }},
                      edit);
}

bool areAboutTheSame(const Edit& a, const Edit& b)
{
    return a.index() == b.index() && whichOf(a) == whichOf(b);
}

}  // namespace actlab::nn
