#include "core/expr/grammar.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

namespace actlab::expr {

namespace {

constexpr std::string_view kModules[] = {"torch", "F", "nn", "functional", "special", "math", "np", "numpy"};

/// Keywords of PyTorch that change no value here, whatever they are set to: `inplace=True`.
constexpr std::string_view kSettings[] = {"inplace", "dtype", "device", "requires_grad"};

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::pair<std::string_view, double> kConstants[] = {{"pi", std::numbers::pi},
                                                              {"e", std::numbers::e},
                                                              {"inf", std::numeric_limits<double>::infinity()},
                                                              {"nan", kNothing}};

}  // namespace

Expr Grammar::postfix()
{
    const std::size_t begin = position();
    Expr e = primary();
    while (accept(".")) {
        const Token name = take();
        if (name.kind != TokenKind::Name)
            fail("the name of a method was expected behind the dot", name.span, "Write `x.clamp(min=0)`.");
        if (!isSymbol("("))
            fail("a value has no part " + quoted(name.text), name.span, "Methods need brackets: `x.abs()`.");
        e = call(name, {{{}, {}, e}}, begin, true);
    }
    return e;
}

Expr Grammar::primary()
{
    if (peek().kind == TokenKind::Number) {
        const Token token = take();
        return number(token.value, token.span);
    }
    if (peek().kind == TokenKind::Name)
        return named();
    if (isSymbol("("))
        return bracketed();
    if (isSymbol("{"))
        return pieces();
    failForLackOfValue();
}

Expr Grammar::bracketed()
{
    const Deeper deeper(*this);
    const Token opening = take();
    Expr inner = value();
    close(")", opening);
    return inner;
}

Expr Grammar::pieces()
{
    const Deeper deeper(*this);
    const std::size_t begin = position();
    const Token opening = take();
    std::vector<Piece> pieces;
    std::optional<Expr> otherwise;
    do {
        const Expr first = value();
        if (accept(":"))
            pieces.push_back({condition(first), value()});
        else
            otherwise = first;
    } while (!otherwise && accept(","));
    if (otherwise && isSymbol(","))
        fail("a value without a condition is the rest and must stand last", otherwise->node().span,
             "Write the condition and `:` before it.");
    close("}", opening);
    const Span span = spanFrom(begin);
    return checked(piecewise(std::move(pieces), otherwise.value_or(number(kNothing, span)), span));
}

Expr Grammar::named()
{
    const std::size_t begin = position();
    Token name = take();
    bool isTorch = false;
    while (std::ranges::find(kModules, name.text) != std::end(kModules) && accept(".")) {
        const Token inner = take();
        if (inner.kind != TokenKind::Name)
            fail("the name of a function was expected behind " + quoted(name.text + "."), inner.span);
        name = {TokenKind::Name, inner.text, 0, spanFrom(begin)};
        isTorch = true;
    }
    if (isSymbol("("))
        return call(name, {}, begin, isTorch);
    return constantOrParameter(name, isTorch);
}

Expr Grammar::constantOrParameter(const Token& name, bool isOfModule) const
{
    for (const auto& [text, value] : kConstants)
        if (name.text == text)
            return number(value, name.span);
    if (isFunctionName(name.text, m_library))
        fail(quoted(name.text) + " is a function and needs an argument", name.span, "Write `" + name.text + "(x)`.");
    if (isOfModule)
        fail("there is no constant " + quoted(name.text), name.span, "There are pi, e, inf and nan.");
    return name.text == "x" ? variable(name.span) : parameter(name.text, name.span);
}

Expr Grammar::call(const Token& name, std::vector<Argument> args, std::size_t begin, bool isTorch)
{
    const Deeper deeper(*this);
    const Token opening = take();
    if (!isSymbol(")"))
        do
            addArgument(args);
        while (accept(","));
    close(")", opening);
    auto meaning = resolve({name.text, name.span, spanFrom(begin), std::move(args), isTorch}, m_library);
    if (!meaning)
        throw Failure{meaning.error()};
    return checked(*meaning);
}

void Grammar::addArgument(std::vector<Argument>& args)
{
    const Token keyword = acceptKeyword();
    if (std::ranges::find(kSettings, keyword.text) != std::end(kSettings))
        skipSetting();
    else if (keyword.kind == TokenKind::Name)
        args.push_back({keyword.text, keyword.span, value()});
    else
        args.push_back({std::nullopt, {}, value()});
}

void Grammar::skipSetting()
{
    do
        if (take().kind == TokenKind::Symbol)
            fail("a value was expected here", spanFrom(position() - 1));
    while (accept("."));
}

}  // namespace actlab::expr
