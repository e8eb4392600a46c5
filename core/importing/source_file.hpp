#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/importing/declarations.hpp"
#include "core/importing/imports.hpp"

namespace actlab::importing {

struct Class {
    std::string name;
    expr::Span span;
    Tokens bases;
    std::map<std::string, const Statement*> methods;
    std::set<std::string> statics;            ///< methods without self
    std::set<std::string> properties;         ///< methods that read as values
    std::vector<const Statement*> constants;  ///< assignments in the class itself

    /// One of the bases has this last name: "Module" of nn.Module.
    bool isA(std::string_view base) const;
};

/// What the statements of a file declare, in the order of the file. Nothing is read of bodies yet.
struct SourceFile {
    Imports imports;
    std::map<std::string, Function, std::less<>> functions;
    std::map<std::string, Class, std::less<>> classes;
    std::map<std::string, Tokens, std::less<>> constants;
    std::vector<std::string> names;          ///< of functions and classes, in order
    std::vector<expr::SourceError> refused;  ///< statements that declare nothing that can be read
};

/// The block must outlive the file.
SourceFile declarationsIn(const Block& block);

/// Throws Failure where a decorator could change what it decorates. Empty before other statements.
void requireHarmless(const Statement& decorator);

/// The first error kept in a statement or its block; nullptr where there is none.
const expr::SourceError* firstError(const Statement& statement);

}  // namespace actlab::importing
