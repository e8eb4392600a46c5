#include "core/expr/parser.hpp"

#include "core/expr/call.hpp"
#include "core/expr/lexer.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

namespace actlab::expr {

namespace {

/// Carries an error out of the recursion; never leaves this file.
struct Failure {
    SourceError error;
};

[[noreturn]] void fail(std::string message, Span span, std::string hint = {})
{
    throw Failure{{std::move(message), span, std::move(hint)}};
}

Span join(Span a, Span b)
{
    return {a.begin, b.end};
}

std::string quoted(const std::string& text)
{
    return "`" + text + "`";
}

constexpr std::string_view kModules[] = {"torch", "F", "nn", "functional", "special", "math", "np", "numpy"};

bool isModule(const std::string& name)
{
    return std::ranges::find(kModules, name) != std::end(kModules);
}

struct ComparisonSymbol {
    std::string_view symbol;
    CompareOp op;
};
constexpr ComparisonSymbol kComparisons[] = {
    {"<", CompareOp::Less},          {"<=", CompareOp::LessEqual}, {">", CompareOp::Greater},
    {">=", CompareOp::GreaterEqual}, {"==", CompareOp::Equal},     {"!=", CompareOp::NotEqual},
};

/// One method for each line of the grammar, from what binds least to what binds most:
///   value:      or ["?" value ":" value | "if" or "else" value]
///   or, and, not, comparison ("a < b < c" chains), sum, product, unary
///   power:      postfix ["^" unary]
///   postfix:    primary {"." method "(" arguments ")"}
///   primary:    number | name | call | "(" value ")" | "{" pieces "}"
class Parser {
public:
    Parser(std::vector<Token> tokens, const Library& library) : m_tokens(std::move(tokens)), m_library(library) {}

    Expr formula()
    {
        if (peek().kind == TokenKind::End)
            fail("the formula is empty", peek().span, "Write one, as in max(x, 0).");
        const Expr e = value();
        if (peek().kind != TokenKind::End)
            failBehindFormula();
        return e;
    }

private:
    /// Counts how deep the recursion is, so that no text can exhaust the stack.
    class Deeper {
    public:
        explicit Deeper(Parser& parser) : m_parser(parser)
        {
            if (++m_parser.m_depth > Limits::depth)
                failTooDeep(m_parser.peek().span);
        }
        ~Deeper() { --m_parser.m_depth; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

    private:
        Parser& m_parser;
    };

    [[noreturn]] static void failTooDeep(Span span)
    {
        fail("the formula is nested more than " + std::to_string(Limits::depth) + " deep", span,
             "Give an inner part of it a name of its own.");
    }

    const Token& peek() const { return m_tokens[m_at]; }
    Token take() { return m_tokens[m_at + 1 < m_tokens.size() ? m_at++ : m_at]; }
    bool isSymbol(std::string_view symbol) const { return peek().kind == TokenKind::Symbol && peek().text == symbol; }
    bool accept(std::string_view symbol)
    {
        const bool there = isSymbol(symbol);
        m_at += there ? 1 : 0;
        return there;
    }

    std::string found() const
    {
        return peek().kind == TokenKind::End ? "the formula ends" : "there is " + quoted(peek().text);
    }

    [[noreturn]] void failBehindFormula() const
    {
        const std::string text = peek().text;
        if (text == ")" || text == "}" || text == "]")
            fail("nothing is open that " + quoted(text) + " could close", peek().span, "Leave it out.");
        if (text == "=")
            fail("`=` has no meaning in a formula", peek().span,
                 "Write == to compare, or only what stands behind the =.");
        if (peek().kind == TokenKind::Symbol && text != "(" && text != "{")
            fail("an operator was expected here, but " + found(), peek().span);
        fail("an operator is missing before " + quoted(text), peek().span, "Write * for a product, as in 2*x.");
    }

    /// Every node is made here: what grows too deep without recursion (x+x+x+…) is stopped too.
    Expr checked(Expr e) const
    {
        if (e.node().depth > Limits::depth)
            failTooDeep(e.node().span);
        return e;
    }

    Expr condition(const Expr& e) const
    {
        if (!isCondition(e))
            fail("this is a value, not a condition", e.node().span, "Compare something, as in x < 0.");
        return e;
    }

    void expect(std::string_view symbol, const std::string& what)
    {
        if (!accept(symbol))
            fail(what + " was expected here, but " + found(), peek().span,
                 "Write " + quoted(std::string(symbol)) + ".");
    }

    void close(std::string_view symbol, const Token& opening)
    {
        if (accept(symbol))
            return;
        if (peek().kind == TokenKind::End)
            fail("this " + quoted(opening.text) + " is never closed", opening.span,
                 "Add " + quoted(std::string(symbol)) + ".");
        if (peek().kind == TokenKind::Symbol)
            fail(quoted(std::string(symbol)) + " was expected here, but " + found(), peek().span);
        failBehindFormula();
    }

    static Span between(const Expr& a, const Expr& b) { return join(a.node().span, b.node().span); }

    Expr value()
    {
        const Deeper deeper(*this);
        const Expr first = disjunction();
        if (accept("?")) {
            const Expr yes = value();
            expect(":", "the `:` of `condition ? value : value`");
            const Expr no = value();
            return checked(piecewise({{condition(first), yes}}, no, between(first, no)));
        }
        if (accept("if")) {
            const Expr test = condition(disjunction());
            expect("else", "the `else` of `value if condition else value`");
            const Expr no = value();
            return checked(piecewise({{test, first}}, no, between(first, no)));
        }
        return first;
    }

    Expr disjunction()
    {
        Expr left = conjunction();
        while (accept("or")) {
            const Expr right = condition(conjunction());
            left = checked(either(condition(left), right, between(left, right)));
        }
        return left;
    }

    Expr conjunction()
    {
        Expr left = inversion();
        while (accept("and")) {
            const Expr right = condition(inversion());
            left = checked(both(condition(left), right, between(left, right)));
        }
        return left;
    }

    Expr inversion()
    {
        const Token token = peek();
        if (!accept("not"))
            return comparison();
        const Deeper deeper(*this);
        const Expr arg = condition(inversion());
        return checked(negation(arg, join(token.span, arg.node().span)));
    }

    std::optional<CompareOp> acceptComparison()
    {
        for (const auto& [symbol, op] : kComparisons)
            if (accept(symbol))
                return op;
        return std::nullopt;
    }

    /// "a < b < c" means "a < b and b < c".
    Expr comparison()
    {
        Expr left = sum();
        std::optional<Expr> chain;
        while (const auto op = acceptComparison()) {
            const Expr right = sum();
            const Expr link = checked(compare(*op, left, right, between(left, right)));
            chain = chain ? checked(both(*chain, link, between(*chain, link))) : link;
            left = right;
        }
        return chain.value_or(left);
    }

    Expr sum()
    {
        Expr left = product();
        while (isSymbol("+") || isSymbol("-")) {
            const BinaryOp op = take().text == "+" ? BinaryOp::Add : BinaryOp::Subtract;
            const Expr right = product();
            left = checked(binary(op, left, right, between(left, right)));
        }
        return left;
    }

    Expr product()
    {
        Expr left = unary();
        while (isSymbol("*") || isSymbol("/")) {
            const BinaryOp op = take().text == "*" ? BinaryOp::Multiply : BinaryOp::Divide;
            const Expr right = unary();
            left = checked(binary(op, left, right, between(left, right)));
        }
        return left;
    }

    Expr unary()
    {
        const Deeper deeper(*this);
        const Token token = peek();
        if (accept("-")) {
            const Expr arg = unary();
            return checked(negate(arg, join(token.span, arg.node().span)));
        }
        if (accept("+"))
            return unary();
        return power();
    }

    Expr power()
    {
        const Expr base = postfix();
        if (!accept("^"))
            return base;
        const Expr exponent = unary();
        return checked(binary(BinaryOp::Power, base, exponent, between(base, exponent)));
    }

    Expr postfix()
    {
        Expr e = primary();
        while (accept(".")) {
            const Token name = take();
            if (name.kind != TokenKind::Name)
                fail("the name of a method was expected behind the dot", name.span, "Write `x.clamp(min=0)`.");
            if (!isSymbol("("))
                fail("a value has no part " + quoted(name.text), name.span, "Methods need brackets: `x.abs()`.");
            e = call(name, {{{}, {}, e}}, e.node().span);
        }
        return e;
    }

    Expr primary()
    {
        const Token token = peek();
        if (token.kind == TokenKind::Number) {
            take();
            return number(token.value, token.span);
        }
        if (token.kind == TokenKind::Name)
            return named();
        if (isSymbol("("))
            return bracketed();
        if (isSymbol("{"))
            return pieces();
        if (isSymbol("["))
            fail("square brackets have no meaning in a formula", token.span, "Write ( and ).");
        fail("a value was expected here, but " + found(), token.span);
    }

    Expr bracketed()
    {
        const Token opening = take();
        const Expr inner = value();
        close(")", opening);
        return inner;
    }

    /// {condition: value, condition: value, otherwise}
    Expr pieces()
    {
        const Token opening = take();
        std::vector<Piece> pieces;
        std::optional<Expr> otherwise;
        do {
            const Expr first = value();
            if (!accept(":")) {
                otherwise = first;
                break;
            }
            pieces.push_back({condition(first), value()});
            if (pieces.size() > Limits::pieces)
                fail("a function has at most " + std::to_string(Limits::pieces) + " pieces", first.node().span);
        } while (accept(","));
        if (otherwise && isSymbol(","))
            fail("a value without a condition is the rest and must stand last", otherwise->node().span,
                 "Write the condition and `:` before it.");
        close("}", opening);
        const Span span = join(opening.span, m_tokens[m_at - 1].span);
        return checked(piecewise(std::move(pieces), otherwise.value_or(number(kNothing)), span));
    }

    Expr named()
    {
        Token name = take();
        bool fromModule = false;
        while (isModule(name.text) && isSymbol(".")) {
            take();
            const Token inner = take();
            if (inner.kind != TokenKind::Name)
                fail("the name of a function was expected behind " + quoted(name.text + "."), inner.span);
            name = {TokenKind::Name, inner.text, 0, join(name.span, inner.span)};
            fromModule = true;
        }
        if (isSymbol("("))
            return call(name, {}, name.span, fromModule);
        return constantOrParameter(name);
    }

    Expr constantOrParameter(const Token& name) const
    {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        const std::pair<std::string_view, double> constants[] = {
            {"pi", std::numbers::pi}, {"e", std::numbers::e}, {"inf", kInfinity}, {"nan", kNothing}};
        if (name.text == "x")
            return variable(name.span);
        for (const auto& [text, value] : constants)
            if (name.text == text)
                return number(value, name.span);
        if (isFunctionName(name.text))
            fail(quoted(name.text) + " is a function and needs an argument", name.span,
                 "Write `" + name.text + "(x)`.");
        return parameter(name.text, name.span);
    }

    Expr call(const Token& name, std::vector<Argument> args, Span begin, bool fromTorch = false)
    {
        const Deeper deeper(*this);
        const Token opening = take();
        if (!isSymbol(")"))
            do
                args.push_back(argument());
            while (accept(","));
        close(")", opening);
        const WrittenCall written{name.text, name.span, join(begin, m_tokens[m_at - 1].span), std::move(args),
                                  fromTorch};
        auto meaning = resolve(written, m_library);
        if (!meaning)
            throw Failure{meaning.error()};
        return checked(*meaning);
    }

    Argument argument()
    {
        const bool isKeyword = peek().kind == TokenKind::Name && m_tokens[m_at + 1].kind == TokenKind::Symbol &&
                               m_tokens[m_at + 1].text == "=";
        if (!isKeyword)
            return {std::nullopt, {}, value()};
        const Token name = take();
        take();
        return {name.text, name.span, value()};
    }

    static constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

    std::vector<Token> m_tokens;
    const Library& m_library;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;
};

/// Limits that only the whole formula can break.
void checkSize(const Expr& e)
{
    if (distinctNodes(e) > Limits::nodes)
        fail("the formula has more than " + std::to_string(Limits::nodes) + " operations and values", e.node().span,
             "Make it shorter.");
    if (parametersOf(e).size() > Limits::parameters)
        fail("a function has at most " + std::to_string(Limits::parameters) + " parameters", e.node().span,
             "Every name that is not a function counts as one.");
    if (const auto* p = as<Piecewise>(e); p && p->pieces.size() > Limits::pieces)
        fail("a function has at most " + std::to_string(Limits::pieces) + " pieces", e.node().span);
}

}  // namespace

Result<Expr> parse(std::string_view text, const Library& library)
{
    auto tokens = tokenize(text);
    if (!tokens)
        return tl::unexpected(tokens.error());
    try {
        const Expr e = Parser(std::move(*tokens), library).formula();
        checkSize(e);
        return e;
    } catch (const Failure& failure) {
        return tl::unexpected(failure.error);
    }
}

}  // namespace actlab::expr
