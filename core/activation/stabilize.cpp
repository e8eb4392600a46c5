#include "core/activation/stabilize.hpp"

#include "core/activation/author_words.hpp"
#include "core/activation/catalogue.hpp"
#include "core/activation/piece_text.hpp"
#include "core/activation/rule_text.hpp"
#include "core/activation/stable_rules.hpp"

#include "core/expr/children.hpp"
#include "core/expr/match.hpp"
#include "core/expr/rebuild.hpp"

#include <algorithm>

namespace actlab::activation {

namespace {

using expr::Expr;

struct ReadRule {
    Expr unstable;
    std::string_view stable;
};

const std::vector<ReadRule>& readRules()
{
    static const std::vector<ReadRule> rules = [] {
        std::vector<ReadRule> read;
        for (const StableRule& rule : stableRules())
            read.push_back({*expr::parse(rule.unstable, catalogueLibrary()), rule.stable});
        return read;
    }();
    return rules;
}

/// One rewrite and the formula after it.
struct Step {
    std::string formula;
    std::size_t place;  ///< in bytes
    Rewrite rewrite;
};

std::string replaced(std::string_view text, std::string_view part, const std::string& with)
{
    const auto place = static_cast<std::size_t>(part.data() - text.data());
    return std::string(text.substr(0, place)) + with + std::string(text.substr(place + part.size()));
}

/// The part with the brackets right around it; without where there are none.
std::string_view withBrackets(std::string_view text, std::string_view part)
{
    const auto begin = static_cast<std::size_t>(part.data() - text.data()), end = begin + part.size();
    const bool isBracketed = begin > 0 && text[begin - 1] == '(' && end < text.size() && text[end] == ')';
    return isBracketed ? text.substr(begin - 1, part.size() + 2) : part;
}

/// Puts `words` in the place of `part`, with brackets where it would be read otherwise without them.
std::optional<Step> stepOf(std::string_view formula, const Expr& whole, const Expr& part, const std::string& words)
{
    const auto meaning = expr::parse(words, catalogueLibrary());
    if (!meaning)
        return std::nullopt;
    const Expr wanted = expr::rebuild(
        whole, [&](const Expr& e) { return e.shared() == part.shared() ? std::optional(*meaning) : std::nullopt; });
    const std::string_view old = slice(formula, part.node().span);
    const std::pair<std::string_view, std::string> choices[] = {
        {withBrackets(formula, old), words}, {old, words}, {old, "(" + words + ")"}};
    for (const auto& [taken, spelling] : choices) {
        std::string now = replaced(formula, taken, spelling);
        const auto read = expr::parse(now, catalogueLibrary());
        if (read && *read == wanted)
            return Step{std::move(now),
                        static_cast<std::size_t>(taken.data() - formula.data()),
                        {std::string(trimmed(old)), words}};
    }
    return std::nullopt;
}

std::optional<Step> stepAt(std::string_view formula, const Expr& whole, const Expr& part)
{
    if (!expr::dependsOnInput(part))
        return std::nullopt;
    for (const ReadRule& rule : readRules()) {
        const auto ways = expr::match(rule.unstable, part);
        if (ways.empty())
            continue;
        if (rule.stable.empty() || !AuthorsWords(formula).holds(part))
            return std::nullopt;
        if (auto step = stepOf(formula, whole, part, spelledOut(rule.stable, ways.front(), formula)))
            return step;
    }
    return std::nullopt;
}

/// The outermost part that a rule fits, the leftmost of these.
std::optional<Step> firstStep(std::string_view formula)
{
    const auto whole = expr::parse(formula, catalogueLibrary());
    if (!whole)
        return std::nullopt;
    std::optional<Step> found;
    expr::forEachNode(*whole, [&](const Expr& part) {
        if (!found)
            found = stepAt(formula, *whole, part);
    });
    return found;
}

struct Placed {
    std::size_t place;
    Rewrite rewrite;
};

/// Takes a step into the account: one that covers earlier ones says what stood there at first, and those behind
/// it move with the text.
void account(std::vector<Placed>& rewrites, const Step& step)
{
    Placed now{step.place, step.rewrite};
    const std::size_t end = step.place + now.rewrite.before.size();
    for (auto old = rewrites.rbegin(); old != rewrites.rend(); ++old)
        if (old->place >= step.place && old->place < end)
            if (const auto at = now.rewrite.before.rfind(old->rewrite.after); at != std::string::npos)
                now.rewrite.before.replace(at, old->rewrite.after.size(), old->rewrite.before);
    std::erase_if(rewrites, [&](const Placed& old) { return old.place >= step.place && old.place < end; });
    for (Placed& old : rewrites)
        if (old.place >= end)
            old.place += now.rewrite.after.size() + step.place - end;
    rewrites.push_back(std::move(now));
    std::ranges::sort(rewrites, {}, &Placed::place);
}

}  // namespace

std::optional<StableSpelling> stabilize(std::string_view formula)
{
    constexpr int kMostSteps = 100;
    StableSpelling now{std::string(formula), {}};
    std::vector<Placed> rewrites;
    for (int i = 0; i < kMostSteps; ++i) {
        auto step = firstStep(now.formula);
        if (!step)
            break;
        account(rewrites, *step);
        now.formula = std::move(step->formula);
    }
    for (Placed& each : rewrites)
        now.rewrites.push_back(std::move(each.rewrite));
    return now.rewrites.empty() ? std::nullopt : std::optional(std::move(now));
}

}  // namespace actlab::activation
