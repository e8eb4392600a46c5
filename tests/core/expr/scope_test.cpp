#include "core/expr/scope.hpp"

#include "core/expr/lexer.hpp"
#include "core/expr/printer.hpp"

#include <gtest/gtest.h>

namespace actlab::expr {
namespace {

/// Every name is one; calls give their first argument.
class OneScope : public Scope {
public:
    bool isModule(std::string_view path) const override { return path == "m" || path == "m.n"; }
    Result<Expr> valueOf(std::string_view path, Span span) const override
    {
        return path == "x" ? variable(span) : parameter(std::string(path), span);
    }
    Result<Expr> call(const WrittenCall& call) const override
    {
        return parameter(call.module + "|" + call.name + (call.isMethod ? "|method" : ""), call.span);
    }
    bool isCallable(const Expr& e) const override { return as<Parameter>(e) && as<Parameter>(e)->name == "f"; }
    bool hasSequences() const override { return true; }
    Result<Expr> textOf(const Token& text) const override { return parameter("text " + text.text, text.span); }
    Result<Expr> sequenceOf(const std::vector<Expr>& values, Span span) const override
    {
        return number(static_cast<double>(values.size()), span);
    }
};

std::string read(const std::string& python)
{
    auto tokens = tokenizePython(python);
    if (!tokens)
        return tokens.error().message;
    const auto e = parse(std::move(*tokens), OneScope());
    return e ? print(*e) : e.error().message;
}

TEST(Scope, isAskedForNamesWithTheirModules)
{
    EXPECT_EQ(read("m.n.v"), "m.n.v");
    EXPECT_EQ(read("m.n.g(x)"), "m.n.|g");
    EXPECT_EQ(read("x.g(1)"), "|g|method");
    EXPECT_EQ(read("f(x)"), "|f");
    EXPECT_EQ(read("(f)(x)"), "||method");
    EXPECT_EQ(read("'a b'"), "text a b");
}

TEST(Scope, isAskedForSequences)
{
    EXPECT_EQ(read("[x]"), "1");
    EXPECT_EQ(read("[]"), "0");
    EXPECT_EQ(read("(x, 2,)"), "2");
    EXPECT_EQ(read("(x)"), "x");
}

TEST(PythonsGrammar, joinsMasksBeforeItCompares)
{
    EXPECT_EQ(read("(x > 0) & (x < 1) | ~(x == 3)"), "x > 0 and x < 1 or not x == 3");
    EXPECT_EQ(read("x > 0 & x < 1"), "this is a value, not a condition");
}

TEST(PythonsGrammar, roundsDownInDivisions)
{
    EXPECT_EQ(read("x // 2"), "floor(x/2)");
    EXPECT_EQ(read("x % 2"), "x - floor(x/2)*2");
}

TEST(PythonsLexer, differsFromTheOneOfFormulas)
{
    EXPECT_EQ(read("1_000.5e-1_0"), print(number(1000.5e-10)));
    EXPECT_EQ(read("x ^ 2"), "the character `^` has no meaning here");
    EXPECT_EQ(read("{x: 1}"), "a value was expected here, but there is `{`");
    EXPECT_EQ(read("x ? 1 : 2"), "the character `?` has no meaning here");
    EXPECT_EQ(read("'abc"), "this text is never closed");
    EXPECT_EQ(tokenizePython("x × 2").error().hint, "Python writes `*`.");
}

}  // namespace
}  // namespace actlab::expr
