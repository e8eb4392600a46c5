#include "core/importing/reader.hpp"

#include "core/importing/among.hpp"
#include "core/importing/assignments.hpp"
#include "core/importing/tidy.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/simplify.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

using expr::TokenKind;
using Statements = std::vector<const Statement*>;

Statements pointersTo(const Block& block)
{
    Statements statements;
    for (const Statement& statement : block)
        statements.push_back(&statement);
    return statements;
}

bool returnsSomewhere(const Block& block)
{
    return std::ranges::any_of(block,
                               [](const Statement& s) { return s.beginsWith("return") || returnsSomewhere(s.body); });
}

/// `if`, `elif` … and `else` that belong together, with what follows them.
struct Branches {
    Statements heads;
    Statements rest;
};

/// Follows statements, with formulas for values.
class Execution {
public:
    explicit Execution(Reader& reader) : m_reader(reader) {}

    std::optional<Expr> run(const Statements& statements, Frame& frame)
    {
        for (std::size_t i = 0; i < statements.size(); ++i) {
            m_reader.countStep(statements[i]->span());
            if (statements[i]->beginsWith("if"))
                if (const Branches branches = branchesAt(statements, i); mayReturn(branches))
                    return runToReturn(branches, 0, frame);
                else {
                    runBranches(branches, 0, frame);
                    i += branches.heads.size() - 1;
                }
            else if (const auto result = runSimple(*statements[i], frame))
                return result;
        }
        return std::nullopt;
    }

private:
    static Branches branchesAt(const Statements& statements, std::size_t i)
    {
        Branches branches{{statements[i]}, {}};
        for (++i; i < statements.size() && (statements[i]->beginsWith("elif") || statements[i]->beginsWith("else"));)
            branches.heads.push_back(statements[i++]);
        branches.rest.assign(statements.begin() + static_cast<std::ptrdiff_t>(i), statements.end());
        return branches;
    }

    static bool mayReturn(const Branches& branches)
    {
        return std::ranges::any_of(branches.heads,
                                   [](const Statement* head) { return returnsSomewhere(head->body); });
    }

    Expr conditionOf(const Statement& head, const Frame& frame)
    {
        const Tokens& tokens = head.tokens;
        if (tokens.size() < 4 || tokens[tokens.size() - 2].text != ":")
            expr::fail("the colon behind the condition is missing", tokens.back().span);
        const Expr condition = frame.evaluate(part(tokens, 1, tokens.size() - 2));
        if (Values::isThing(condition) || !expr::isCondition(condition))
            expr::fail("this is no condition that can be read",
                       expr::Span{tokens[1].span.begin, tokens.back().span.end}, "Compare something, as in x < 0.");
        return expr::simplify(condition);
    }

    /// What the condition says whatever x is: of inplace=False and the like.
    std::optional<bool> knownAlready(const Expr& condition)
    {
        const Expr truth = truthOf(condition);
        const auto* n = expr::as<expr::Number>(truth);
        return n ? std::optional(n->value != 0) : std::nullopt;
    }

    /// As an assert: what computes something goes on.
    static bool onlyRaises(const Statement& head)
    {
        return !head.body.empty() && head.body.front().beginsWith("raise");
    }

    void noteCondition(const Expr& condition)
    {
        m_reader.values().note(expr::dependsOnInput(condition)
                                   ? "An if on x is read as a conditional for each element; Python itself allows it "
                                     "for single numbers only."
                                   : "An if on parameters is read as a conditional.");
    }

    Expr runToReturn(const Branches& branches, std::size_t k, Frame frame)
    {
        const Deeper deeper(*this, branches);
        const bool isLast = k == branches.heads.size();
        if (isLast || branches.heads[k]->beginsWith("else")) {
            const Statements all = isLast ? branches.rest : followed(*branches.heads[k], branches.rest);
            if (auto result = run(all, frame))
                return *result;
            expr::fail("not every way through this if ends with a return", branches.heads.front()->span());
        }
        const Statement& head = *branches.heads[k];
        if (onlyRaises(head))
            return runToReturn(branches, k + 1, std::move(frame));
        const Expr condition = conditionOf(head, frame);
        const auto known = knownAlready(condition);
        if (known == false)
            return runToReturn(branches, k + 1, std::move(frame));
        Frame inside = frame;
        const auto yes = run(followed(head, branches.rest), inside);
        if (!yes)
            expr::fail("not every way through this if ends with a return", head.span());
        if (known == true)
            return *yes;
        noteCondition(condition);
        return expr::piecewise({{condition, *yes}}, runToReturn(branches, k + 1, std::move(frame)), head.span());
    }

    static Statements followed(const Statement& head, const Statements& rest)
    {
        Statements all = pointersTo(head.body);
        all.insert(all.end(), rest.begin(), rest.end());
        return all;
    }

    void runBranches(const Branches& branches, std::size_t k, Frame& frame)
    {
        const Deeper deeper(*this, branches);
        if (k == branches.heads.size())
            return;
        const Statement& head = *branches.heads[k];
        if (head.beginsWith("else")) {
            run(pointersTo(head.body), frame);
            return;
        }
        if (onlyRaises(head))
            return runBranches(branches, k + 1, frame);
        const Expr condition = conditionOf(head, frame);
        const auto known = knownAlready(condition);
        if (known == false)
            return runBranches(branches, k + 1, frame);
        Frame inside = frame;
        run(pointersTo(head.body), inside);
        if (known == true) {
            frame = std::move(inside);
            return;
        }
        noteCondition(condition);
        runBranches(branches, k + 1, frame);
        merge(condition, inside, frame, head.span());
    }

    /// Names that only one side knows are not known behind the if.
    static void merge(const Expr& condition, const Frame& yes, Frame& no, Span span)
    {
        for (auto i = no.names.begin(); i != no.names.end();) {
            const auto other = yes.names.find(i->first);
            if (other == yes.names.end()) {
                i = no.names.erase(i);
                continue;
            }
            if (other->second.shared() != i->second.shared())
                i->second = expr::piecewise({{condition, other->second}}, i->second, span);
            ++i;
        }
    }

    std::optional<Expr> runSimple(const Statement& statement, Frame& frame)
    {
        const Tokens& tokens = statement.tokens;
        const std::string& word = tokens.front().text;
        if (word == "return")
            return returned(part(tokens, 1, tokens.size() - 1), frame);
        if (word == "pass" || word == "assert" || word == "." || isText(tokens))
            return std::nullopt;
        if (word == "import" || word == "from") {
            Imports().take(statement);
            return std::nullopt;
        }
        if (word == "def") {
            const Function inner = functionOf(statement);
            frame.names.insert_or_assign(inner.name, m_reader.callableOf(inner, frame));
            return std::nullopt;
        }
        if (word == "del")
            return std::nullopt;
        refuseWord(tokens.front());
        runAssignmentOrCall(tokens, frame, m_reader);
        return std::nullopt;
    }

    /// "…" and r"…"
    static bool isText(const Tokens& tokens)
    {
        const bool hasPrefix = tokens.front().kind == TokenKind::Name && tokens.front().text.size() <= 2;
        return tokens.front().kind == TokenKind::Text || (hasPrefix && tokens[1].kind == TokenKind::Text);
    }

    static void refuseWord(const expr::Token& first)
    {
        constexpr std::string_view kLoops[] = {"for", "while", "break", "continue"};
        constexpr std::string_view kOthers[] = {"with",     "try",   "except", "finally", "global",
                                                "nonlocal", "raise", "yield",  "async",   "await",
                                                "class",    "match", "elif",   "else",    "@"};
        if (isAmong(kLoops, first.text))
            expr::fail("loops are not read", first.span, "Write out what it computes.");
        if (isAmong(kOthers, first.text))
            expr::fail("`" + first.text + "` is not read in a function", first.span,
                       "Only assignments, if and return are.");
    }

    Expr returned(const Tokens& tokens, const Frame& frame)
    {
        const std::vector<Tokens> parts = splitAtCommas(withoutBrackets(tokens));
        if (parts.empty())
            expr::fail("this return gives nothing back", tokens.front().span);
        for (std::size_t i = 1; i < parts.size(); ++i)
            if (parts[i].front().text != "None")
                expr::fail("an activation gives back one value, not several", parts[i].front().span);
        return limitedInDepth(valueReturned(parts.size() == 1 ? tokens : parts.front(), frame, m_reader));
    }

    /// Every if that returns is read in the one before it.
    class Deeper {
    public:
        Deeper(Execution& execution, const Branches& branches) : m_execution(execution)
        {
            if (++execution.m_depth > expr::Limits::pieces) {
                --execution.m_depth;
                expr::fail("a function has at most " + std::to_string(expr::Limits::pieces) + " pieces",
                           branches.heads.front()->span());
            }
        }
        ~Deeper() { --m_execution.m_depth; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

    private:
        Execution& m_execution;
    };

    Reader& m_reader;
    std::size_t m_depth = 0;
};

}  // namespace

std::optional<Expr> runAndKeep(const Block& body, Frame& frame, Reader& reader)
{
    return Execution(reader).run(pointersTo(body), frame);
}

std::optional<Expr> run(const Block& body, Frame frame, Reader& reader)
{
    return runAndKeep(body, frame, reader);
}

}  // namespace actlab::importing
