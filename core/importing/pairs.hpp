#pragma once

#include <vector>

#include "core/importing/python.hpp"

namespace actlab::importing {

/// Makes each function that is named as the derivative of another (f_derivative, f_grad, df, …) the gradient of that
/// one, with a note, and leaves it out itself.
std::vector<ImportedFunction> paired(std::vector<ImportedFunction> functions);

}  // namespace actlab::importing
