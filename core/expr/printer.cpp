#include "core/expr/printer.hpp"

#include "core/expr/builtins.hpp"

#include <charconv>
#include <cmath>
#include <numbers>
#include <utility>

namespace actlab::expr {

namespace {

/// How tightly an expression holds together, as in the parser's grammar.
enum Strength { kTernary, kOr, kAnd, kNot, kComparison, kSum, kProduct, kUnary, kPower, kAtom };

constexpr std::string_view symbolOf(CompareOp op)
{
    switch (op) {
    case CompareOp::Less: return " < ";
    case CompareOp::LessEqual: return " <= ";
    case CompareOp::Greater: return " > ";
    case CompareOp::GreaterEqual: return " >= ";
    case CompareOp::Equal: return " == ";
    case CompareOp::NotEqual: break;
    }
    return " != ";
}

Strength strengthOf(const Expr& e)
{
    return visit(Overloaded{
                     [](const Number& n) { return std::signbit(n.value) && !std::isnan(n.value) ? kUnary : kAtom; },
                     [](const Variable&) { return kAtom; },
                     [](const Parameter&) { return kAtom; },
                     [](const Negate&) { return kUnary; },
                     [](const Sum&) { return kSum; },
                     [](const Difference&) { return kSum; },
                     [](const Product&) { return kProduct; },
                     [](const Quotient&) { return kProduct; },
                     [](const Power&) { return kPower; },
                     [](const Comparison&) { return kComparison; },
                     [](const And&) { return kAnd; },
                     [](const Or&) { return kOr; },
                     [](const Not&) { return kNot; },
                     [](const Call&) { return kAtom; },
                     [](const Piecewise&) { return kAtom; },
                 },
                 e);
}

class Printer {
public:
    std::string take() { return std::move(m_text); }

    /// Brackets `e` where it holds together less tightly than `least`.
    void print(const Expr& e, Strength least)
    {
        const bool brackets = strengthOf(e) < least;
        m_text += brackets ? "(" : "";
        printBare(e);
        m_text += brackets ? ")" : "";
    }

private:
    void printBare(const Expr& e)
    {
        visit(Overloaded{
                  [&](const Number& n) { m_text += printNumber(n.value); },
                  [&](const Variable&) { m_text += 'x'; },
                  [&](const Parameter& p) { m_text += p.name; },
                  [&](const Negate& n) { prefix("-", n.arg, kUnary); },
                  [&](const Sum& s) { infix(s.left, kSum, " + ", s.right, kProduct); },
                  [&](const Difference& d) { infix(d.left, kSum, " - ", d.right, kProduct); },
                  [&](const Product& p) { infix(p.left, kProduct, "*", p.right, kUnary); },
                  [&](const Quotient& q) { infix(q.left, kProduct, "/", q.right, kUnary); },
                  [&](const Power& p) { infix(p.left, kAtom, "^", p.right, kUnary); },
                  [&](const Comparison& c) { infix(c.left, kSum, symbolOf(c.op), c.right, kSum); },
                  [&](const And& a) { infix(a.left, kAnd, " and ", a.right, kNot); },
                  [&](const Or& o) { infix(o.left, kOr, " or ", o.right, kAnd); },
                  [&](const Not& n) { prefix("not ", n.arg, kNot); },
                  [&](const Call& c) { printCall(c); },
                  [&](const Piecewise& p) { printPieces(p); },
              },
              e);
    }

    void prefix(std::string_view symbol, const Expr& arg, Strength least)
    {
        m_text += symbol;
        print(arg, least);
    }

    void infix(const Expr& left, Strength leftLeast, std::string_view symbol, const Expr& right, Strength rightLeast)
    {
        print(left, leftLeast);
        m_text += symbol;
        print(right, rightLeast);
    }

    void printCall(const Call& c)
    {
        m_text += c.function->name;
        m_text += '(';
        for (const Expr& arg : c.args) {
            m_text += &arg == c.args.data() ? "" : ", ";
            print(arg, kTernary);
        }
        m_text += ')';
    }

    void printPieces(const Piecewise& p)
    {
        std::string_view before = "{";
        for (const Piece& piece : p.pieces) {
            m_text += std::exchange(before, ", ");
            infix(piece.condition, kTernary, ": ", piece.value, kTernary);
        }
        if (const auto* n = as<Number>(p.otherwise); !n || !std::isnan(n->value))
            prefix(before, p.otherwise, kTernary);
        m_text += '}';
    }

    std::string m_text;
};

std::string digitsOf(double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, end.ptr};
}

}  // namespace

std::string print(const Expr& e)
{
    Printer printer;
    printer.print(e, kTernary);
    return printer.take();
}

std::string printNumber(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::signbit(value))
        return "-" + printNumber(-value);
    if (std::isinf(value))
        return "inf";
    if (value == std::numbers::pi)
        return "pi";
    if (value == std::numbers::e)
        return "e";
    return digitsOf(value);
}

}  // namespace actlab::expr
