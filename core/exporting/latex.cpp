#include "core/exporting/latex.hpp"

#include "core/exporting/latex_call.hpp"

#include "core/expr/printer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace actlab::exporting {

namespace {

using namespace expr;

constexpr std::array<std::string_view, 22> kGreek{
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu",    "nu",   "xi",    "rho",   "sigma",   "tau",  "phi", "chi",   "psi",  "omega", "pi"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "alpha" as the Greek letter, "w" in italics, "slope" upright.
std::string word(std::string_view name)
{
    if (std::find(kGreek.begin(), kGreek.end(), name) != kGreek.end())
        return "\\" + std::string(name);
    return name.size() == 1 ? std::string(name) : "\\mathrm{" + std::string(name) + "}";
}

/// "w_in" and "p1" with an index.
std::string symbol(const std::string& name)
{
    const auto end = std::min(name.find('_'), name.find_first_of("0123456789"));
    if (end == std::string::npos || end == 0)
        return word(name);
    std::string index = name.substr(name[end] == '_' ? end + 1 : end);
    std::replace(index.begin(), index.end(), '_', ' ');
    return word(name.substr(0, end)) + (index.empty() ? "" : "_{\\mathrm{" + index + "}}");
}

Tex latexNumber(double value)
{
    if (std::isnan(value))
        return {"\\text{undefined}", Binding::Atom};
    if (std::isinf(value))
        return {value < 0 ? "-\\infty" : "\\infty", value < 0 ? Binding::Sum : Binding::Atom};
    std::string digits = printNumber(value);
    const auto isSigned = digits.front() == '-';
    if (const auto pi = digits.find("pi"); pi != std::string::npos)
        digits.replace(pi, 2, "\\pi");
    const auto exponent = digits.find_first_of("eE");
    if (exponent == std::string::npos || digits.size() == (isSigned ? 2 : 1))
        return {digits, isSigned ? Binding::Sum : Binding::Atom};
    const char* const sign = digits.data() + exponent + 1;
    int power = 0;
    std::from_chars(*sign == '+' ? sign + 1 : sign, digits.data() + digits.size(), power);
    return {digits.substr(0, exponent) + " \\cdot 10^{" + std::to_string(power) + "}",
            isSigned ? Binding::Sum : Binding::Product};
}

std::string sign(CompareOp op)
{
    switch (op) {
    case CompareOp::Less: return " < ";
    case CompareOp::LessEqual: return " \\le ";
    case CompareOp::Greater: return " > ";
    case CompareOp::GreaterEqual: return " \\ge ";
    case CompareOp::Equal: return " = ";
    case CompareOp::NotEqual: return " \\ne ";
    }
    return " ";
}

Tex write(const Expr& e);

/// A condition used as a number is 1 where it holds: Iverson's bracket.
Tex asValue(const Expr& e)
{
    const Tex tex = write(e);
    return isCondition(e) ? Tex{"\\left[" + tex.text + "\\right]", Binding::Atom} : tex;
}

std::string value(const Expr& e, Binding least)
{
    return bound(asValue(e), least);
}

Tex difference(const Difference& d)
{
    return {value(d.left, Binding::Sum) + " - " + value(d.right, Binding::Product), Binding::Sum};
}

Tex sum(const Sum& s)
{
    const Tex right = asValue(s.right);
    const bool isNegative = right.text.front() == '-';
    return {value(s.left, Binding::Sum) + (isNegative ? " - " + right.text.substr(1) : " + " + right.text),
            Binding::Sum};
}

Tex product(const Product& p)
{
    const bool isSigned = as<Number>(p.left) != nullptr;  // -2 x needs no brackets round its -2
    const std::string left = value(p.left, isSigned ? Binding::Sum : Binding::Product);
    const std::string right = value(p.right, Binding::Product);
    const std::string dot = isDigit(right.front()) ? " \\cdot " : " \\, ";
    return {left + dot + right, left.front() == '-' ? Binding::Sum : Binding::Product};
}

Tex connected(const Expr& left, std::string_view word, const Expr& right)
{
    const auto side = [](const Expr& e) {
        const bool isLoose = as<And>(e) || as<Or>(e);
        return isLoose ? inParentheses(write(e).text) : write(e).text;
    };
    return {side(left) + " \\text{ " + std::string(word) + " } " + side(right), Binding::Condition};
}

Tex cases(const Piecewise& p)
{
    std::string rows;
    for (const Piece& piece : p.pieces)
        rows += asValue(piece.value).text + " & \\text{if } " + write(piece.condition).text + " \\\\ ";
    const auto* rest = as<Number>(p.otherwise);
    if (rest && std::isnan(rest->value))
        rows.resize(rows.size() - 4);
    else
        rows += asValue(p.otherwise).text + " & \\text{otherwise}";
    return {"\\begin{cases} " + rows + " \\end{cases}", Binding::Atom};
}

Tex call(const Call& c)
{
    std::vector<Tex> args;
    for (const Expr& arg : c.args)
        args.push_back(asValue(arg));
    return latexCall(*c.function, args);
}

Tex write(const Expr& e)
{
    return visit(
        Overloaded{
            [](const Number& n) { return latexNumber(n.value); },
            [](const Variable&) {
                return Tex{"x", Binding::Atom};
            },
            [](const Parameter& p) {
                return Tex{symbol(p.name), Binding::Atom};
            },
            [](const Negate& n) {
                return Tex{"-" + value(n.arg, Binding::Product), Binding::Sum};
            },
            [](const Sum& s) { return sum(s); },
            [](const Difference& d) { return difference(d); },
            [](const Product& p) { return product(p); },
            [](const Quotient& q) {
                return Tex{"\\frac{" + asValue(q.left).text + "}{" + asValue(q.right).text + "}", Binding::Product};
            },
            [](const Power& p) { return latexPower(asValue(p.left), asValue(p.right)); },
            [](const Comparison& c) {
                return Tex{value(c.left, Binding::Sum) + sign(c.op) + value(c.right, Binding::Sum),
                           Binding::Condition};
            },
            [](const And& a) { return connected(a.left, "and", a.right); },
            [](const Or& o) { return connected(o.left, "or", o.right); },
            [](const Not& n) {
                return Tex{"\\neg " + inParentheses(write(n.arg).text), Binding::Condition};
            },
            [](const Call& c) { return call(c); },
            [](const Piecewise& p) { return cases(p); },
        },
        e);
}

}  // namespace

std::optional<std::string> latex(const Expr& e)
{
    if (e.node().treeSize > kLongestLatex)
        return std::nullopt;
    return write(e).text;
}

}  // namespace actlab::exporting
