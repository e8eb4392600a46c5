#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/exporting/dialect.hpp"
#include "core/exporting/identifiers.hpp"

#include "core/expr/ast.hpp"

namespace actlab::exporting {

/// How tightly a written part holds together, loosest first.
enum class Hold { Condition, Sum, Product, Sign, Power, Atom };

struct Written {
    std::string text;
    Hold hold = Hold::Atom;
    bool isPlain = false;      ///< a plain number of the language and not an array
    bool isCondition = false;  ///< true and false, not 1 and 0
};

/// What the file calls the input and the parameters.
struct Symbols {
    std::string input = "x";
    std::map<std::string, Written, std::less<>> parameters;
    Identifiers identifiers;  ///< those of the function's scope
};

struct Statement {
    std::string name, text;
};

/// Straight code: each statement gives a part that is used twice, or too long for its line, a name.
struct Listing {
    std::vector<Statement> statements;
    std::vector<Written> results;  ///< one for each expression, numbers all of them
};

/// Prepared expressions in the words of a dialect.
Listing list(const std::vector<expr::Expr>& expressions, const Dialect& dialect, const Symbols& symbols);

}  // namespace actlab::exporting
