#include "core/exporting/latex_call.hpp"

namespace actlab::exporting {

namespace {

using expr::BuiltinId;

Tex applied(const std::string& name, const std::vector<Tex>& args)
{
    std::string list;
    for (const Tex& arg : args)
        list += (list.empty() ? "" : ", ") + arg.text;
    return {name + inParentheses(list), Binding::Atom};
}

std::string fenced(const std::string& left, const std::string& text, const std::string& right)
{
    return "\\left" + left + " " + text + " \\right" + right;
}

/// Catalogue functions borrow the row of a built-in function for their name alone.
bool isBuiltIn(const expr::Builtin& function)
{
    return expr::findBuiltin(function.name) == &function;
}

std::string operatorNamed(std::string_view name)
{
    std::string escaped;
    for (const char c : name)
        escaped += c == '_' ? "\\_" : std::string(1, c);
    return "\\operatorname{" + escaped + "}";
}

/// "log_{10}" for functions whose name is a word of LaTeX, "\operatorname{erf}" for the others.
std::string nameOf(const expr::Builtin& function)
{
    switch (function.id) {
    case BuiltinId::Log: return "\\ln";
    case BuiltinId::Log2: return "\\log_{2}";
    case BuiltinId::Log10: return "\\log_{10}";
    case BuiltinId::Sin:
    case BuiltinId::Cos:
    case BuiltinId::Tan:
    case BuiltinId::Sinh:
    case BuiltinId::Cosh:
    case BuiltinId::Tanh:
    case BuiltinId::Min:
    case BuiltinId::Max: return "\\" + std::string(function.name);
    case BuiltinId::Asin: return "\\arcsin";
    case BuiltinId::Acos: return "\\arccos";
    case BuiltinId::Atan: return "\\arctan";
    case BuiltinId::Asinh: return "\\operatorname{arsinh}";
    case BuiltinId::Acosh: return "\\operatorname{arcosh}";
    case BuiltinId::Atanh: return "\\operatorname{artanh}";
    case BuiltinId::Sigmoid: return "\\sigma";
    default: return operatorNamed(function.name);
    }
}

Tex exponential(const Tex& exponent)
{
    return {"e^{" + exponent.text + "}", Binding::Power};
}

}  // namespace

std::string inParentheses(const std::string& text)
{
    return "\\left(" + text + "\\right)";
}

std::string bound(const Tex& tex, Binding least)
{
    return tex.binding < least ? inParentheses(tex.text) : tex.text;
}

Tex latexPower(const Tex& base, const Tex& exponent)
{
    return {bound(base, Binding::Atom) + "^{" + exponent.text + "}", Binding::Power};
}

Tex latexCall(const expr::Builtin& function, const std::vector<Tex>& args)
{
    if (!isBuiltIn(function))
        return applied(operatorNamed(function.name), args);
    const Tex& u = args.front();
    switch (function.id) {
    case BuiltinId::Exp: return exponential(u);
    case BuiltinId::Expm1: return {exponential(u).text + " - 1", Binding::Sum};
    case BuiltinId::Log1p: return {"\\ln" + inParentheses("1 + " + bound(u, Binding::Product)), Binding::Atom};
    case BuiltinId::Sqrt: return {"\\sqrt{" + u.text + "}", Binding::Atom};
    case BuiltinId::Cbrt: return {"\\sqrt[3]{" + u.text + "}", Binding::Atom};
    case BuiltinId::Pow: return latexPower(u, args[1]);
    case BuiltinId::Abs: return {fenced("|", u.text, "|"), Binding::Atom};
    case BuiltinId::Floor: return {fenced("\\lfloor", u.text, "\\rfloor"), Binding::Atom};
    case BuiltinId::Ceil: return {fenced("\\lceil", u.text, "\\rceil"), Binding::Atom};
    default: return applied(nameOf(function), args);
    }
}

}  // namespace actlab::exporting
