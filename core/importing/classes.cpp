#include "core/importing/reader.hpp"

#include "core/importing/linear.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/token_reader.hpp"

namespace actlab::importing {

namespace {

using expr::WrittenCall;

constexpr const char* kGradient = "\5";  // what backward is given; nobody can write this name

Function withoutFirst(Function function)
{
    if (function.formals.empty())
        expr::fail("`" + function.name + "` lacks its first argument", function.span,
                   "Methods begin with self or ctx.");
    function.formals.erase(function.formals.begin());
    return function;
}

std::string firstFormal(const Function& function)
{
    return function.formals.empty() ? std::string() : function.formals.front().name;
}

/// The method as it is called on an object.
Function boundOf(const Class& one, const Statement& method)
{
    Function function = functionOf(method);
    const bool isStatic = one.statics.contains(function.name) && !one.methods.contains("backward");
    return isStatic ? function : withoutFirst(std::move(function));
}

const Statement* methodOf(const Class& one, const std::string& name)
{
    const auto found = one.methods.find(name);
    return found == one.methods.end() ? nullptr : found->second;
}

bool isAutograd(const Class& one)
{
    return one.isA("Function") || (methodOf(one, "backward") && methodOf(one, "forward"));
}

/// The value of `width = 2` in the body of a class; empty where it is no number.
Tokens numberAssignedBy(const Statement& constant)
{
    const Tokens& tokens = constant.tokens;
    const std::size_t equals = findOutside(tokens, "=");
    if (constant.error || tokens.front().kind != expr::TokenKind::Name || equals + 1 >= tokens.size())
        return {};
    Tokens value = part(tokens, equals + 1, tokens.size() - 1);
    return value.front().kind == expr::TokenKind::Number || value.front().text == "-" ? value : Tokens();
}

void requireNoInput(const WrittenCall& call)
{
    for (std::size_t i = 1; i < call.args.size(); ++i)
        if (expr::dependsOnInput(call.args[i].value))
            expr::fail("an activation depends on one tensor, and this depends on it too",
                       call.args[i].value.node().span);
}

}  // namespace

Expr Reader::onInput(const Class& one, Span span)
{
    const Statement* forward = methodOf(one, "forward") ? methodOf(one, "forward") : methodOf(one, "__call__");
    if (!forward)
        expr::fail("the class `" + one.name + "` has no forward", span);
    const WrittenCall call = callOnInput(boundOf(one, *forward));
    if (isAutograd(one))
        return applyAutograd(one, call);
    const Expr made = instance(one, nullptr);
    return (*m_values.asCallable(made))(call);
}

Expr Reader::call(const WrittenCall& call)
{
    const std::string owner = call.module.substr(0, call.module.find('.'));
    if (const auto function = m_file.functions.find(call.name); owner.empty() && function != m_file.functions.end())
        return apply(function->second, call, Frame(*this));
    const auto found = m_file.classes.find(owner.empty() ? call.name : owner);
    const Class& one = found->second;
    if (!owner.empty() && call.name == "apply" && isAutograd(one))
        return applyAutograd(one, call);
    if (!owner.empty() && one.statics.contains(call.name))
        return apply(functionOf(*methodOf(one, call.name)), call, Frame(*this));
    if (owner.empty() && !isAutograd(one))
        return instance(one, &call);
    expr::fail("`" + call.module + call.name + "` is not read", call.nameSpan);
}

Frame Reader::attributesOf(const Class& one, const std::string& self)
{
    Frame frame(*this);
    frame.objects.insert_or_assign(self, &one);
    for (const Statement* constant : one.constants)
        if (const Tokens value = numberAssignedBy(*constant); !value.empty())
            frame.names.insert_or_assign(self + "." + constant->tokens.front().text, Frame(*this).evaluate(value));
    return frame;
}

std::optional<Expr> Reader::constantOf(const std::string& module, std::string_view name)
{
    const auto found = m_file.classes.find(module);
    if (found == m_file.classes.end())
        return std::nullopt;
    for (const Statement* constant : found->second.constants)
        if (const Tokens value = numberAssignedBy(*constant); !value.empty() && constant->beginsWith(name))
            return Frame(*this).evaluate(value);
    return std::nullopt;
}

/// The object with what __init__ left in it, as a function of what forward takes. Without a call the arguments of
/// __init__ become parameters.
Expr Reader::instance(const Class& module, const WrittenCall* call)
{
    const Inside inside(*this, module.name + ".__init__", module.span);
    const Statement* start = methodOf(module, "__init__");
    std::string self = "self";
    auto frame = std::make_shared<Frame>(attributesOf(module, self));
    if (start) {
        const Function whole = functionOf(*start);
        const Function init = withoutFirst(whole);
        self = firstFormal(whole);
        *frame = attributesOf(module, self);
        addMethods(module, self, frame);
        bindRest(init, *frame);
        for (const Formal& formal : init.formals)
            if (!call)
                frame->names.insert_or_assign(formal.name, parameterOf(formal));
        if (call)
            bind(init, *call, *frame);
        runAndKeep(start->body, *frame, *this);
    }
    if (!start)
        addMethods(module, self, frame);
    m_used.insert(module.name);
    return m_values.callable(
        [this, &module, self, frame](const WrittenCall& use) {
            WrittenCall call = use;
            call.name = methodOf(module, "forward") ? "forward" : "__call__";
            return callMethod(module, call, *frame, self);
        },
        module.span);
}

Expr Reader::callMethod(const Class& one, const WrittenCall& call, const Frame& frame, const std::string& self)
{
    const Statement* method = methodOf(one, call.name);
    if (!method)
        expr::fail("the class `" + one.name + "` has no `" + call.name + "`", call.nameSpan);
    Frame inner(*this);
    if (!one.statics.contains(call.name))
        inner.takeObject(firstFormal(functionOf(*method)), frame, self);
    Function named = boundOf(one, *method);
    named.name = one.name + "." + named.name;
    return apply(named, call, inner);
}

void Reader::runMethod(const Class& one, const WrittenCall& call, Frame& frame, const std::string& self)
{
    const Inside inside(*this, one.name + "." + call.name, call.nameSpan);
    const Statement& method = *methodOf(one, call.name);
    const std::string own = firstFormal(functionOf(method));
    Frame inner(*this);
    inner.takeObject(own, frame, self);
    bind(boundOf(one, method), call, inner);
    runAndKeep(method.body, inner, *this);
    frame.takeObject(self, inner, own);
}

void Reader::addMethods(const Class& one, const std::string& self, const std::shared_ptr<Frame>& frame)
{
    for (const auto& [name, statement] : one.methods) {
        if (name == "__init__" || name == "forward" || one.properties.contains(name))
            continue;
        const auto use = [this, &one, self, frame, name = name](WrittenCall call) {
            call.name = name;
            return callMethod(one, call, *frame, self);
        };
        frame->names.insert_or_assign(self + "." + name, m_values.callable(use, one.span));
    }
}

/// The value of forward, with the gradient of backward times that of what it is applied to.
Expr Reader::applyAutograd(const Class& one, const WrittenCall& call)
{
    const Inside inside(*this, one.name, call.span);
    const Statement *forward = methodOf(one, "forward"), *backward = methodOf(one, "backward");
    if (!forward || !backward)
        expr::fail("`" + one.name + "` lacks its forward or its backward", one.span);
    if (methodOf(one, "setup_context"))
        expr::fail("setup_context is not read", methodOf(one, "setup_context")->span(),
                   "Write forward(ctx, x) with what it does.");
    if (call.args.empty())
        expr::fail("`" + one.name + "` needs a tensor", call.span);
    requireNoInput(call);
    const Function there = functionOf(*forward), back = functionOf(*backward);
    Frame frame(*this);
    frame.objects.insert_or_assign(firstFormal(there), nullptr);
    m_used.insert(one.name);
    bind(withoutFirst(there), call, frame);
    const auto value = runAndKeep(forward->body, frame, *this);
    Frame second(*this);
    second.takeObject(firstFormal(back), frame, firstFormal(there));
    WrittenCall given{.name = "backward", .nameSpan = back.span, .span = back.span};
    given.args.push_back({std::nullopt, {}, expr::parameter(kGradient, back.span)});
    bind(withoutFirst(back), given, second);
    const auto gradient = runAndKeep(backward->body, second, *this);
    if (!value || !gradient)
        expr::fail("forward and backward have to return something", one.span);
    const Expr slope = m_values.valueOf(linearFactor(*gradient, kGradient));
    return m_values.withGradient(m_values.valueOf(*value),
                                 expr::algebra::product(slope, m_values.gradientOf(call.args.front().value)));
}

}  // namespace actlab::importing
