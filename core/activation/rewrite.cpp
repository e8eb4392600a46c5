#include "core/activation/rewrite.hpp"

#include "core/activation/author_words.hpp"
#include "core/activation/catalogue.hpp"
#include "core/activation/piece_text.hpp"

#include "core/expr/parser.hpp"

#include <algorithm>

namespace actlab::activation {

namespace {

using Rows = std::vector<PieceText>;

/// Which old row a new one is; the new ones in the middle are none.
std::vector<std::optional<std::size_t>> originsOf(const Rows& rows, const Rows& old)
{
    std::vector<std::optional<std::size_t>> origins(rows.size());
    const std::size_t shorter = std::min(rows.size(), old.size());
    std::size_t before = 0, behind = 0;
    for (; before < shorter && rows[before] == old[before]; ++before)
        origins[before] = before;
    for (; behind < shorter - before && rows[rows.size() - 1 - behind] == old[old.size() - 1 - behind]; ++behind)
        origins[rows.size() - 1 - behind] = old.size() - 1 - behind;
    return origins;
}

/// The text from the beginning of one view to the end of another.
std::string_view span(std::string_view from, std::string_view to)
{
    return {from.data(), to.data() + to.size()};
}

std::string_view wholeOf(const BracePart& part)
{
    return part.condition ? span(*part.condition, part.value) : part.value;
}

std::string textOf(const PieceText& row)
{
    return row.condition.empty() ? row.formula : row.condition + ": " + row.formula;
}

bool saySame(const std::vector<BracePart>& parts, const Rows& rows)
{
    const bool hasElse = !rows.back().formula.empty();
    if (parts.size() + (hasElse ? 0 : 1) != rows.size())
        return false;
    return std::ranges::equal(parts, std::span(rows).first(parts.size()), [](const auto& part, const auto& row) {
        return part.condition.value_or("") == row.condition && part.value == row.formula;
    });
}

/// What the author put between two parts of a formula that has more than one.
std::string_view separatorBefore(const std::vector<BracePart>& parts, std::size_t right)
{
    const std::string_view left = wholeOf(parts[right - 1]);
    return {left.data() + left.size(), wholeOf(parts[right]).data()};
}

/// What stands between two rows: the author's where one of them stood beside it before.
std::string_view separator(const std::vector<BracePart>& parts, std::optional<std::size_t> left,
                           std::optional<std::size_t> right)
{
    if (right && *right > 0)
        return separatorBefore(parts, *right);
    return left && *left + 1 < parts.size() ? separatorBefore(parts, *left + 1) : ", ";
}

std::string rewriteBraces(std::string_view formula, const std::vector<BracePart>& parts, const Rows& rows,
                          const Rows& old)
{
    const auto origins = originsOf(rows, old);
    const std::string_view first = wholeOf(parts.front()), last = wholeOf(parts.back());
    std::string text(formula.data(), first.data());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].formula.empty())
            continue;
        if (i > 0)
            text += separator(parts, origins[i - 1], origins[i]);
        text += origins[i] ? std::string(wholeOf(parts[*origins[i]])) : textOf(rows[i]);
    }
    return text.append(last.data() + last.size(), formula.data() + formula.size());
}

/// Puts new words into the places of those cells that changed, the last place first.
class Replacements {
public:
    explicit Replacements(std::string_view text) : m_text(text) {}

    void add(std::string_view words, std::string_view replacement)
    {
        if (words != replacement)
            m_list.emplace_back(words, replacement);
    }

    std::string apply()
    {
        std::ranges::sort(m_list, [](const auto& a, const auto& b) { return a.first.data() > b.first.data(); });
        std::string text(m_text);
        for (const auto& [words, replacement] : m_list)
            text.replace(static_cast<std::size_t>(words.data() - m_text.data()), words.size(), replacement);
        return text;
    }

private:
    std::string_view m_text;
    std::vector<std::pair<std::string_view, std::string_view>> m_list;
};

std::string rewriteCells(std::string_view formula, const Rows& rows, const Rows& old, const expr::Piecewise& meaning)
{
    Replacements replacements(formula);
    const AuthorsWords author(formula);
    const auto change = [&](const expr::Expr& part, const std::string& before, const std::string& after) {
        if (before != after && author.holds(part))
            replacements.add(slice(formula, part.node().span), after);
    };
    for (std::size_t i = 0; i < rows.size() && i < meaning.pieces.size(); ++i) {
        change(meaning.pieces[i].condition, old[i].condition, rows[i].condition);
        change(meaning.pieces[i].value, old[i].formula, rows[i].formula);
    }
    if (rows.size() == meaning.pieces.size() + 1)
        change(meaning.otherwise, old.back().formula, rows.back().formula);
    return replacements.apply();
}

std::string rewriteParts(std::string_view formula, const std::vector<BracePart>& parts, const Rows& rows)
{
    Replacements replacements(formula);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].condition)
            replacements.add(*parts[i].condition, rows[i].condition);
        replacements.add(parts[i].value, rows[i].formula);
    }
    return replacements.apply();
}

std::string inAuthorsWords(std::string_view formula, const Rows& rows, const Rows& old)
{
    if (rows.size() == 1)
        return rows.front().formula;
    const bool hasSameCells = rows.size() == old.size() && rows.back().formula.empty() == old.back().formula.empty();
    const auto parts = splitBraces(formula);
    if (parts && saySame(*parts, old))
        return hasSameCells ? rewriteParts(formula, *parts, rows) : rewriteBraces(formula, *parts, rows, old);
    const auto meaning = expr::parse(formula, catalogueLibrary());
    const auto* piecewise = meaning ? expr::as<expr::Piecewise>(*meaning) : nullptr;
    if (piecewise && hasSameCells)
        return rewriteCells(formula, rows, old, *piecewise);
    return formulaOf(rows);
}

}  // namespace

std::string rewrite(std::string_view formula, const Rows& rows)
{
    const auto old = piecesOf(formula);
    if (!old || rows.empty())
        return formulaOf(rows);
    const std::string text = inAuthorsWords(formula, rows, *old);
    return piecesOf(text) == rows ? text : formulaOf(rows);
}

std::string withWords(std::string_view text, std::string_view words, std::string_view replacement)
{
    std::string result(text.data(), words.data());
    result += replacement;
    return result.append(words.data() + words.size(), text.data() + text.size());
}

}  // namespace actlab::activation
