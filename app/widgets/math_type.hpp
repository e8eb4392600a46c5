#pragma once

#include "app/widgets/math_symbols.hpp"

namespace actlab::widgets {

/// How tightly set mathematics holds together, loosest first.
enum class MathBinding { Condition, Sum, Product, Power, Atom };

struct SetMath {
    MathBox box;
    MathBinding binding = MathBinding::Atom;
    bool beginsWithDigit = false;
    bool isWord = false;  ///< a name of several letters: it needs a sign between itself and a neighbour
};

/// Sets words and signs in one size.
class MathType {
public:
    MathType(const MathMeasure& measure, double em, double base) : m_measure(measure), m_em(em), m_base(base) {}

    double em() const { return m_em; }
    bool isSmall() const { return m_em < m_base; }
    /// For exponents and indices; it does not fall below what can be read.
    MathType smaller() const;

    MathBox glyphs(const QString& text, MathFace face = MathFace::Upright) const;
    /// With white on both sides, in em.
    MathBox sign(const QString& text, double white) const;
    MathBox minus() const;
    SetMath symbol(const QString& name) const;
    SetMath number(double value) const;
    MathBox inParentheses(MathBox inner) const
    {
        return fenced(MathShape::Kind::Parentheses, std::move(inner), m_em);
    }
    /// In parentheses where it is looser than `least`.
    MathBox bound(SetMath set, MathBinding least) const;

private:
    const MathMeasure& m_measure;
    double m_em, m_base;
};

}  // namespace actlab::widgets
