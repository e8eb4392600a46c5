#pragma once

#include "core/activation/catalogue.hpp"
#include "core/expr/signature.hpp"

namespace actlab::activation {

/// A function that formulas can call by name, with all its names.
struct Callable {
    expr::Signature signature;          ///< of a row of the catalogue, the help is empty
    const CatalogueRow* row = nullptr;  ///< nullptr: a function of the language
};

/// The functions of the language, then those rows of the catalogue that it does not have itself.
const std::vector<Callable>& callables();
/// By any of its names, as formulas look it up; nullptr where there is none.
const Callable* findCallable(std::string_view name);
/// The call with only what must be given, of a function whose first argument alone must be: "elu(x)". Else empty.
std::string shortestCall(const expr::Signature& signature);

}  // namespace actlab::activation
