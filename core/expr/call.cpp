#include "core/expr/call.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/rebuild.hpp"
#include "core/expr/spelling.hpp"
#include "core/expr/substitute.hpp"

#include <algorithm>
#include <numbers>

namespace actlab::expr {

namespace {

constexpr Alias kAliases[] = {
    {"maximum", "max"},   {"minimum", "min"},   {"fmax", "max"},      {"fmin", "min"},    {"clip", "clamp"},
    {"absolute", "abs"},  {"fabs", "abs"},      {"arcsin", "asin"},   {"arccos", "acos"}, {"arctan", "atan"},
    {"arcsinh", "asinh"}, {"arccosh", "acosh"}, {"arctanh", "atanh"}, {"sgn", "sign"},    {"ln", "log"},
    {"expit", "sigmoid"}, {"power", "pow"},     {"rint", "round"},
};

template <class... Parts>
tl::unexpected<SourceError> fail(Span span, std::string hint, const Parts&... parts)
{
    return tl::unexpected(SourceError{(std::string() + ... + parts), span, std::move(hint)});
}

std::string count(std::size_t n, std::string_view noun)
{
    return std::to_string(n) + " " + std::string(noun) + (n == 1 ? "" : "s");
}

/// Sorts written arguments into slots with names; each slot is filled at most once.
class Slots {
public:
    Slots(const WrittenCall& call, std::vector<std::string> names)
        : m_call(call), m_names(std::move(names)), m_values(m_names.size())
    {
    }

    std::optional<SourceError> fill()
    {
        std::size_t position = 0;
        for (const Argument& arg : m_call.args)
            if (auto error = arg.keyword ? fillKeyword(arg) : fillPosition(arg, position++))
                return error;
        return std::nullopt;
    }

    std::vector<std::optional<Expr>>& values() { return m_values; }

private:
    std::optional<SourceError> fillPosition(const Argument& arg, std::size_t position)
    {
        if (position < m_names.size())
            return put(arg, position);
        return SourceError{"`" + m_call.name + "` takes " + count(m_names.size(), "argument") + ", not more",
                           arg.value.node().span,
                           {}};
    }

    std::optional<SourceError> fillKeyword(const Argument& arg)
    {
        const auto found = std::ranges::find(m_names, *arg.keyword);
        if (found != m_names.end())
            return put(arg, static_cast<std::size_t>(found - m_names.begin()));
        const std::string near = nearestName(*arg.keyword, m_names);
        return SourceError{"`" + m_call.name + "` has no argument `" + *arg.keyword + "`", arg.keywordSpan,
                           near.empty() ? allNames() : "Did you mean `" + near + "`?"};
    }

    std::string allNames() const
    {
        std::string names;
        for (const std::string& name : m_names)
            names += (names.empty() ? "`" : ", `") + name + "`";
        return names.empty() ? "It takes no arguments." : "It takes " + names + ".";
    }

    std::optional<SourceError> put(const Argument& arg, std::size_t slot)
    {
        if (m_values[slot])
            return SourceError{"`" + m_call.name + "` is given its argument `" + m_names[slot] + "` twice",
                               arg.value.node().span,
                               {}};
        m_values[slot] = arg.value;
        return std::nullopt;
    }

    const WrittenCall& m_call;
    std::vector<std::string> m_names;
    std::vector<std::optional<Expr>> m_values;
};

SourceError missing(const WrittenCall& call, const std::string& argument, const std::string& example)
{
    return {"`" + call.name + "` needs its argument `" + argument + "`", call.span, "Write " + example + "."};
}

std::string exampleOf(const Builtin& f)
{
    constexpr std::string_view kNames[] = {"x", "y", "z"};
    std::string example = "`" + std::string(f.name) + "(";
    for (int i = 0; i < f.arity; ++i)
        example += (i == 0 ? "" : ", ") + std::string(kNames[i]);
    return example + ")`";
}

Result<Expr> callBuiltin(const WrittenCall& call, const Builtin& f)
{
    Slots slots(call, {f.arguments.begin(), f.arguments.begin() + f.arity});
    if (auto error = slots.fill())
        return tl::unexpected(*error);
    std::vector<Expr> args;
    for (std::size_t i = 0; i < slots.values().size(); ++i) {
        if (!slots.values()[i] && f.defaults[i].empty())
            return tl::unexpected(missing(call, std::string(f.arguments[i]), exampleOf(f)));
        args.push_back(slots.values()[i] ? *slots.values()[i] : withSpan(*parse(f.defaults[i]), call.span));
    }
    return expr::call(f, std::move(args), call.span);
}

/// max(a, b, c) as in Python: any number of arguments from two on.
Result<Expr> callExtreme(const WrittenCall& call, const Builtin& f)
{
    if (call.args.size() <= 2 ||
        std::ranges::any_of(call.args, [](const Argument& a) { return a.keyword.has_value(); }))
        return callBuiltin(call, f);
    Expr result = call.args.front().value;
    for (std::size_t i = 1; i < call.args.size(); ++i)
        result = expr::call(f, {result, call.args[i].value}, call.span);
    return result;
}

/// A body was written in a text of its own; in this one all of it stands where the call stands.
Expr bodyAt(const NamedFunction& f, Span span)
{
    return rebuild(f.body, [span](const Expr& node) { return withSpan(node, span); });
}

Result<Expr> callLibrary(const WrittenCall& call, const NamedFunction& f)
{
    std::vector<std::string> names{"input"};
    for (const auto& [name, value] : f.parameters)
        names.push_back(name);
    Slots slots(call, names);
    if (auto error = slots.fill())
        return tl::unexpected(*error);
    const auto& values = slots.values();
    if (!values.front())
        return tl::unexpected(missing(call, "input", "`" + call.name + "(x)`"));
    return substitute(bodyAt(f, call.span), *values.front(), [&](std::string_view name) -> std::optional<Expr> {
        const auto found = std::ranges::find(names.begin() + 1, names.end(), name);
        const auto slot = static_cast<std::size_t>(found - names.begin());
        if (slot == names.size())
            return std::nullopt;
        return values[slot] ? *values[slot] : number(f.parameters[slot - 1].second, call.span);
    });
}

Result<Expr> callWhere(const WrittenCall& call)
{
    Slots slots(call, {kWhereArguments.begin(), kWhereArguments.end()});
    if (auto error = slots.fill())
        return tl::unexpected(*error);
    const auto& v = slots.values();
    if (!v[0] || !v[1] || !v[2])
        return fail(call.span, "Write `where(x > 0, x, 0)`.", "`where` needs a condition and two values");
    if (!isCondition(*v[0]))
        return fail(v[0]->node().span, "Compare something, as in x < 0.", "this is a value, not a condition");
    return piecewise({{*v[0], *v[1]}}, *v[2], call.span);
}

/// Spellings of PyTorch that are no function of their own: the meaning in x, or nothing.
using Rewrite = Expr (*)(const Expr& x);
struct Idiom {
    std::string_view name;
    Rewrite meaning;
};
constexpr Idiom kIdioms[] = {
    {"tensor", [](const Expr& x) { return x; }},
    {"as_tensor", [](const Expr& x) { return x; }},
    {"float", [](const Expr& x) { return x; }},
    {"double", [](const Expr& x) { return x; }},
    {"zeros_like", [](const Expr&) { return number(0); }},
    {"ones_like", [](const Expr&) { return number(1); }},
    {"square", [](const Expr& x) { return binary(BinaryOp::Power, x, number(2)); }},
    {"reciprocal", [](const Expr& x) { return number(1) / x; }},
    {"rsqrt", [](const Expr& x) { return number(1) / expr::call("sqrt", {x}); }},
    {"neg", [](const Expr& x) { return -x; }},
    {"negative", [](const Expr& x) { return -x; }},
};

Result<Expr> callIdiom(const WrittenCall& call, const Idiom& idiom)
{
    Slots slots(call, {"input"});
    if (auto error = slots.fill())
        return tl::unexpected(*error);
    if (!slots.values().front())
        return tl::unexpected(missing(call, "input", "`" + call.name + "(x)`"));
    return idiom.meaning(*slots.values().front());
}

/// PyTorch's sinc is sin(pi x)/(pi x), ours sin(x)/x.
Result<Expr> callTorchSinc(WrittenCall call)
{
    if (!call.args.empty())
        call.args.front().value = number(std::numbers::pi) * call.args.front().value;
    return callBuiltin(call, *findBuiltin("sinc"));
}

std::string_view builtinNameOf(const std::string& name)
{
    const auto* alias = std::ranges::find(kAliases, name, &Alias::name);
    return alias == std::end(kAliases) ? std::string_view(name) : alias->builtin;
}

Result<Expr> meaningOf(const WrittenCall& call, const Library& library)
{
    if (call.name == "where")
        return callWhere(call);
    const Builtin* f = findBuiltin(builtinNameOf(call.name));
    if (f && f->id == BuiltinId::Sinc && (call.isMethod || !call.module.empty()))
        return callTorchSinc(call);
    if (f && (f->id == BuiltinId::Max || f->id == BuiltinId::Min))
        return callExtreme(call, *f);
    if (f)
        return callBuiltin(call, *f);
    if (const auto* idiom = std::ranges::find(kIdioms, call.name, &Idiom::name); idiom != std::end(kIdioms))
        return callIdiom(call, *idiom);
    if (const NamedFunction* own = library.find ? library.find(call.name) : nullptr)
        return callLibrary(call, *own);
    return fail(call.nameSpan, hintForFunction(call.name, library), "there is no function `", call.name, "`");
}

}  // namespace

std::span<const Alias> aliases()
{
    return kAliases;
}

bool isFunctionName(const std::string& name, const Library& library)
{
    if (name == "where" || findBuiltin(name))
        return true;
    const NamedFunction* f = library.find ? library.find(name) : nullptr;
    // threshold(x, threshold) has to be able to speak of its own parameter.
    return f && std::ranges::find(f->parameters, name, &std::pair<std::string, double>::first) == f->parameters.end();
}

std::string hintForFunction(const std::string& name, const Library& library)
{
    std::vector<std::string> names{"where"};
    for (const Builtin& f : builtins())
        names.emplace_back(f.name);
    if (library.names)
        std::ranges::copy(library.names(), std::back_inserter(names));
    const std::string near = nearestName(name, names);
    return near.empty() ? "" : "Did you mean `" + near + "`?";
}

Result<Expr> resolve(const WrittenCall& call, const Library& library)
{
    return meaningOf(call, library).map([&](const Expr& meaning) { return withSpan(meaning, call.span); });
}

}  // namespace actlab::expr
