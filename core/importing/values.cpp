#include "core/importing/values.hpp"

#include "core/importing/among.hpp"

#include "core/expr/algebra.hpp"
#include "core/expr/children.hpp"
#include "core/expr/differentiate.hpp"
#include "core/expr/rebuild.hpp"
#include "core/expr/simplify.hpp"
#include "core/expr/substitute.hpp"
#include "core/expr/token_reader.hpp"

#include "core/activation/catalogue.hpp"
#include "core/kernel/program.hpp"

#include <algorithm>
#include <charconv>

namespace actlab::importing {

namespace {

constexpr char kThing = '\1', kCallable = '\2', kShadow = '\3', kLearnable = '\4', kUnset = '\6';

std::optional<std::size_t> indexOf(const Expr& e, char kind)
{
    const auto* p = expr::as<expr::Parameter>(e);
    if (!p || p->name.empty() || p->name.front() != kind)
        return std::nullopt;
    std::size_t index = 0;
    std::from_chars(p->name.data() + 1, p->name.data() + p->name.size(), index);
    return index;
}

Expr indexed(char kind, std::size_t index, Span span)
{
    return expr::parameter(kind + std::to_string(index), span);
}

double valueOfConstant(const Expr& e)
{
    const kernel::Program program = kernel::compile(std::span(&e, 1), {});
    const double x = 0;
    double value = 0;
    double* const output = &value;
    program.evaluate<double>(std::span(&x, 1), {}, std::span(&output, 1));
    return value;
}

bool isTaken(const std::string& name)
{
    constexpr std::string_view kWords[] = {"x", "e", "pi", "inf", "nan", "torch", "F", "nn", "math", "np"};
    return isAmong(kWords, name) || expr::isFunctionName(name, activation::catalogueLibrary());
}

}  // namespace

Expr Values::thing(const std::string& what, Span span)
{
    return expr::parameter(kThing + what, span);
}

bool Values::isThing(const Expr& e)
{
    return indexOf(e, kThing).has_value();
}

bool Values::isNone(const Expr& e)
{
    return isThing(e) && nameOfThing(e) == "None";
}

Expr Values::unset(const std::string& function, Span span)
{
    return expr::parameter(kUnset + function, span);
}

bool Values::isUnset(const Expr& e)
{
    bool found = false;
    expr::forEachNode(e, [&](const Expr& node) { found = found || indexOf(node, kUnset); });
    return found;
}

std::string Values::nameOfThing(const Expr& e)
{
    return expr::as<expr::Parameter>(e)->name.substr(1);
}

Expr Values::callable(Callable function, Span span)
{
    m_callables.push_back(std::move(function));
    return indexed(kCallable, m_callables.size() - 1, span);
}

const Callable* Values::asCallable(const Expr& e) const
{
    const auto index = indexOf(e, kCallable);
    return index ? &m_callables[*index] : nullptr;
}

Expr Values::learnable(const expr::WrittenCall& call)
{
    if (call.args.empty())
        expr::fail("nn.Parameter needs a value", call.span, "Write nn.Parameter(torch.tensor(0.25)).");
    const Expr& first = call.args.front().value;
    m_learnables.push_back({isUnset(first) ? std::nullopt : std::optional(numberIn(first)), sawVector});
    return indexed(kLearnable, m_learnables.size() - 1, call.span);
}

Expr Values::underName(const Expr& value, const std::string& name)
{
    const auto index = indexOf(value, kLearnable);
    if (!index)
        return value;
    // the argument of __init__ from which it starts has nothing else to say
    std::erase_if(m_parameters, [&](const activation::Parameter& p) { return p.name == name && !p.learnable; });
    const Learnable& learnable = m_learnables[*index];
    const auto scope = learnable.isVector ? activation::Scope::Channel : activation::Scope::Layer;
    if (learnable.isVector)
        note("The parameter " + name + " is a vector: one value for each channel.");
    const Expr made = parameter(
        {.name = name, .value = learnable.value.value_or(1), .learnable = true, .scope = scope}, value.node().span);
    if (!learnable.value)
        noteRandom(expr::as<expr::Parameter>(made)->name);
    return made;
}

namespace {

std::string randomNote(const std::string& parameter)
{
    return "The parameter " + parameter + " begins at random in PyTorch, here at 1.";
}

}  // namespace

activation::Parameter& Values::parameterNamed(const std::string& name)
{
    return *std::ranges::find(m_parameters, name, &activation::Parameter::name);
}

void Values::begin(const std::string& parameter, double value)
{
    parameterNamed(parameter).value = value;
    std::erase(m_notes, randomNote(parameter));
}

void Values::fix(const std::string& parameter)
{
    parameterNamed(parameter).learnable = false;
}

void Values::noteRandom(const std::string& parameter)
{
    parameterNamed(parameter).value = 1;
    note(randomNote(parameter));
}

const Values::Shadow* Values::shadowOf(const Expr& e) const
{
    const auto index = indexOf(e, kShadow);
    return index ? &m_shadows[*index] : nullptr;
}

Expr Values::withGradient(const Expr& value, const Expr& gradient)
{
    m_shadows.push_back({value, gradient});
    return indexed(kShadow, m_shadows.size() - 1, value.node().span);
}

bool Values::hasOwnGradient(const Expr& e) const
{
    bool found = false;
    expr::forEachNode(e, [&](const Expr& node) { found = found || shadowOf(node); });
    return found;
}

Expr Values::valueOf(const Expr& e) const
{
    return expr::rebuild(e, [&](const Expr& node) -> std::optional<Expr> {
        if (const Shadow* shadow = shadowOf(node))
            return shadow->value;
        if (const auto* sum = expr::as<expr::Sum>(node))
            if (const auto* change = expr::as<expr::Difference>(sum->right); change && change->right == sum->left)
                return change->left;
        return std::nullopt;
    });
}

Expr Values::gradientOf(const Expr& e) const
{
    Expr gradient = expr::orThrow(expr::differentiate(e));
    for (std::size_t i = 0; i < m_shadows.size(); ++i) {
        const std::string name = kShadow + std::to_string(i);
        const Expr share = expr::orThrow(expr::differentiateByParameter(e, name));
        gradient = expr::algebra::sum(gradient, expr::algebra::product(share, m_shadows[i].gradient));
    }
    return expr::simplify(valueOf(gradient));
}

void Values::requireValue(const Expr& e)
{
    expr::forEachNode(e, [](const Expr& node) {
        if (isThing(node))
            expr::fail(nameOfThing(node) + " is no number and no tensor", node.node().span);
        if (indexOf(node, kUnset))
            expr::fail("`" + nameOfThing(node) + "` is random or has no value; an activation always gives the same",
                       node.node().span);
        if (indexOf(node, kLearnable))
            expr::fail("nn.Parameter needs a name of its own, as in self.alpha = nn.Parameter(...)",
                       node.node().span);
        if (indexOf(node, kCallable))
            expr::fail("a function is no value; it needs an argument", node.node().span);
    });
}

double Values::numberIn(const Expr& e) const
{
    requireValue(e);
    const Expr known = expr::substitute(e, e, [&](std::string_view name) -> std::optional<Expr> {
        const auto found = std::ranges::find(m_parameters, name, &activation::Parameter::name);
        return found == m_parameters.end() ? std::nullopt : std::optional(expr::number(found->value));
    });
    if (!expr::dependsOnInput(known) && expr::parametersOf(known).empty())
        return valueOfConstant(known);
    expr::fail("a number was expected here", e.node().span, "Only what can be computed from constants is one.");
}

Expr Values::parameter(activation::Parameter p, Span span)
{
    const std::string wanted = p.name;
    const auto isKnown = [&](const std::string& name) {
        return std::ranges::find(m_parameters, name, &activation::Parameter::name) != m_parameters.end();
    };
    for (std::size_t i = 2; isTaken(p.name) || isKnown(p.name); ++i)
        p.name = wanted + "_" + (i == 2 ? std::string() : std::to_string(i));
    if (p.name != wanted)
        note("The parameter " + wanted + " is called " + p.name + " in the formula.");
    m_parameters.push_back(p);
    return expr::parameter(p.name, span);
}

void Values::note(const std::string& sentence)
{
    if (std::ranges::find(m_notes, sentence) == m_notes.end())
        m_notes.push_back(sentence);
}

}  // namespace actlab::importing
