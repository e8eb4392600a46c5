#pragma once

#include <string>
#include <vector>

#include "core/exporting/listing.hpp"
#include "core/exporting/prepare.hpp"

#include "core/activation/activation.hpp"

namespace actlab::exporting {

/// A parameter and what the file calls it.
struct Argument {
    activation::Parameter parameter;
    std::string name;
    /// Functions of it alone occur (sqrt(a), a < b): where plain numbers have none, it must become an array.
    bool isUsedAlone = false;

    /// "alpha (α)" where the file calls it otherwise than its author.
    std::string shownName() const;
    bool isLearnable() const { return parameter.learnable; }
    bool isPerChannel() const { return isLearnable() && parameter.scope == activation::Scope::Channel; }
};

/// What every writer of program text says of an activation: its formulas made ready for the dialect, and its names.
struct Subject {
    std::string title, formula, gradient;  ///< one line each; the gradient only where it is the author's own
    std::vector<Argument> arguments;
    Identifiers identifiers;
    expr::Expr value, slope;              ///< prepared
    std::vector<expr::Expr> byLearnable;  ///< slopes by the learnable parameters, in their order; prepared
};

/// The error is a sentence.
tl::expected<Subject, std::string> subjectFor(const activation::Activation& activation, const Dialect& dialect);

/// Whether a gradient flows from x to the value, if only one of 0: not through conditions.
bool flowsFromInput(const expr::Expr& e);

}  // namespace actlab::exporting
