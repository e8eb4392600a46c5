#include "app/widgets/code_colours.hpp"

#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QSet>

namespace actlab::widgets {

namespace {

const QString kLongQuote = QStringLiteral("\"\"\"");
enum LineState { Plain, InLongText };

const QSet<QString>& wordsOf(const QString& suffix)
{
    static const QSet<QString> none,
        python{"and",   "as",     "assert", "class", "def", "elif",   "else",   "False", "for",
               "from",  "if",     "import", "in",    "is",  "lambda", "None",   "not",   "or",
               "raise", "return", "self",   "True",  "try", "while",  "except", "with"};
    static const QSet<QString> cpp{"auto",   "bool",     "class",     "const",    "constexpr", "double",
                                   "else",   "explicit", "false",     "float",    "for",       "if",
                                   "inline", "int",      "namespace", "public",   "return",    "static",
                                   "struct", "template", "true",      "typename", "using",     "void"};
    return suffix == QLatin1String(".py") ? python : suffix == QLatin1String(".hpp") ? cpp : none;
}

/// What begins a remark that lasts to the end of its line.
QString remarkOf(const QString& suffix)
{
    if (suffix == QLatin1String(".py"))
        return QStringLiteral("#");
    if (suffix == QLatin1String(".hpp"))
        return QStringLiteral("//");
    return suffix == QLatin1String(".tex") ? QStringLiteral("%") : QString();
}

bool isWordSign(QChar sign)
{
    return sign.isLetterOrNumber() || sign == '_';
}

/// The end of what goes on while `belongs` says so.
template <class Belongs>
qsizetype endOf(const QString& line, qsizetype from, const Belongs& belongs)
{
    while (from < line.size() && belongs(line[from]))
        ++from;
    return from;
}

qsizetype endOfQuoted(const QString& line, qsizetype from)
{
    for (qsizetype at = from + 1; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == line[from])
            return at + 1;
    }
    return line.size();
}

}  // namespace

void CodeColours::setLanguage(const QString& suffix)
{
    m_suffix = suffix;
}

void CodeColours::highlightBlock(const QString& line)
{
    setCurrentBlockState(Plain);
    qsizetype at = previousBlockState() == InLongText ? colourLongText(line, 0, 0) : 0;
    while (at < line.size())
        at = colourToken(line, at);
}

/// Colours what stands at `at` and returns where it ends.
qsizetype CodeColours::colourToken(const QString& line, qsizetype at)
{
    const Theme theme = themeOf(QApplication::palette());
    const auto colour = [&](qsizetype end, const QColor& with) {
        setFormat(static_cast<int>(at), static_cast<int>(end - at), with);
        return end;
    };
    const QString remark = remarkOf(m_suffix);
    const QStringView rest = QStringView(line).mid(at);
    if (remark.isEmpty() && m_suffix != QLatin1String(".json"))
        return line.size();
    if (!remark.isEmpty() && rest.startsWith(remark) && (at == 0 || line[at - 1] != '\\'))
        return colour(line.size(), theme.mutedText);
    if (m_suffix == QLatin1String(".py") &&
        (rest.startsWith(kLongQuote) || rest.startsWith(QLatin1String("r\"\"\""))))
        return colourLongText(line, at, line.indexOf(kLongQuote, at) + kLongQuote.size());
    if (m_suffix != QLatin1String(".tex") && (line[at] == '"' || line[at] == '\''))
        return colour(endOfQuoted(line, at), theme.good);
    if (line[at].isDigit())
        return colour(endOf(line, at, [](QChar sign) { return isWordSign(sign) || sign == '.'; }), theme.warning);
    if (m_suffix == QLatin1String(".tex") && line[at] == '\\')
        return colour(std::max(endOf(line, at + 1, [](QChar sign) { return sign.isLetter(); }), at + 1),
                      theme.accent);
    if (!isWordSign(line[at]))
        return at + 1;
    const qsizetype end = endOf(line, at, isWordSign);
    return wordsOf(m_suffix).contains(line.mid(at, end - at)) ? colour(end, theme.accent) : end;
}

/// A text between threefold quotes, whose end is looked for from `search` on.
qsizetype CodeColours::colourLongText(const QString& line, qsizetype from, qsizetype search)
{
    const qsizetype close = line.indexOf(kLongQuote, search);
    const qsizetype end = close < 0 ? line.size() : close + kLongQuote.size();
    setFormat(static_cast<int>(from), static_cast<int>(end - from), themeOf(QApplication::palette()).good);
    if (close < 0)
        setCurrentBlockState(InLongText);
    return end;
}

}  // namespace actlab::widgets
