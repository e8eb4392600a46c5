#include "app/widgets/math_type.hpp"

#include <algorithm>

namespace actlab::widgets {

MathType MathType::smaller() const
{
    constexpr double kStep = 0.72, kLeast = 0.55;
    return {m_measure, std::max(m_em * kStep, m_base * kLeast), m_base};
}

MathBox MathType::glyphs(const QString& text, MathFace face) const
{
    const MathExtent extent = m_measure(text, face, m_em);
    MathBox box{extent.width, extent.ascent, extent.descent};
    box.glyphs.push_back({{0, 0}, text, face, m_em});
    return box;
}

MathBox MathType::sign(const QString& text, double white) const
{
    MathBox box;
    box.space(white * m_em);
    box.append(glyphs(text));
    box.space(white * m_em);
    return box;
}

MathBox MathType::minus() const
{
    return glyphs(QChar(u'−'));
}

SetMath MathType::symbol(const QString& name) const
{
    const MathSymbol symbol = mathSymbol(name);
    MathBox box = glyphs(symbol.letters, symbol.face);
    const bool isWord = symbol.letters.size() > 1;
    if (symbol.index.isEmpty())
        return {std::move(box), MathBinding::Atom, false, isWord};
    return {lowered(std::move(box), smaller().glyphs(symbol.index), m_em), MathBinding::Atom, false, isWord};
}

SetMath MathType::number(double value) const
{
    const MathNumber number = mathNumber(value);
    MathBox box = glyphs(number.digits);
    const bool beginsWithDigit = number.digits.front().isDigit();
    if (number.exponent.isEmpty())
        return {std::move(box), MathBinding::Atom, beginsWithDigit};
    box.append(sign(QChar(u'·'), 0.12));
    box.append(raised(glyphs(QStringLiteral("10")), smaller().glyphs(number.exponent), m_em));
    return {std::move(box), MathBinding::Product, beginsWithDigit};
}

MathBox MathType::bound(SetMath set, MathBinding least) const
{
    return set.binding < least ? inParentheses(std::move(set.box)) : std::move(set.box);
}

}  // namespace actlab::widgets
