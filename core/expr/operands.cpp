#include "core/expr/grammar.hpp"

#include <algorithm>
#include <limits>

namespace actlab::expr {

namespace {

/// Keywords of PyTorch that change no value here, whatever they are set to: `inplace=True`.
constexpr std::string_view kSettings[] = {"inplace", "dtype", "device", "requires_grad"};

Expr valueOrThrow(Result<Expr> meaning)
{
    if (!meaning)
        throw Failure{meaning.error()};
    return *std::move(meaning);
}

}  // namespace

Expr Grammar::postfix()
{
    const std::size_t begin = position();
    Expr e = primary();
    while (isSymbol(".") || (isSymbol("(") && m_scope.isCallable(e))) {
        if (!accept(".")) {
            e = call({.name = {}, .nameSpan = e.node().span, .args = {{{}, {}, e}}, .isMethod = true}, begin);
            continue;
        }
        const Token name = take();
        if (name.kind != TokenKind::Name)
            fail("the name of a method was expected behind the dot", name.span, "Write `x.clamp(min=0)`.");
        e = isSymbol("(")
                ? call({.name = name.text, .nameSpan = name.span, .args = {{{}, {}, e}}, .isMethod = true}, begin)
                : valueOrThrow(m_scope.partOf(e, name));
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
    if (isSymbol("{") && !m_scope.hasSequences())
        return pieces();
    if (isSymbol("[") && m_scope.hasSequences())
        return squareBracketed();
    if (peek().kind == TokenKind::Text)
        return valueOrThrow(m_scope.textOf(take()));
    failForLackOfValue();
}

Expr Grammar::bracketed()
{
    const Deeper deeper(*this);
    const std::size_t begin = position();
    const Token opening = take();
    Expr inner = value();
    if (m_scope.hasSequences() && accept(","))
        return sequence({inner}, opening, begin);
    close(")", opening);
    return inner;
}

Expr Grammar::squareBracketed()
{
    const Deeper deeper(*this);
    const std::size_t begin = position();
    const Token opening = take();
    return sequence({}, opening, begin);
}

Expr Grammar::sequence(std::vector<Expr> values, const Token& opening, std::size_t begin)
{
    const std::string_view closing = opening.text == "(" ? ")" : "]";
    while (!isAtEnd() && !isSymbol(closing)) {
        values.push_back(value());
        if (!accept(","))
            break;
    }
    close(closing, opening);
    return valueOrThrow(m_scope.sequenceOf(values, spanFrom(begin)));
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
    return checked(piecewise(std::move(pieces),
                             otherwise.value_or(number(std::numeric_limits<double>::quiet_NaN(), span)), span));
}

Expr Grammar::named()
{
    const std::size_t begin = position();
    std::string name = take().text, module;
    while (m_scope.isModule(module + name) && accept(".")) {
        module += name + ".";
        const Token inner = take();
        if (inner.kind != TokenKind::Name)
            fail("the name of a function was expected behind " + quoted(module), inner.span);
        name = inner.text;
    }
    const Span span = spanFrom(begin);
    if (isSymbol("("))
        return call({.name = std::move(name), .nameSpan = span, .module = std::move(module)}, begin);
    return valueOrThrow(m_scope.valueOf(module + name, span));
}

Expr Grammar::call(WrittenCall call, std::size_t begin)
{
    const Deeper deeper(*this);
    const Token opening = take();
    if (!isSymbol(")"))
        do
            addArgument(call.args);
        while (accept(",") && !(m_scope.hasSequences() && isSymbol(")")));
    close(")", opening);
    call.span = spanFrom(begin);
    return checked(valueOrThrow(m_scope.call(call)));
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
