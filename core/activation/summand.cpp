#include "core/activation/summand.hpp"

#include "core/activation/catalogue.hpp"
#include "core/activation/piece_text.hpp"
#include "core/activation/rewrite.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/parser.hpp"
#include "core/expr/printer.hpp"
#include "core/expr/simplify.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace actlab::activation {

namespace {

using expr::Expr;

/// A number among the summands of a formula.
struct Summand {
    std::string_view words;
    double value;         ///< with the sign it has in the sum
    std::string before;   ///< the rest of the formula where the number is the last summand
    bool isLast = false;  ///< `before` and the number are the whole formula
    bool isNegated = false;
};

class Finder {
public:
    explicit Finder(std::string_view text) : m_text(text) {}

    std::optional<Summand> find(const Expr& e) const
    {
        if (const auto* s = expr::as<expr::Sum>(e))
            return inPair(s->left, s->right, 1);
        if (const auto* d = expr::as<expr::Difference>(e))
            return inPair(d->left, d->right, -1);
        return literal(e, 1);
    }

private:
    std::optional<Summand> inPair(const Expr& left, const Expr& right, double sign) const
    {
        if (auto found = literal(right, sign)) {
            found->before = trimmed(slice(m_text, left.node().span));
            found->isLast = reads(found->before, left);
            return found;
        }
        auto found = find(left);
        if (found)
            found->isLast = false;
        return found;
    }

    std::optional<Summand> literal(const Expr& e, double sign) const
    {
        const auto* number = expr::as<expr::Number>(e);
        const std::string_view words = slice(m_text, e.node().span);
        const bool isDigits = words.find_first_of("0123456789") != words.npos;
        if (!number || !isDigits || !reads(words, e))
            return std::nullopt;
        return Summand{words, sign * number->value, "", false, sign < 0};
    }

    static bool reads(std::string_view words, const Expr& e)
    {
        const auto meaning = expr::parse(words, catalogueLibrary());
        return meaning && *meaning == e;
    }

    std::string_view m_text;
};

std::optional<Summand> summandOf(std::string_view formula)
{
    const auto meaning = expr::parse(formula, catalogueLibrary());
    return meaning ? Finder(formula).find(*meaning) : std::nullopt;
}

/// " + 2*a" or " - 2*a": the printer knows how a summand is spelled; F stands in for what comes before it.
std::string tailFor(const Expr& summand)
{
    return expr::print(expr::algebra::sum(expr::parameter("F"), summand)).substr(1);
}

/// "a + b" in words; brackets hold `formula` together where it would fall apart without them.
std::string appended(const std::string& formula, const Expr& summand)
{
    if (expr::algebra::isNumber(summand, 0))
        return formula;
    if (const auto* s = expr::as<expr::Sum>(summand))
        return appended(appended(formula, s->left), s->right);
    if (const auto* d = expr::as<expr::Difference>(summand))
        return appended(appended(formula, d->left), expr::algebra::negated(d->right));
    const std::string tail = tailFor(summand);
    const std::string plain = formula + tail, bracketed = "(" + formula + ")" + tail;
    const auto read = expr::parse(plain, catalogueLibrary()), expected = expr::parse(bracketed, catalogueLibrary());
    return read && expected && *read == *expected ? plain : bracketed;
}

Expr tidied(const Expr& e, double scale)
{
    const auto* number = expr::as<expr::Number>(e);
    return number ? expr::number(tidy(number->value, scale)) : e;
}

}  // namespace

double tidy(double value, double scale)
{
    const double allowed = 1e-14 * std::max(std::abs(value), std::abs(scale));
    constexpr int kTidyDigits = 12;  // a number that needs more has no short form
    for (int digits = 1; digits <= kTidyDigits; ++digits) {
        char text[40];
        const auto end =
            std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, digits - 1).ptr;
        double shorter = value;
        std::from_chars(text, end, shorter);
        if (std::abs(shorter - value) <= allowed)
            return shorter + 0.0;
    }
    return value;
}

std::optional<double> addedNumber(std::string_view formula)
{
    const auto found = summandOf(trimmed(formula));
    return found ? std::optional(found->value) : std::nullopt;
}

std::string withAdded(std::string_view formula, const Expr& summand)
{
    formula = trimmed(formula);
    const auto found = summandOf(formula);
    if (!found)
        return appended(std::string(formula), tidied(summand, 0));
    const Expr total =
        tidied(expr::simplify(expr::algebra::sum(expr::number(found->value), summand)), std::abs(found->value));
    if (found->words == formula)
        return expr::print(total);
    if (found->isLast)
        return appended(found->before, total);
    const auto* number = expr::as<expr::Number>(total);
    if (!number)
        return appended(std::string(formula), summand);
    const std::string words = expr::printNumber(found->isNegated ? -number->value : number->value);
    const bool isFirst = found->words.data() == formula.data();
    return withWords(formula, found->words, words.starts_with('-') && !isFirst ? "(" + words + ")" : words);
}

std::string withAdded(std::string_view formula, double summand)
{
    return withAdded(formula, expr::number(summand));
}

}  // namespace actlab::activation
