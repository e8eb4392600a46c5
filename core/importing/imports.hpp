#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/importing/statements.hpp"

namespace actlab::importing {

/// Which module, or which name of a module, each name of the file leads to: "F" to "torch.nn.functional".
/// The usual short names hold without an import, since what is pasted often lacks them.
class Imports {
public:
    Imports();

    /// An import statement. Throws Failure where a module of which nothing is read is brought in; its name is known
    /// from then on all the same.
    void take(const Statement& statement);

    /// "torch.nn.functional.relu" of "F.relu"; the path itself where its first name is not imported.
    std::string fullPath(std::string_view path) const;
    bool isImported(std::string_view firstName) const { return m_paths.contains(firstName); }
    /// Whether a dot behind this path leads into a module.
    bool isModule(std::string_view path) const;

private:
    void takeFrom(const Tokens& tokens);
    std::map<std::string, std::string, std::less<>> m_paths;
};

/// Modules whose functions of numbers are read.
bool isNumeric(std::string_view module);

}  // namespace actlab::importing
