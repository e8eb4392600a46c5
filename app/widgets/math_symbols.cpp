#include "app/widgets/math_symbols.hpp"

#include "core/expr/builtins.hpp"
#include "core/expr/printer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace actlab::widgets {

namespace {

struct Greek {
    QLatin1String name;
    char16_t letter;
};

constexpr Greek kGreek[] = {
    {QLatin1String("alpha"), u'α'}, {QLatin1String("beta"), u'β'},    {QLatin1String("gamma"), u'γ'},
    {QLatin1String("delta"), u'δ'}, {QLatin1String("epsilon"), u'ε'}, {QLatin1String("eps"), u'ε'},
    {QLatin1String("zeta"), u'ζ'},  {QLatin1String("eta"), u'η'},     {QLatin1String("theta"), u'θ'},
    {QLatin1String("iota"), u'ι'},  {QLatin1String("kappa"), u'κ'},   {QLatin1String("lambda"), u'λ'},
    {QLatin1String("lambd"), u'λ'}, {QLatin1String("mu"), u'μ'},      {QLatin1String("nu"), u'ν'},
    {QLatin1String("xi"), u'ξ'},    {QLatin1String("rho"), u'ρ'},     {QLatin1String("sigma"), u'σ'},
    {QLatin1String("tau"), u'τ'},   {QLatin1String("phi"), u'φ'},     {QLatin1String("chi"), u'χ'},
    {QLatin1String("psi"), u'ψ'},   {QLatin1String("omega"), u'ω'},   {QLatin1String("Gamma"), u'Γ'},
    {QLatin1String("Delta"), u'Δ'}, {QLatin1String("Theta"), u'Θ'},   {QLatin1String("Lambda"), u'Λ'},
    {QLatin1String("Sigma"), u'Σ'}, {QLatin1String("Phi"), u'Φ'},     {QLatin1String("Psi"), u'Ψ'},
    {QLatin1String("Omega"), u'Ω'},
};

QString letterFor(const QString& name)
{
    const auto* found = std::ranges::find(kGreek, name, &Greek::name);
    if (found != std::end(kGreek))
        return QString(QChar(found->letter));
    return name.size() == 1 ? name : QString();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// 0.3333333333333333 is 0.33333…: longer ones tell a reader nothing.
QString shortened(const QString& digits)
{
    constexpr qsizetype kLongest = 8;
    const qsizetype point = digits.indexOf('.');
    if (digits.size() <= kLongest || point < 0 || point >= kLongest - 1)
        return digits;
    return digits.left(kLongest - 1) + QChar(u'…');
}

}  // namespace

MathSymbol mathSymbol(const QString& name)
{
    if (const QString whole = letterFor(name); !whole.isEmpty())
        return {whole};
    const qsizetype bar = name.indexOf('_');
    const auto digit = std::ranges::find_if(name, isDigit) - name.begin();
    const qsizetype end = bar > 0 ? bar : digit;
    const QString head = name.left(end), letter = letterFor(head);
    const QString index = name.mid(end == bar ? end + 1 : end);
    const bool isCounted = end == digit && std::ranges::all_of(index, isDigit);
    if (end == name.size() || index.isEmpty() || (letter.isEmpty() && !isCounted))
        return {name, {}, MathFace::Upright};
    return letter.isEmpty() ? MathSymbol{head, index, MathFace::Upright} : MathSymbol{letter, index};
}

MathNumber mathNumber(double value)
{
    if (std::isnan(value))
        return {QStringLiteral("?"), {}};
    if (std::signbit(value)) {
        const MathNumber positive = mathNumber(-value);
        return {QChar(u'−') + positive.digits, positive.exponent};
    }
    if (std::isinf(value))
        return {QStringLiteral("∞"), {}};
    if (value == std::numbers::pi)
        return {QStringLiteral("π"), {}};
    const QString text = QString::fromStdString(expr::printNumber(value));
    const qsizetype exponent = text.indexOf('e');
    if (exponent <= 0)
        return {shortened(text), {}};
    const QString power = QString::number(text.mid(exponent + 1).toInt()).replace('-', QChar(u'−'));
    return {shortened(text.left(exponent)), power};
}

QString mathSign(expr::CompareOp op)
{
    switch (op) {
    case expr::CompareOp::Less: return QStringLiteral("<");
    case expr::CompareOp::LessEqual: return QStringLiteral("≤");
    case expr::CompareOp::Greater: return QStringLiteral(">");
    case expr::CompareOp::GreaterEqual: return QStringLiteral("≥");
    case expr::CompareOp::Equal: return QStringLiteral("=");
    case expr::CompareOp::NotEqual: return QStringLiteral("≠");
    }
    return {};
}

QString mathFunctionName(const expr::Builtin& function)
{
    if (expr::findBuiltin(function.name) != &function)
        return QString::fromUtf8(function.name.data(), static_cast<qsizetype>(function.name.size()));
    switch (function.id) {
    case expr::BuiltinId::Log: return QStringLiteral("ln");
    case expr::BuiltinId::Asin: return QStringLiteral("arcsin");
    case expr::BuiltinId::Acos: return QStringLiteral("arccos");
    case expr::BuiltinId::Atan: return QStringLiteral("arctan");
    case expr::BuiltinId::Asinh: return QStringLiteral("arsinh");
    case expr::BuiltinId::Acosh: return QStringLiteral("arcosh");
    case expr::BuiltinId::Atanh: return QStringLiteral("artanh");
    case expr::BuiltinId::Sigmoid: return QStringLiteral("σ");
    default: return QString::fromUtf8(function.name.data(), static_cast<qsizetype>(function.name.size()));
    }
}

}  // namespace actlab::widgets
