#pragma once

#include <cstddef>

#include "core/activation/activation.hpp"

namespace actlab::analysis {

/// Operations for one element, as the kernels run them: common parts once, what is the same for all elements not.
struct Operations {
    std::size_t arithmetic = 0;   ///< + - * / and the like
    std::size_t comparisons = 0;  ///< conditions, min, max, abs and the choice between pieces
    std::size_t functions = 0;    ///< exp, tanh, powers …: ten times as long as the others, or more

    std::size_t total() const { return arithmetic + comparisons + functions; }
};

struct Cost {
    Operations forward, backward;  ///< f alone; f together with the gradient and that by each learnable parameter
};

Cost costOf(const activation::Activation& activation);

}  // namespace actlab::analysis
