#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/expr/call.hpp"
#include "core/expr/token_reader.hpp"

namespace actlab::expr {

/// One method for each line of the grammar, from what binds least to what binds most:
///   value:      or ["?" value ":" value | "if" or "else" value]
///   or, and, not, comparison ("a < b < c" chains), sum, product, unary
///   power:      postfix ["^" unary]
///   postfix:    primary {"." method "(" arguments ")"}
///   primary:    number | name | call | "(" value ")" | "{" pieces "}"
class Grammar : private TokenReader {
public:
    Grammar(std::vector<Token> tokens, const Library& library) : TokenReader(std::move(tokens)), m_library(library) {}

    /// All of the text; throws Failure.
    Expr formula();

private:
    /// Every node is made here: what grows too deep without recursion (x+x+x+…) is stopped too.
    static Expr checked(Expr e);
    static Expr condition(const Expr& e);
    Expr value();
    Expr innerValue();
    Expr disjunction();
    Expr conjunction();
    Expr inversion();
    std::optional<CompareOp> acceptComparison();
    /// "a < b < c" means "a < b and b < c".
    Expr comparison();
    Expr sum();
    Expr product();
    Expr unary();
    Expr power();

    Expr postfix();
    Expr primary();
    Expr bracketed();
    /// "{condition: value, condition: value, otherwise}"
    Expr pieces();
    Expr named();
    Expr constantOrParameter(const Token& name, bool isOfModule) const;
    /// What stands in brackets behind a name; `begin` is where the name, or the value of a method, begins.
    Expr call(const Token& name, std::vector<Argument> args, std::size_t begin, bool isTorch);
    void addArgument(std::vector<Argument>& args);
    /// `torch.float32` or `True`
    void skipSetting();

    const Library& m_library;
};

}  // namespace actlab::expr
