#include "core/importing/reader.hpp"
#include "core/importing/tidy.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/simplify.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

using expr::TokenKind;
using Statements = std::vector<const Statement*>;

constexpr std::string_view kAugmented[] = {"+=", "-=", "*=", "/=", "//=", "%=", "&=", "|="};
constexpr std::string_view kPlainCallsOfContext[] = {"mark_dirty", "set_materialize_grads",
                                                     "mark_non_differentiable"};

template <class Range>
bool has(const Range& names, std::string_view name)
{
    return std::ranges::find(names, name) != std::end(names);
}

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
        if (word == "pass" || word == "assert" || word == "." || tokens.front().kind == TokenKind::Text)
            return std::nullopt;
        if (word == "import" || word == "from") {
            Imports().take(statement);
            return std::nullopt;
        }
        refuseWord(tokens.front());
        runAssignmentOrCall(tokens, frame);
        return std::nullopt;
    }

    static void refuseWord(const expr::Token& first)
    {
        constexpr std::string_view kLoops[] = {"for", "while", "break", "continue"};
        constexpr std::string_view kOthers[] = {"with",  "try",   "except", "finally", "global", "nonlocal",
                                                "raise", "del",   "yield",  "async",   "await",  "class",
                                                "def",   "match", "elif",   "else",    "@"};
        if (has(kLoops, first.text))
            expr::fail("loops are not read", first.span, "Write out what it computes.");
        if (has(kOthers, first.text))
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
        return limited(frame.evaluate(parts.size() == 1 ? tokens : parts.front()));
    }

    void runAssignmentOrCall(const Tokens& tokens, Frame& frame)
    {
        for (const std::string_view symbol : kAugmented)
            if (const std::size_t at = findOutside(tokens, symbol); at < tokens.size())
                return augment(tokens, at, frame);
        std::size_t equals = findOutside(tokens, "=");
        if (equals == tokens.size())
            return runCall(tokens, frame);
        std::vector<Tokens> targets;
        std::size_t begin = 0;
        for (; equals < tokens.size(); begin = equals + 1, equals = findOutside(tokens, "=", begin))
            targets.push_back(withoutAnnotation(part(tokens, begin, equals)));
        const Tokens value = part(tokens, begin, tokens.size() - 1);
        for (const Tokens& target : targets)
            assign(target, value, frame);
    }

    static Tokens withoutAnnotation(const Tokens& target)
    {
        const std::size_t colon = findOutside(target, ":");
        return colon < target.size() ? part(target, 0, colon) : target;
    }

    void augment(const Tokens& tokens, std::size_t at, Frame& frame)
    {
        const Tokens target = part(tokens, 0, at);
        requireOwn(pathOf(target), frame, target.front().span);
        Tokens value = target;
        value.back() = {TokenKind::Symbol, tokens[at].text.substr(0, tokens[at].text.size() - 1), 0, tokens[at].span};
        value.push_back({TokenKind::Symbol, "(", 0, tokens[at].span});
        value.insert(value.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1, tokens.end() - 1);
        value.push_back({TokenKind::Symbol, ")", 0, tokens.back().span});
        value.push_back(tokens.back());
        assign(target, value, frame);
    }

    /// A tensor that has two names is changed under both.
    static void requireOwn(const std::string& path, const Frame& frame, Span span)
    {
        const auto found = frame.names.find(path);
        if (found == frame.names.end() || !expr::dependsOnInput(found->second))
            return;
        for (const auto& [other, value] : frame.names)
            if (other != path && value.shared() == found->second.shared())
                expr::fail("this also changes `" + other + "`, which is the same tensor", span,
                           "Write `" + path + " = " + other + ".clone()` before.");
    }

    void assign(const Tokens& written, const Tokens& value, Frame& frame)
    {
        const Tokens target = withoutBrackets(written);
        const bool isTuple = findOutside(target, ",") < target.size();
        if (isTuple)
            return assignSeveral(splitAtCommas(target), value, frame);
        if (const std::size_t open = findOutside(target, "["); open < target.size())
            return assignMasked(target, open, value, frame);
        const std::string path = pathOf(target);
        if (path.empty())
            expr::fail("a name was expected before the equals sign", target.front().span);
        store(path, valueOf(value, path, frame), target.front().span, frame);
    }

    Expr valueOf(const Tokens& value, const std::string& path, const Frame& frame)
    {
        m_reader.values().sawVector = false;
        if (value.front().text == "lambda")
            return m_reader.callableOf(lambdaOf(path, value), frame);
        if (const std::size_t open = findOutside(value, "["); open < value.size())
            if (const auto found = frame.sequences.find(pathOf(part(value, 0, open))); found != frame.sequences.end())
                return element(found->second, part(value, open + 1, value.size() - 1), frame);
        return frame.evaluate(value);
    }

    Expr element(const std::vector<Expr>& values, Tokens index, const Frame& frame)
    {
        if (index.size() > 1)
            index = part(index, 0, index.size() - 2);
        const double i = m_reader.values().numberIn(frame.evaluate(index));
        if (!(i >= 0 && i < static_cast<double>(values.size())))
            expr::fail("there is no element of this number", index.front().span);
        return values[static_cast<std::size_t>(i)];
    }

    void store(const std::string& path, const Expr& value, Span span, Frame& frame)
    {
        const std::size_t dot = path.rfind('.');
        if (dot != path.npos && !frame.objects.contains(path.substr(0, dot)))
            expr::fail("attributes of `" + path.substr(0, dot) + "` cannot be set here", span);
        frame.names.insert_or_assign(
            path, limited(m_reader.values().underName(value, dot == path.npos ? path : path.substr(dot + 1))));
    }

    static Expr limited(const Expr& e)
    {
        if (e.node().depth > expr::Limits::depth)
            expr::failTooDeep(e.node().span);
        return e;
    }

    void assignSeveral(const std::vector<Tokens>& targets, const Tokens& value, Frame& frame)
    {
        std::vector<Expr> values;
        if (const auto found = frame.sequences.find(pathOf(value)); found != frame.sequences.end())
            values = found->second;
        else
            for (const Tokens& one : splitAtCommas(withoutBrackets(value)))
                values.push_back(frame.evaluate(one));
        if (values.size() != targets.size())
            expr::fail(std::to_string(targets.size()) + " names for " + std::to_string(values.size()) + " values",
                       targets.front().front().span);
        for (std::size_t i = 0; i < targets.size(); ++i)
            store(pathOf(targets[i]), values[i], targets[i].front().span, frame);
    }

    /// y[x > 1] = 1
    void assignMasked(const Tokens& target, std::size_t open, const Tokens& value, Frame& frame)
    {
        const std::string path = pathOf(part(target, 0, open));
        const auto found = frame.names.find(path);
        if (found == frame.names.end())
            expr::fail("the name `" + path + "` is not known here", target.front().span);
        requireOwn(path, frame, target.front().span);
        const Expr mask = frame.evaluate(part(target, open + 1, target.size() - 2));
        if (!expr::isCondition(mask))
            expr::fail("only a condition can choose elements here", target[open].span, "Write y[x > 1] = 1.");
        const Expr chosen = unmasked(value, part(target, open, target.size() - 1), frame);
        found->second = limited(expr::piecewise({{mask, chosen}}, found->second, target.front().span));
    }

    /// y[m] = x[m]: the values of x where m holds.
    Expr unmasked(Tokens value, const Tokens& mask, const Frame& frame)
    {
        const auto sameText = [](const expr::Token& a, const expr::Token& b) { return a.text == b.text; };
        for (auto at = std::search(value.begin(), value.end(), mask.begin(), mask.end() - 1, sameText);
             at != value.end() && at != value.begin();
             at = std::search(value.begin(), value.end(), mask.begin(), mask.end() - 1, sameText))
            value.erase(at, at + static_cast<std::ptrdiff_t>(mask.size()) - 1);
        return frame.evaluate(value);
    }

    void runCall(const Tokens& tokens, Frame& frame)
    {
        const std::size_t open = findOutside(tokens, "(");
        const std::string path = open < tokens.size() ? pathOf(part(tokens, 0, open)) : std::string();
        if (path == "super")
            return;
        const bool endsThere = path.empty() || findOutside(tokens, ")", open + 1) + 2 == tokens.size();
        const std::size_t dot = path.rfind('.');
        if (path.empty() || !endsThere || dot == path.npos)
            refuseCall(tokens, path);
        const std::string owner = path.substr(0, dot), method = path.substr(dot + 1);
        const std::vector<Tokens> args = splitAtCommas(part(tokens, open + 1, tokens.size() - 2));
        if (frame.objects.contains(owner))
            return callOnObject(owner, method, args, tokens, frame);
        if (!frame.names.contains(owner) || !method.ends_with('_'))
            refuseCall(tokens, path);
        requireOwn(owner, frame, tokens.front().span);
        Tokens changed = tokens;
        changed[open - 1].text.pop_back();
        store(owner, frame.evaluate(changed), tokens.front().span, frame);
    }

    [[noreturn]] static void refuseCall(const Tokens& tokens, const std::string& path)
    {
        if (path == "print")
            expr::fail("`print` shows something; a function that is read only computes", tokens.front().span,
                       "Leave it out.");
        if (path.empty())
            expr::fail("this statement does nothing that can be read", tokens.front().span);
        expr::fail("`" + path + "` could do anything; only arithmetic, torch and math functions are read",
                   tokens.front().span);
    }

    void callOnObject(const std::string& object, const std::string& method, const std::vector<Tokens>& args,
                      const Tokens& tokens, Frame& frame)
    {
        if (method == "save_for_backward") {
            std::vector<Expr> saved;
            for (const Tokens& arg : args)
                saved.push_back(frame.evaluate(arg));
            frame.sequences[object + ".saved_tensors"] = saved;
            frame.sequences[object + ".saved_variables"] = saved;
            return;
        }
        if (has(kPlainCallsOfContext, method))
            return;
        const bool isRegistered = method == "register_buffer" || method == "register_parameter";
        if (!isRegistered || args.size() < 2 || args[0].front().kind != TokenKind::Text)
            refuseCall(tokens, object + "." + method);
        m_reader.values().sawVector = false;
        store(object + "." + args[0].front().text, frame.evaluate(args[1]), tokens.front().span, frame);
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
