#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/expr/ast.hpp"
#include "core/expr/call.hpp"
#include "core/expr/lexer.hpp"

namespace actlab::expr {

/// What the names of a text mean; the grammar asks.
class Scope {
public:
    virtual ~Scope() = default;

    /// Whether a dot behind this path ("torch.nn") leads on to a name in it and not to a method of its value.
    virtual bool isModule(std::string_view path) const = 0;
    /// A name that is not called. `path` is the name with the modules before it.
    virtual Result<Expr> valueOf(std::string_view path, Span span) const = 0;
    virtual Result<Expr> call(const WrittenCall& call) const = 0;
    /// What stands behind the dot of a value and is not called.
    virtual Result<Expr> partOf(const Expr& value, const Token& part) const;
    virtual Result<Expr> textOf(const Token& text) const;
    /// Whether brackets behind the value call it: a method without a name.
    virtual bool isCallable(const Expr&) const { return false; }
    virtual bool hasSequences() const { return false; }
    /// Values in brackets with commas between them, or in square brackets.
    virtual Result<Expr> sequenceOf(const std::vector<Expr>& values, Span span) const;
};

/// The names of the expression language: x, constants, functions, and every other one a parameter.
class FormulaScope : public Scope {
public:
    explicit FormulaScope(const Library& library) : m_library(library) {}

    bool isModule(std::string_view path) const override;
    Result<Expr> valueOf(std::string_view path, Span span) const override;
    Result<Expr> call(const WrittenCall& call) const override { return resolve(call, m_library); }

private:
    const Library& m_library;
};

/// Reads one value from all of the tokens, which end with End.
Result<Expr> parse(std::vector<Token> tokens, const Scope& scope);

}  // namespace actlab::expr
