#include "core/importing/assignments.hpp"

#include "core/importing/among.hpp"
#include "core/importing/in_place.hpp"
#include "core/importing/initialisers.hpp"
#include "core/importing/reader.hpp"
#include "core/importing/rewriting.hpp"

#include "core/expr/parser.hpp"
#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

using expr::TokenKind;

constexpr std::string_view kAugmented[] = {"+=", "-=", "*=", "/=", "//=", "%=", "&=", "|="};
constexpr std::string_view kPlainCallsOfContext[] = {"mark_dirty", "set_materialize_grads",
                                                     "mark_non_differentiable"};

class Assignment {
public:
    explicit Assignment(Reader& reader) : m_reader(reader) {}

    void run(const Tokens& tokens, Frame& frame)
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

private:
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
        if (setsLearning(path, frame, value))
            return;
        const std::string changed = changedBy(value);
        if (!frame.names.contains(changed))
            return store(path, valueOf(value, path, frame), target.front().span, frame);
        requireOwn(changed, frame, value.front().span);
        const Expr both = valueOf(withoutChange(value), path, frame);
        store(changed, both, value.front().span, frame);
        store(path, both, target.front().span, frame);
    }

    /// self.alpha.requires_grad = False
    bool setsLearning(const std::string& path, const Frame& frame, const Tokens& value)
    {
        constexpr std::string_view kFlag = ".requires_grad";
        return path.ends_with(kFlag) &&
               importing::setsLearning(path, frame.evaluate(value), frame, m_reader.values());
    }

    Expr valueOf(const Tokens& value, const std::string& path, const Frame& frame)
    {
        m_reader.values().sawVector = false;
        m_reader.values().sawSequence = false;
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
        frame.borrowed.erase(path);
        frame.names.insert_or_assign(
            path, limitedInDepth(m_reader.values().underName(value, dot == path.npos ? path : path.substr(dot + 1))));
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
        found->second = limitedInDepth(expr::piecewise({{mask, chosen}}, found->second, target.front().span));
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
        const std::size_t dot = path.rfind('.');
        const bool endsThere = dot != path.npos && findOutside(tokens, ")", open + 1) + 2 == tokens.size();
        const auto args =
            endsThere ? splitAtCommas(part(tokens, open + 1, tokens.size() - 2)) : std::vector<Tokens>();
        if (endsThere && runInitialiser(path, args, frame, m_reader.values()))
            return;
        if (const std::string changed = changedBy(tokens); frame.names.contains(changed)) {
            requireOwn(changed, frame, tokens.front().span);
            return store(changed, frame.evaluate(withoutChange(tokens)), tokens.front().span, frame);
        }
        if (!endsThere || !frame.objects.contains(path.substr(0, dot)))
            refuseCall(tokens, path);
        callOnObject(path.substr(0, dot), path.substr(dot + 1), args, tokens, frame);
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
            return save(object, saved, frame);
        }
        if (isAmong(kPlainCallsOfContext, method))
            return;
        const Class* one = frame.objects.find(object)->second;
        if (one && one->methods.contains(method))
            return m_reader.runMethod(*one, callOf(method, args, tokens, frame), frame, object);
        const bool isRegistered = method == "register_buffer" || method == "register_parameter";
        if (!isRegistered || args.size() < 2 || args[0].front().kind != TokenKind::Text)
            refuseCall(tokens, object + "." + method);
        m_reader.values().sawVector = false;
        m_reader.values().sawSequence = false;
        store(object + "." + args[0].front().text, frame.evaluate(args[1]), tokens.front().span, frame);
    }

    static void save(const std::string& object, const std::vector<Expr>& saved, Frame& frame)
    {
        for (const char* name : {".saved_tensors", ".saved_variables"}) {
            frame.sequences[object + name] = saved;
            for (std::size_t i = 0; i < saved.size(); ++i)
                frame.names.insert_or_assign(object + name + "[" + std::to_string(i) + "]", saved[i]);
        }
    }

    static expr::WrittenCall callOf(const std::string& method, const std::vector<Tokens>& args, const Tokens& tokens,
                                    const Frame& frame)
    {
        expr::WrittenCall call{.name = method, .nameSpan = tokens.front().span, .span = tokens.front().span};
        for (const Tokens& arg : args) {
            const bool isNamed = findOutside(arg, "=") == 1;
            const Expr value = frame.evaluate(isNamed ? part(arg, 2, arg.size() - 1) : arg);
            call.args.push_back({isNamed ? std::optional(arg.front().text) : std::nullopt, arg.front().span, value});
        }
        return call;
    }

    Reader& m_reader;
};

}  // namespace

Expr limitedInDepth(const Expr& e)
{
    if (e.node().depth > expr::Limits::depth)
        expr::failTooDeep(e.node().span);
    return e;
}

Expr valueReturned(const Tokens& tokens, const Frame& frame, Reader& reader)
{
    const Tokens value = decided(tokens, frame);
    const std::string changed = changedBy(value);
    if (!frame.names.contains(changed))
        return frame.evaluate(value);
    if (frame.borrowed.contains(changed))
        requireOwn(changed, frame, value.front().span);
    if (expr::as<expr::Variable>(frame.names.find(changed)->second))
        reader.values().note("In Python this also changes the tensor it is given; here it does not.");
    return frame.evaluate(withoutChange(value));
}

void runAssignmentOrCall(const Tokens& tokens, Frame& frame, Reader& reader)
{
    Assignment(reader).run(tokens, frame);
}

}  // namespace actlab::importing
