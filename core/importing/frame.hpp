#pragma once

#include <map>
#include <set>
#include <string>

#include "core/expr/scope.hpp"
#include "core/importing/declarations.hpp"
#include "core/importing/values.hpp"

namespace actlab::importing {

class Reader;
struct Class;

/// The names that a function sees while it is read.
class Frame : public expr::Scope {
public:
    explicit Frame(Reader& reader) : m_reader(&reader) {}

    std::map<std::string, Expr, std::less<>> names;  ///< "y", and "self.alpha" of an object
    /// "self" with its class, and "ctx" without: names that are no value themselves.
    std::map<std::string, const Class*, std::less<>> objects;
    std::set<std::string, std::less<>> borrowed;  ///< tensors of whoever called the function
    /// What has several values: "ctx.saved_tensors".
    std::map<std::string, std::vector<Expr>, std::less<>> sequences;

    /// The attributes of another frame's object, under the name that it has in this one.
    void takeObject(const std::string& name, const Frame& other, const std::string& otherName);

    Expr evaluate(const Tokens& written) const;
    /// "torch.nn.functional.relu" of "F.relu".
    std::string fullPath(const std::string& path) const;
    /// The function that a dotted path leads to, as in self.act = torch.tanh.
    std::optional<Expr> functionAt(const std::string& path, Span span) const;

    bool isModule(std::string_view path) const override;
    expr::Result<Expr> valueOf(std::string_view path, Span span) const override;
    expr::Result<Expr> call(const expr::WrittenCall& call) const override;
    expr::Result<Expr> partOf(const Expr& value, const expr::Token& part) const override;
    expr::Result<Expr> textOf(const expr::Token& text) const override;
    bool isCallable(const Expr& e) const override;
    bool hasSequences() const override { return true; }
    expr::Result<Expr> sequenceOf(const std::vector<Expr>& values, Span span) const override;

private:
    std::optional<Expr> property(std::string_view path, Span span) const;
    void requireTemporary(const expr::WrittenCall& call) const;
    Expr named(std::string_view path, Span span) const;
    Expr called(const expr::WrittenCall& call) const;
    Expr calledByPath(const expr::WrittenCall& call) const;
    Reader* m_reader;
};

}  // namespace actlab::importing
