#include "core/expr/scope.hpp"

#include "core/expr/token_reader.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

namespace actlab::expr {

namespace {

constexpr std::string_view kModules[] = {"torch", "F", "nn", "functional", "special", "math", "np", "numpy"};

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::pair<std::string_view, double> kConstants[] = {{"pi", std::numbers::pi},
                                                              {"e", std::numbers::e},
                                                              {"inf", std::numeric_limits<double>::infinity()},
                                                              {"nan", kNothing}};

std::string_view lastOf(std::string_view path)
{
    const auto dot = path.rfind('.');
    return dot == path.npos ? path : path.substr(dot + 1);
}

tl::unexpected<SourceError> refused(std::string message, Span span, std::string hint)
{
    return tl::unexpected(SourceError{std::move(message), span, std::move(hint)});
}

}  // namespace

Result<Expr> Scope::partOf(const Expr&, const Token& part) const
{
    return refused("a value has no part " + quoted(part.text), part.span, "Methods need brackets: `x.abs()`.");
}

Result<Expr> Scope::textOf(const Token& text) const
{
    return refused("text has no meaning here", text.span, "");
}

Result<Expr> Scope::sequenceOf(const std::vector<Expr>&, Span span) const
{
    return refused("a formula has one value, not several", span, "");
}

bool FormulaScope::isModule(std::string_view path) const
{
    return std::ranges::find(kModules, lastOf(path)) != std::end(kModules);
}

Result<Expr> FormulaScope::valueOf(std::string_view path, Span span) const
{
    const std::string name(lastOf(path));
    for (const auto& [text, value] : kConstants)
        if (name == text)
            return number(value, span);
    if (isFunctionName(name, m_library))
        return refused(quoted(name) + " is a function and needs an argument", span, "Write `" + name + "(x)`.");
    if (name.size() < path.size())
        return refused("there is no constant " + quoted(name), span, "There are pi, e, inf and nan.");
    return name == "x" ? variable(span) : parameter(name, span);
}

}  // namespace actlab::expr
