#include "app/widgets/math_layout.hpp"

#include "app/widgets/math_calls.hpp"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace actlab::widgets {

namespace {

using namespace expr;
using Binding = MathBinding;

SetMath set(const Expr& e, const MathType& type);

/// A condition used as a number is 1 where it holds: Iverson's bracket.
SetMath asValue(const Expr& e, const MathType& type)
{
    SetMath inner = set(e, type);
    return isCondition(e) ? SetMath{fenced(MathShape::Kind::Brackets, std::move(inner.box), type.em())} : inner;
}

MathBox value(const Expr& e, Binding least, const MathType& type)
{
    return type.bound(asValue(e, type), least);
}

/// The expression that a leading minus stands before; nullopt where there is none.
std::optional<Expr> withoutMinus(const Expr& e)
{
    if (const auto* n = as<Number>(e))
        return !std::isnan(n->value) && std::signbit(n->value) ? std::optional(number(-n->value)) : std::nullopt;
    if (const auto* n = as<Negate>(e))
        return n->arg;
    if (const auto* p = as<Product>(e))
        if (const auto left = withoutMinus(p->left))
            return *left * p->right;
    if (const auto* q = as<Quotient>(e))
        if (const auto left = withoutMinus(q->left))
            return *left / q->right;
    return std::nullopt;
}

SetMath negative(const Expr& positive, const MathType& type)
{
    MathBox box = type.minus();
    box.append(value(positive, Binding::Product, type));
    return {std::move(box), Binding::Sum};
}

SetMath joined(const Expr& left, char16_t sign, const Expr& right, Binding least, const MathType& type)
{
    MathBox box = value(left, Binding::Sum, type);
    box.append(type.sign(QChar(sign), type.isSmall() ? 0.08 : 0.22));
    box.append(value(right, least, type));
    return {std::move(box), Binding::Sum};
}

SetMath sum(const Sum& s, const MathType& type)
{
    if (const auto positive = withoutMinus(s.right))
        return joined(s.left, u'−', *positive, Binding::Product, type);
    return joined(s.left, u'+', s.right, Binding::Sum, type);
}

SetMath product(const Product& p, const MathType& type)
{
    SetMath left = asValue(p.left, type), right = asValue(p.right, type);
    const bool isBare = right.binding >= Binding::Product;
    const bool isDotted = (right.beginsWithDigit && isBare) || left.isWord || right.isWord;
    const bool beginsWithDigit = left.beginsWithDigit && left.binding >= Binding::Product;
    const bool isFence = !isBare && left.binding == Binding::Atom;
    MathBox box = type.bound(std::move(left), Binding::Product);
    if (isDotted)
        box.append(type.sign(QChar(u'·'), 0.12));
    else
        box.space((isFence ? 0.04 : 0.16) * type.em());
    box.append(type.bound(std::move(right), Binding::Product));
    return {std::move(box), Binding::Product, beginsWithDigit};
}

/// Small ones, in exponents, stand on one line.
SetMath quotient(const Quotient& q, const MathType& type)
{
    if (!type.isSmall())
        return {fraction(asValue(q.left, type).box, asValue(q.right, type).box, type.em()), Binding::Product};
    MathBox box = value(q.left, Binding::Product, type);
    box.append(type.glyphs(QStringLiteral("/")));
    box.append(value(q.right, Binding::Power, type));
    return {std::move(box), Binding::Product};
}

SetMath comparison(const Comparison& c, const MathType& type)
{
    MathBox box = value(c.left, Binding::Sum, type);
    box.append(type.sign(mathSign(c.op), 0.26));
    box.append(value(c.right, Binding::Sum, type));
    return {std::move(box), Binding::Condition};
}

SetMath connected(const Expr& left, const QString& word, const Expr& right, const MathType& type)
{
    const auto side = [&](const Expr& e) {
        MathBox box = set(e, type).box;
        return as<And>(e) || as<Or>(e) ? type.inParentheses(std::move(box)) : box;
    };
    MathBox box = side(left);
    box.append(type.sign(word, 0.4));
    box.append(side(right));
    return {std::move(box), Binding::Condition};
}

/// 0 < x and x < 1 is 0 < x < 1.
SetMath both(const And& a, const MathType& type)
{
    const auto* low = as<Comparison>(a.left);
    const auto* high = as<Comparison>(a.right);
    const bool isChain = low && high && low->right == high->left && low->op != CompareOp::NotEqual;
    if (!isChain)
        return connected(a.left, QCoreApplication::translate("Mathematics", "and"), a.right, type);
    SetMath chain = comparison(*low, type);
    chain.box.append(type.sign(mathSign(high->op), 0.26));
    chain.box.append(value(high->right, Binding::Sum, type));
    return chain;
}

MathBox when(const Expr& condition, const MathType& type)
{
    MathBox box = type.glyphs(QCoreApplication::translate("Mathematics", "if"));
    box.space(0.3 * type.em());
    box.append(set(condition, type).box);
    return box;
}

/// Has no fence at its right: in a sum it would swallow what follows.
SetMath cases(const Piecewise& p, const MathType& type)
{
    std::vector<std::pair<MathBox, MathBox>> rows;
    for (const Piece& piece : p.pieces)
        rows.emplace_back(asValue(piece.value, type).box, when(piece.condition, type));
    const auto* rest = as<Number>(p.otherwise);
    if (!rest || !std::isnan(rest->value))
        rows.emplace_back(asValue(p.otherwise, type).box,
                          type.glyphs(QCoreApplication::translate("Mathematics", "otherwise")));
    return {casesOf(std::move(rows), type.em()), Binding::Condition};
}

SetMath call(const Call& c, const MathType& type)
{
    std::vector<SetMath> args;
    for (std::size_t i = 0; i < c.args.size(); ++i)
        args.push_back(asValue(c.args[i], isExponent(*c.function, i) ? type.smaller() : type));
    return setCall(*c.function, std::move(args), type);
}

SetMath setAnyhow(const Expr& e, const MathType& type)
{
    if (const auto positive = withoutMinus(e))
        return negative(*positive, type);
    return visit(
        Overloaded{
            [&](const Number& n) { return type.number(n.value); },
            [&](const Variable&) { return type.symbol(QStringLiteral("x")); },
            [&](const Parameter& p) { return type.symbol(QString::fromStdString(p.name)); },
            [&](const Negate& n) { return negative(n.arg, type); },
            [&](const Sum& s) { return sum(s, type); },
            [&](const Difference& d) { return joined(d.left, u'−', d.right, Binding::Product, type); },
            [&](const Product& p) { return product(p, type); },
            [&](const Quotient& q) { return quotient(q, type); },
            [&](const Power& p) { return power(asValue(p.left, type), asValue(p.right, type.smaller()), type); },
            [&](const Comparison& c) { return comparison(c, type); },
            [&](const And& a) { return both(a, type); },
            [&](const Or& o) {
                return connected(o.left, QCoreApplication::translate("Mathematics", "or"), o.right, type);
            },
            [&](const Not& n) {
                MathBox box = type.glyphs(QCoreApplication::translate("Mathematics", "not"));
                box.append(type.inParentheses(set(n.arg, type).box));
                return SetMath{std::move(box), Binding::Condition};
            },
            [&](const Call& c) { return call(c, type); },
            [&](const Piecewise& p) { return cases(p, type); },
        },
        e);
}

SetMath set(const Expr& e, const MathType& type)
{
    SetMath made = setAnyhow(e, type);
    if (const Span span = e.node().span; span != Span{})
        made.box.parts.push_back({made.box.rect(), span});
    return made;
}

}  // namespace

std::optional<MathBox> layOut(const Expr& e, const MathMeasure& measure, double em)
{
    if (e.node().treeSize > kLongestMathematics)
        return std::nullopt;
    return asValue(e, MathType(measure, em, em)).box;
}

}  // namespace actlab::widgets
