#include "core/expr/grammar.hpp"

namespace actlab::expr {

namespace {

struct ComparisonSymbol {
    std::string_view symbol;
    CompareOp op;
};
constexpr ComparisonSymbol kComparisons[] = {
    {"<", CompareOp::Less},          {"<=", CompareOp::LessEqual}, {">", CompareOp::Greater},
    {">=", CompareOp::GreaterEqual}, {"==", CompareOp::Equal},     {"!=", CompareOp::NotEqual},
};

/// Python's `//` rounds down, and what `%` leaves has the sign of its right side.
Expr productBy(std::string_view symbol, const Expr& left, const Expr& right)
{
    if (symbol == "*")
        return left * right;
    if (symbol == "/")
        return left / right;
    const Expr whole = call("floor", {left / right});
    return symbol == "//" ? whole : left - whole * right;
}

/// What `&`, `|` and `~` join: they bind more tightly than a comparison.
Expr mask(const Expr& e)
{
    if (!isCondition(e))
        fail("this is a value, not a condition", e.node().span,
             "Python needs brackets here, as in (x > 0) & (x < 1).");
    return e;
}

}  // namespace

Expr Grammar::formula()
{
    if (isAtEnd())
        fail("the formula is empty", peek().span, "Write one, as in max(x, 0).");
    Expr e = value();
    if (!isAtEnd())
        failBehindFormula();
    return e;
}

Expr Grammar::checked(Expr e)
{
    if (e.node().depth > Limits::depth)
        failTooDeep(e.node().span);
    return e;
}

Expr Grammar::condition(const Expr& e)
{
    if (!isCondition(e))
        fail("this is a value, not a condition", e.node().span, "Compare something, as in x < 0.");
    return e;
}

Expr Grammar::value()
{
    const std::size_t begin = position();
    Expr first = disjunction();
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

Expr Grammar::innerValue()
{
    const Deeper deeper(*this);
    return value();
}

Expr Grammar::disjunction()
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

Expr Grammar::conjunction()
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

Expr Grammar::inversion()
{
    const std::size_t begin = position();
    if (!accept("not"))
        return comparison();
    const Deeper deeper(*this);
    const Expr arg = condition(inversion());
    return checked(negation(arg, spanFrom(begin)));
}

std::optional<CompareOp> Grammar::acceptComparison()
{
    for (const auto& [symbol, op] : kComparisons)
        if (accept(symbol))
            return op;
    return std::nullopt;
}

Expr Grammar::comparison()
{
    const std::size_t begin = position();
    std::size_t beginOfLink = begin;
    Expr left = anyMask();
    std::optional<Expr> chain;
    while (const auto op = acceptComparison()) {
        const std::size_t next = position();
        const Expr right = anyMask();
        const Expr link = checked(compare(*op, left, right, spanFrom(beginOfLink)));
        chain = chain ? checked(both(*chain, link, spanFrom(begin))) : link;
        left = right;
        beginOfLink = next;
    }
    return chain.value_or(left);
}

Expr Grammar::anyMask()
{
    const std::size_t begin = position();
    Expr left = allMasks();
    while (accept("|")) {
        const Expr test = mask(left);
        const Expr right = mask(allMasks());
        left = checked(either(test, right, spanFrom(begin)));
    }
    return left;
}

Expr Grammar::allMasks()
{
    const std::size_t begin = position();
    Expr left = sum();
    while (accept("&")) {
        const Expr test = mask(left);
        const Expr right = mask(sum());
        left = checked(both(test, right, spanFrom(begin)));
    }
    return left;
}

Expr Grammar::sum()
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

Expr Grammar::product()
{
    const std::size_t begin = position();
    Expr left = unary();
    while (isSymbol("*") || isSymbol("/") || isSymbol("//") || isSymbol("%")) {
        const std::string symbol = take().text;
        const Expr right = unary();
        left = checked(withSpan(productBy(symbol, left, right), spanFrom(begin)));
    }
    return left;
}

Expr Grammar::unary()
{
    const std::size_t begin = position();
    if (accept("~")) {
        const Deeper deeper(*this);
        const Expr arg = mask(unary());
        return checked(negation(arg, spanFrom(begin)));
    }
    const bool isMinus = accept("-");
    if (!isMinus && !accept("+"))
        return power();
    const Deeper deeper(*this);
    const Expr arg = unary();
    return isMinus ? checked(negate(arg, spanFrom(begin))) : arg;
}

Expr Grammar::power()
{
    const std::size_t begin = position();
    Expr base = postfix();
    if (!accept("^"))
        return base;
    const Deeper deeper(*this);
    const Expr exponent = unary();
    return checked(binary(BinaryOp::Power, base, exponent, spanFrom(begin)));
}

}  // namespace actlab::expr
