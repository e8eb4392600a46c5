#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/expr/scope.hpp"
#include "core/expr/token_reader.hpp"

namespace actlab::expr {

/// One method for each line of the grammar, from what binds least to what binds most:
///   value:      or ["?" value ":" value | "if" or "else" value]
///   or, and, not, comparison ("a < b < c" chains), sum, product, unary
///   power:      postfix ["^" unary]
///   postfix:    primary {"." method "(" arguments ")"}
///   primary:    number | name | call | "(" value ")" | "{" pieces "}"
/// Python's symbols reach it only through Python's lexer: "&" and "|" between a comparison and its sums, "~", "//",
/// "%", quoted text, and values in square brackets or with a comma between them.
class Grammar : private TokenReader {
public:
    Grammar(std::vector<Token> tokens, const Scope& scope) : TokenReader(std::move(tokens)), m_scope(scope) {}

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
    /// "a | b" and "a & b" of conditions, as Python joins masks.
    Expr anyMask();
    Expr allMasks();
    Expr sum();
    Expr product();
    Expr unary();
    Expr power();

    Expr postfix();
    Expr primary();
    Expr bracketed();
    /// The rest of the values behind `opening`.
    Expr sequence(std::vector<Expr> values, const Token& opening, std::size_t begin);
    Expr squareBracketed();
    /// "{condition: value, condition: value, otherwise}"
    Expr pieces();
    Expr named();
    /// What stands in brackets behind a name; `begin` is where the name, or the value of a method, begins.
    Expr call(WrittenCall call, std::size_t begin);
    void addArgument(std::vector<Argument>& args);
    /// `torch.float32` or `True`
    void skipSetting();

    const Scope& m_scope;
};

}  // namespace actlab::expr
