#include "core/expr/parser.hpp"

#include "core/expr/call.hpp"
#include "core/expr/children.hpp"
#include "core/expr/token_reader.hpp"

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
class Parser : private TokenReader {
public:
    Parser(std::vector<Token> tokens, const Library& library) : TokenReader(std::move(tokens)), m_library(library) {}

    Expr formula()
    {
        if (isAtEnd())
            fail("the formula is empty", peek().span, "Write one, as in max(x, 0).");
        const Expr e = value();
        if (!isAtEnd())
            failBehindFormula();
        return e;
    }

private:
    /// Every node is made here: what grows too deep without recursion (x+x+x+…) is stopped too.
    static Expr checked(Expr e)
    {
        if (e.node().depth > Limits::depth)
            failTooDeep(e.node().span);
        return e;
    }

    static Expr condition(const Expr& e)
    {
        if (!isCondition(e))
            fail("this is a value, not a condition", e.node().span, "Compare something, as in x < 0.");
        return e;
    }

    Expr value()
    {
        const std::size_t begin = position();
        const Expr first = disjunction();
        if (accept("?")) {
            const Expr test = condition(first);
            const Expr yes = innerValue();
            expect(":", "the `:` of `condition ? value : value`");
            const Expr no = innerValue();
            return checked(piecewise({{test, yes}}, no, spanFrom(begin)));
        }
        if (accept("if")) {
            const Expr test = condition(disjunction());
            expect("else", "the `else` of `value if condition else value`");
            const Expr no = innerValue();
            return checked(piecewise({{test, first}}, no, spanFrom(begin)));
        }
        return first;
    }

    Expr innerValue()
    {
        const Deeper deeper(*this);
        return value();
    }

    Expr disjunction()
    {
        const std::size_t begin = position();
        Expr left = conjunction();
        while (accept("or")) {
            const Expr test = condition(left);
            const Expr right = condition(conjunction());
            left = checked(either(test, right, spanFrom(begin)));
        }
        return left;
    }

    Expr conjunction()
    {
        const std::size_t begin = position();
        Expr left = inversion();
        while (accept("and")) {
            const Expr test = condition(left);
            const Expr right = condition(inversion());
            left = checked(both(test, right, spanFrom(begin)));
        }
        return left;
    }

    Expr inversion()
    {
        const std::size_t begin = position();
        if (!accept("not"))
            return comparison();
        const Deeper deeper(*this);
        const Expr arg = condition(inversion());
        return checked(negation(arg, spanFrom(begin)));
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
        const std::size_t begin = position();
        std::size_t beginOfLink = begin;
        Expr left = sum();
        std::optional<Expr> chain;
        while (const auto op = acceptComparison()) {
            const std::size_t next = position();
            const Expr right = sum();
            const Expr link = checked(compare(*op, left, right, spanFrom(beginOfLink)));
            chain = chain ? checked(both(*chain, link, spanFrom(begin))) : link;
            left = right;
            beginOfLink = next;
        }
        return chain.value_or(left);
    }

    Expr sum()
    {
        const std::size_t begin = position();
        Expr left = product();
        while (isSymbol("+") || isSymbol("-")) {
            const BinaryOp op = take().text == "+" ? BinaryOp::Add : BinaryOp::Subtract;
            const Expr right = product();
            left = checked(binary(op, left, right, spanFrom(begin)));
        }
        return left;
    }

    Expr product()
    {
        const std::size_t begin = position();
        Expr left = unary();
        while (isSymbol("*") || isSymbol("/")) {
            const BinaryOp op = take().text == "*" ? BinaryOp::Multiply : BinaryOp::Divide;
            const Expr right = unary();
            left = checked(binary(op, left, right, spanFrom(begin)));
        }
        return left;
    }

    Expr unary()
    {
        const std::size_t begin = position();
        const bool isMinus = accept("-");
        if (!isMinus && !accept("+"))
            return power();
        const Deeper deeper(*this);
        const Expr arg = unary();
        return isMinus ? checked(negate(arg, spanFrom(begin))) : arg;
    }

    Expr power()
    {
        const std::size_t begin = position();
        const Expr base = postfix();
        if (!accept("^"))
            return base;
        const Deeper deeper(*this);
        const Expr exponent = unary();
        return checked(binary(BinaryOp::Power, base, exponent, spanFrom(begin)));
    }

    Expr postfix()
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

    Expr primary()
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

    Expr bracketed()
    {
        const Deeper deeper(*this);
        const Token opening = take();
        const Expr inner = value();
        close(")", opening);
        return inner;
    }

    /// {condition: value, condition: value, otherwise}
    Expr pieces()
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

    Expr named()
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

    static Expr constantOrParameter(const Token& name, bool isOfModule)
    {
        for (const auto& [text, value] : kConstants)
            if (name.text == text)
                return number(value, name.span);
        if (isFunctionName(name.text))
            fail(quoted(name.text) + " is a function and needs an argument", name.span,
                 "Write `" + name.text + "(x)`.");
        if (isOfModule)
            fail("there is no constant " + quoted(name.text), name.span, "There are pi, e, inf and nan.");
        return name.text == "x" ? variable(name.span) : parameter(name.text, name.span);
    }

    /// What stands in brackets behind a name; `begin` is where the name, or the value of a method, begins.
    Expr call(const Token& name, std::vector<Argument> args, std::size_t begin, bool isTorch)
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

    void addArgument(std::vector<Argument>& args)
    {
        const Token keyword = acceptKeyword();
        if (std::ranges::find(kSettings, keyword.text) != std::end(kSettings))
            skipSetting();
        else if (keyword.kind == TokenKind::Name)
            args.push_back({keyword.text, keyword.span, value()});
        else
            args.push_back({std::nullopt, {}, value()});
    }

    /// `torch.float32` or `True`
    void skipSetting()
    {
        do
            if (take().kind == TokenKind::Symbol)
                fail("a value was expected here", spanFrom(position() - 1));
        while (accept("."));
    }

    const Library& m_library;
};

void checkPieces(const Expr& e)
{
    const auto* p = as<Piecewise>(e);
    if (p && p->pieces.size() > Limits::pieces)
        fail("a function has at most " + std::to_string(Limits::pieces) + " pieces", e.node().span,
             "This one has " + std::to_string(p->pieces.size()) + ".");
}

/// Limits that only the whole formula can break.
void checkSize(const Expr& e)
{
    if (distinctNodes(e) > Limits::nodes)
        fail("the formula has more than " + std::to_string(Limits::nodes) + " operations and values", e.node().span,
             "Make it shorter.");
    if (parametersOf(e).size() > Limits::parameters)
        fail("a function has at most " + std::to_string(Limits::parameters) + " parameters", e.node().span,
             "Every name that is not a function counts as one.");
    forEachNode(e, checkPieces);
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
