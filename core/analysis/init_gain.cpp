#include "core/analysis/facts.hpp"
#include "core/analysis/gaussian.hpp"

#include <cmath>

namespace actlab::analysis {

double initGain(const activation::Activation& activation)
{
    return 1 / std::sqrt(GaussianMoments(activation).at(1).square);
}

}  // namespace actlab::analysis
