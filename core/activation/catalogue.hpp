#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/activation/activation.hpp"
#include "core/expr/parser.hpp"

namespace actlab::activation {

/// One row of the catalogue, as text.
struct CatalogueRow {
    std::string_view name;        ///< as a person reads it: "Leaky ReLU"
    std::string_view aliases;     ///< other accepted names, comma separated; PyTorch's own among them
    std::string_view family;      ///< "Rectifier", "Exponential", "Sigmoid-like", …
    std::string_view formula;     ///< stable spelling, with PyTorch's subgradient at kinks
    std::string_view parameters;  ///< "alpha=1[0.01,5]; beta*=2[0,10]"; the star: learnable
    std::string_view smoothness;  ///< "jump", "C0", "C1", "C2" or "smooth", at the defaults
    std::string_view reference;   ///< where it comes from, with year
};

std::span<const CatalogueRow> catalogueRows();
/// The row's other names, one by one.
std::vector<std::string> aliasesOf(const CatalogueRow& row);

/// Every row as an Activation, in the order of the table; built once, thread-safe.
const std::vector<ActivationPtr>& catalogue();

/// Case, spaces, dashes and underscores are ignored; aliases count. nullptr where there is none.
ActivationPtr findInCatalogue(std::string_view name);
/// The nearest name by spelling, for "did you mean"; empty where nothing is near.
std::string nearestCatalogueName(std::string_view name);

/// A name as formulas call it: "Leaky ReLU" is leaky_relu. Empty where it can be no name in a formula.
std::string functionNameOf(std::string_view name);

/// Lets formulas call catalogue functions: elu(x, alpha=0.5).
const expr::Library& catalogueLibrary();

}  // namespace actlab::activation
