#pragma once

#include <set>
#include <string>
#include <string_view>

namespace actlab::exporting {

// Names of activations and parameters may be any text. What follows makes names of them that every language we write
// accepts: ASCII letters, digits and underscores, no keyword of any, no name with a meaning in the files we write.

/// "leaky relu (mine)" becomes LeakyReluMine; a name without a single letter becomes CustomActivation.
std::string className(std::string_view name);
/// "Leaky ReLU" becomes leaky_relu; a name without a single letter becomes custom_activation.
std::string functionName(std::string_view name);

/// Names of one scope: no two alike.
class Identifiers {
public:
    explicit Identifiers(std::set<std::string> taken = {}) : m_taken(std::move(taken)) {}

    /// A name like the one wanted ("α" becomes alpha, "lambda" lambda_), not given before.
    std::string forParameter(std::string_view wanted);
    /// The first of stem1, stem2, … that is free.
    std::string numbered(std::string_view stem);

private:
    std::string unique(std::string name);
    std::set<std::string> m_taken;
};

}  // namespace actlab::exporting
