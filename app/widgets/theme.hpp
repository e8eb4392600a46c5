#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QPen>
#include <QString>

class QApplication;

namespace actlab::widgets {

enum class ThemeChoice { System, Light, Dark };

/// The colours a widget of ours paints with. A plain value: ask themeOf(palette()) when painting and again
/// after QEvent::PaletteChange.
struct Theme {
    bool dark;
    QColor window;   ///< behind panels
    QColor surface;  ///< plots, lists, fields
    QColor raised;   ///< buttons and chips
    QColor border;
    QColor text;
    QColor mutedText;   ///< still 4.5:1 on window and surface
    QColor accent;      ///< the one colour that says "here"
    QColor onAccent;    ///< text on accent
    QColor accentSoft;  ///< selected rows, hovered segments
    QColor grid;
    QColor zeroLine;
    QColor good, warning, error;
};

inline constexpr int kSpace = 8;  ///< the layout grid in pixels
inline constexpr int kBaseFontPixels = 13;
inline constexpr double kPresenterScale = 1.6;

Theme lightTheme();
Theme darkTheme();
/// Light or dark, judged by the luminance of the palette's window colour.
Theme themeOf(const QPalette& palette);
QPalette paletteOf(const Theme& theme);

/// Okabe–Ito colours in an order that is readable on the theme's surface. Wraps around; negative counts as 0.
QColor curveColour(int index, const Theme& theme);
int curveColourCount();
/// Pen of the curve of f (order 0, solid), f′ (1, dashed) or f″ (2, dotted); `scale` as of lineScale.
QPen curvePen(const QColor& colour, int order, double scale = 1);

/// 1, or 2 where the font is presenter-sized: lines follow the type.
double lineScale(const QFont& font);
/// The base font times `factor`, with figures of equal width.
QFont scaledFont(double factor, QFont::Weight weight = QFont::Normal);
/// Formulas and numbers that stand in columns.
QFont formulaFont(double factor = 1);

ThemeChoice storedThemeChoice();
void storeThemeChoice(ThemeChoice choice);
/// Fusion, our palette, the base font and the little style sheet there is. `presenter` enlarges the type.
void applyTheme(QApplication& application, ThemeChoice choice, bool presenter = false);

/// One of resources/icons by name, tinted at paint time with the application palette's `role`: it follows
/// light and dark by itself.
QIcon icon(const QString& name, QPalette::ColorRole role = QPalette::ButtonText);

}  // namespace actlab::widgets
