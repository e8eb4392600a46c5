#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <algorithm>
#include <array>

namespace actlab::widgets {

namespace {

// Okabe & Ito, "Color Universal Design" (2008), ordered so that the first ones stand out from the surface.
// Yellow is left out on white, and blue on dark, where they would fall below 3:1.
constexpr std::array<QRgb, 6> kCurvesOnLight{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7, 0xffe69f00, 0xff56b4e9};
constexpr std::array<QRgb, 6> kCurvesOnDark{0xff56b4e9, 0xffe69f00, 0xff009e73, 0xffcc79a7, 0xfff0e442, 0xffd55e00};

void setDisabledColours(QPalette& palette, const Theme& theme)
{
    QColor faint = theme.text;
    faint.setAlphaF(0.4F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.border);
}

QString hex(const QColor& colour)
{
    return colour.name(QColor::HexRgb);
}

/// What a palette cannot say: the shape of fields, buttons, segments and lists.
QString styleSheetOf(const Theme& theme)
{
    QFile file(QStringLiteral(":/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::array<std::pair<const char*, QColor>, 11> words{{{"@window", theme.window},
                                                                {"@surface", theme.surface},
                                                                {"@raised", theme.raised},
                                                                {"@border", theme.border},
                                                                {"@text", theme.text},
                                                                {"@muted", theme.mutedText},
                                                                {"@accentSoft", theme.accentSoft},
                                                                {"@accent", theme.accent},
                                                                {"@onAccent", theme.onAccent},
                                                                {"@warning", theme.warning},
                                                                {"@error", theme.error}}};
    for (const auto& [word, colour] : words)
        sheet.replace(QLatin1String(word), hex(colour));
    sheet.replace(QLatin1String("@variant"), QLatin1String(theme.dark ? "dark" : "light"));  // of the arrows' icons
    return sheet;
}

bool desktopIsDark(const QApplication& application)
{
    // The palette the desktop gave us, before we put ours in its place.
    static const bool dark = themeOf(application.palette()).dark;
    return dark;
}

}  // namespace

Theme lightTheme()
{
    return {.dark = false,
            .window = QColor(0xf4f5f8),
            .surface = QColor(0xffffff),
            .raised = QColor(0xffffff),
            .border = QColor(0xd6d9e0),
            .text = QColor(0x1c2230),
            .mutedText = QColor(0x5b6475),
            .accent = QColor(0x2f5fd0),
            .onAccent = QColor(0xffffff),
            .accentSoft = QColor(0xe1e9fb),
            .grid = QColor(0xeceef2),
            .zeroLine = QColor(0xa7aebb),
            .good = QColor(0x14784a),
            .warning = QColor(0x9a5b00),
            .error = QColor(0xc02a37)};
}

Theme darkTheme()
{
    return {.dark = true,
            .window = QColor(0x1b1e25),
            .surface = QColor(0x13161b),
            .raised = QColor(0x292e38),
            .border = QColor(0x3a414e),
            .text = QColor(0xe7eaf0),
            .mutedText = QColor(0xa2abbb),
            .accent = QColor(0x7ba4ff),
            .onAccent = QColor(0x0d1424),
            .accentSoft = QColor(0x2a3852),
            .grid = QColor(0x23272f),
            .zeroLine = QColor(0x596171),
            .good = QColor(0x5fd39a),
            .warning = QColor(0xf0b45a),
            .error = QColor(0xff8088)};
}

Theme themeOf(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F ? darkTheme() : lightTheme();
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette(theme.text, theme.raised, theme.dark ? theme.border : theme.surface, theme.border, theme.border,
                     theme.text, theme.text, theme.surface, theme.window);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Link, theme.accent);
    setDisabledColours(palette, theme);
    return palette;
}

QColor curveColour(int index, const Theme& theme)
{
    const auto& colours = theme.dark ? kCurvesOnDark : kCurvesOnLight;
    return QColor::fromRgb(colours[static_cast<std::size_t>(std::max(index, 0)) % colours.size()]);
}

int curveColourCount()
{
    return static_cast<int>(kCurvesOnLight.size());
}

QPen curvePen(const QColor& colour, int order, double scale)
{
    QPen pen(colour, (order == 0 ? 2.0 : 1.6) * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (order == 0)
        return pen;
    pen.setDashPattern(order == 1 ? QList<qreal>{5, 3} : QList<qreal>{1.2, 2});
    pen.setCapStyle(Qt::FlatCap);  // a round end at each of hundreds of dashes takes half of a frame
    pen.setJoinStyle(Qt::BevelJoin);
    return pen;
}

double lineScale(const QFont& font)
{
    return font.pixelSize() > kBaseFontPixels * 1.3 ? 2 : 1;
}

QFont scaledFont(double factor, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

QFont formulaFont(double factor)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(std::max(1, qRound(QApplication::font().pixelSize() * factor)));
    return font;
}

ThemeChoice storedThemeChoice()
{
    const QString stored = QSettings().value(QStringLiteral("theme")).toString();
    if (stored == QLatin1String("light"))
        return ThemeChoice::Light;
    return stored == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

void storeThemeChoice(ThemeChoice choice)
{
    constexpr std::array kNames{"system", "light", "dark"};
    QSettings().setValue(QStringLiteral("theme"), QLatin1String(kNames[static_cast<std::size_t>(choice)]));
}

void applyTheme(QApplication& application, ThemeChoice choice, bool presenter)
{
    const bool dark = desktopIsDark(application) ? choice != ThemeChoice::Light : choice == ThemeChoice::Dark;
    const Theme theme = dark ? darkTheme() : lightTheme();
    if (application.style()->name() != QLatin1String("fusion"))
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QFont font = application.font();
    font.setPixelSize(qRound(kBaseFontPixels * (presenter ? kPresenterScale : 1)));
    application.setStyleSheet({});  // a sheet caches what it was computed from; the new one comes last
    application.setFont(font);
    application.setPalette(paletteOf(theme));
    application.setStyleSheet(styleSheetOf(theme));
}

}  // namespace actlab::widgets
