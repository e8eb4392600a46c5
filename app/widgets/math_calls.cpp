#include "app/widgets/math_calls.hpp"

namespace actlab::widgets {

namespace {

using expr::BuiltinId;
using Binding = MathBinding;

/// Catalogue functions borrow the row of a built-in function for their name alone.
bool isBuiltIn(const expr::Builtin& function)
{
    return expr::findBuiltin(function.name) == &function;
}

SetMath exponential(SetMath exponent, const MathType& type)
{
    return {raised(type.glyphs(QStringLiteral("e"), MathFace::Italic), std::move(exponent.box), type.em()),
            Binding::Power};
}

SetMath applied(MathBox name, MathBox arguments, const MathType& type)
{
    name.space(0.03 * type.em());
    name.append(type.inParentheses(std::move(arguments)));
    return {std::move(name)};
}

MathBox nameOf(const expr::Builtin& function, const MathType& type)
{
    const bool hasIndex = isBuiltIn(function) && (function.id == BuiltinId::Log2 || function.id == BuiltinId::Log10);
    if (!hasIndex)
        return type.glyphs(mathFunctionName(function));
    const QString index = function.id == BuiltinId::Log2 ? QStringLiteral("2") : QStringLiteral("10");
    return lowered(type.glyphs(QStringLiteral("log")), type.smaller().glyphs(index), type.em());
}

MathBox listOf(std::vector<SetMath> args, const MathType& type)
{
    MathBox list;
    for (SetMath& arg : args) {
        if (list.width > 0) {
            list.append(type.glyphs(QStringLiteral(",")));
            list.space(0.2 * type.em());
        }
        list.append(std::move(arg.box));
    }
    return list;
}

MathBox plus(MathBox left, char16_t sign, MathBox right, const MathType& type)
{
    left.append(type.sign(QChar(sign), type.isSmall() ? 0.08 : 0.22));
    left.append(std::move(right));
    return left;
}

SetMath byName(const expr::Builtin& function, std::vector<SetMath> args, const MathType& type)
{
    return applied(nameOf(function, type), listOf(std::move(args), type), type);
}

}  // namespace

bool isExponent(const expr::Builtin& function, std::size_t argument)
{
    if (!isBuiltIn(function))
        return false;
    return function.id == BuiltinId::Exp || function.id == BuiltinId::Expm1 ||
           (function.id == BuiltinId::Pow && argument == 1);
}

SetMath power(SetMath base, SetMath exponent, const MathType& type)
{
    const bool beginsWithDigit = base.beginsWithDigit && base.binding == Binding::Atom;
    MathBox below = type.bound(std::move(base), Binding::Atom);
    return {raised(std::move(below), std::move(exponent.box), type.em()), Binding::Power, beginsWithDigit};
}

SetMath setCall(const expr::Builtin& function, std::vector<SetMath> args, const MathType& type)
{
    if (!isBuiltIn(function))
        return byName(function, std::move(args), type);
    SetMath& u = args.front();
    const double em = type.em();
    switch (function.id) {
    case BuiltinId::Exp: return exponential(std::move(u), type);
    case BuiltinId::Expm1:
        return {plus(exponential(std::move(u), type).box, u'−', type.number(1).box, type), Binding::Sum};
    case BuiltinId::Log1p:
        return applied(type.glyphs(QStringLiteral("ln")),
                       plus(type.number(1).box, u'+', type.bound(std::move(u), Binding::Product), type), type);
    case BuiltinId::Sqrt: return {rooted(std::move(u.box), {}, em)};
    case BuiltinId::Cbrt: return {rooted(std::move(u.box), type.smaller().number(3).box, em)};
    case BuiltinId::Pow: return power(std::move(u), std::move(args[1]), type);
    case BuiltinId::Abs: return {fenced(MathShape::Kind::Bars, std::move(u.box), em)};
    case BuiltinId::Floor: return {fenced(MathShape::Kind::Floor, std::move(u.box), em)};
    case BuiltinId::Ceil: return {fenced(MathShape::Kind::Ceiling, std::move(u.box), em)};
    default: return byName(function, std::move(args), type);
    }
}

}  // namespace actlab::widgets
