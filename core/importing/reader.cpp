#include "core/importing/reader.hpp"

#include "core/expr/token_reader.hpp"

#include <algorithm>

namespace actlab::importing {

namespace {

using expr::WrittenCall;

constexpr std::size_t kMostSteps = 5'000;
constexpr std::size_t kDeepestCalls = 32;

}  // namespace

Reader::Inside::Inside(Reader& reader, std::string name, Span span) : m_reader(reader), m_name(std::move(name))
{
    if (reader.m_inside.contains(m_name))
        expr::fail("`" + m_name + "` calls itself, which is not read", span);
    if (reader.m_inside.size() == kDeepestCalls)
        expr::fail("functions call each other more than " + std::to_string(kDeepestCalls) + " deep", span);
    reader.m_inside.insert(m_name);
}

void Reader::countStep(Span span)
{
    if (++m_steps > kMostSteps)
        expr::fail("the file has more than " + std::to_string(kMostSteps) + " steps to read", span,
                   "Keep the functions that are to be read.");
}

bool Reader::declares(std::string_view name) const
{
    return m_file.functions.contains(name) || m_file.classes.contains(name);
}

bool Reader::declaresIn(const std::string& module, std::string_view name) const
{
    const auto found = m_file.classes.find(module);
    return found != m_file.classes.end() && (name == "apply" || found->second.statics.contains(std::string(name)));
}

std::optional<Expr> Reader::constant(std::string_view name)
{
    const auto found = m_file.constants.find(name);
    if (found == m_file.constants.end())
        return std::nullopt;
    const Inside inside(*this, std::string(name), found->second.front().span);
    return Frame(*this).evaluate(found->second);
}

Expr Reader::read(const std::string& name)
{
    if (const auto found = m_file.functions.find(name); found != m_file.functions.end())
        return apply(found->second, callOnInput(found->second), Frame(*this));
    const Class& one = m_file.classes.find(name)->second;
    return onInput(one, one.span);
}

WrittenCall Reader::callOnInput(const Function& function)
{
    if (function.formals.empty())
        expr::fail("`" + function.name + "` takes no tensor", function.span, "An activation is a function of one.");
    Frame frame(*this);
    bindParameters(function, frame);
    WrittenCall call{.name = function.name, .nameSpan = function.span, .span = function.span};
    for (std::size_t i = 0; i < function.formals.size(); ++i) {
        const Formal& formal = function.formals[i];
        call.args.push_back({std::nullopt, {}, i == 0 ? expr::variable(formal.span) : frame.names.at(formal.name)});
    }
    return call;
}

/// For each argument but the first what its default says.
void Reader::bindParameters(const Function& function, Frame& frame)
{
    for (std::size_t i = 1; i < function.formals.size(); ++i)
        frame.names.insert_or_assign(function.formals[i].name, parameterOf(function.formals[i]));
}

Expr Reader::parameterOf(const Formal& formal)
{
    if (formal.standard.empty() && !formal.isNumber)
        expr::fail("`" + formal.name + "` is a second argument without a default; an activation takes one tensor",
                   formal.span, "Give it a number as default to make it a parameter: " + formal.name + "=1.0.");
    if (formal.standard.empty()) {
        m_values.note("The parameter " + formal.name + " has no default; it begins at 1.");
        return m_values.parameter({.name = formal.name}, formal.span);
    }
    const Expr standard = Frame(*this).evaluate(formal.standard);
    if (Values::isThing(standard) || m_values.asCallable(standard) || expr::isCondition(standard))
        return standard;
    return m_values.parameter({.name = formal.name, .value = m_values.numberIn(standard)}, formal.span);
}

void Reader::bind(const Function& function, const WrittenCall& call, Frame& frame)
{
    std::size_t position = 0;
    for (const expr::Argument& arg : call.args) {
        const auto named = [&](const Formal& f) { return f.name == *arg.keyword; };
        const std::size_t slot =
            arg.keyword
                ? static_cast<std::size_t>(std::ranges::find_if(function.formals, named) - function.formals.begin())
                : position++;
        if (slot >= function.formals.size())
            expr::fail("`" + function.name + "` has no such argument",
                       arg.keyword ? arg.keywordSpan : arg.value.node().span);
        frame.names.insert_or_assign(function.formals[slot].name, arg.value);
        if (m_inside.size() > 1 && expr::dependsOnInput(arg.value))
            frame.borrowed.insert(function.formals[slot].name);
    }
    bindRest(function, frame);
    for (const Formal& formal : function.formals) {
        const bool isGiven = frame.names.contains(formal.name);
        if (!isGiven && formal.standard.empty())
            expr::fail("`" + function.name + "` needs its argument `" + formal.name + "`", call.span);
        if (!isGiven)
            frame.names.insert_or_assign(formal.name, Frame(*this).evaluate(formal.standard));
    }
}

void Reader::bindRest(const Function& function, Frame& frame)
{
    for (const std::string& name : function.rest)
        frame.names.insert_or_assign(name, Values::thing("a list of further arguments", function.span));
}

Expr Reader::apply(const Function& function, const WrittenCall& call, Frame frame)
{
    const Inside inside(*this, function.name, call.nameSpan);
    if (m_inside.size() > 1)
        m_used.insert(function.name);
    for (const Formal& formal : function.formals)
        frame.names.erase(formal.name);
    bind(function, call, frame);
    if (!function.body)
        return frame.evaluate(function.result);
    if (const auto result = run(*function.body, frame, *this))
        return *result;
    expr::fail("`" + function.name + "` ends without a return", function.span);
}

Expr Reader::callableOf(const Function& function, const Frame& frame)
{
    return m_values.callable(
        [this, function, frame](const WrittenCall& call) { return apply(function, call, frame); }, function.span);
}

}  // namespace actlab::importing
