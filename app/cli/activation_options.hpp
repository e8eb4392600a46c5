#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/cli/failure.hpp"

#include "core/activation/activation.hpp"

namespace actlab::cli {

/// Which activation: exactly one of name, expr, file and python, and what refines it.
struct ActivationOptions {
    std::optional<std::string> name, expr, file, python;
    std::vector<std::string> params;  ///< "k=v"
    std::string gradient;
    std::vector<std::string> learnables;  ///< "k" or "k:channel"

    void addTo(CLI::App& command);
    int givenSources() const
    {
        return int(name.has_value()) + int(expr.has_value()) + int(file.has_value()) + int(python.has_value());
    }
};

/// For people, on standard error: what is unusual about an activation that is valid all the same.
void noteRemarks(const activation::Activation& activation);

/// The activation that the options mean.
Result<activation::ActivationPtr> chosenActivation(const ActivationOptions& options);

/// Each text as the catalogue's activation of that name, or else as a formula; refined by --param, --gradient
/// and --learnable. A parameter must belong to one of them at least.
Result<std::vector<activation::ActivationPtr>> activationsFor(const std::vector<std::string>& texts,
                                                              const ActivationOptions& refinements);

/// A formula of the command line has no name of its own: it goes by its text, as far as a name may be long.
activation::ActivationPtr namedByFormula(const activation::ActivationPtr& activation);

}  // namespace actlab::cli
