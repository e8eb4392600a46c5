#include "app/models/python_reading.hpp"

#include "app/models/utf16_place.hpp"
#include "core/importing/python.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace actlab::models {

namespace {

constexpr qsizetype kMostCharacters = 1 << 18;
constexpr qsizetype kLongestLine = 1 << 12;

struct ReadingWords {
    Q_DECLARE_TR_FUNCTIONS(PythonReading)
};

qsizetype beginningOfLine(const QString& text, std::size_t line)
{
    qsizetype begin = 0;
    for (; line > 1; --line) {
        const qsizetype newline = text.indexOf('\n', begin);
        if (newline < 0)
            break;
        begin = newline + 1;
    }
    return begin;
}

bool isPartOfName(QChar c)
{
    return c.isLetterOrNumber() || c == '_' || c.isSurrogate();
}

/// The name that begins at the place, else one character.
qsizetype endOfWord(const QString& text, qsizetype begin)
{
    qsizetype end = begin;
    while (end < text.size() && isPartOfName(text[end]))
        ++end;
    return std::min(std::max(end, begin + 1), text.size());
}

PythonRefusal refusalOf(const QString& text, const importing::PythonError& error)
{
    const qsizetype line = beginningOfLine(text, error.line);
    const qsizetype end = text.indexOf('\n', line);
    const QString words = text.mid(line, end < 0 ? -1 : end - line);
    const qsizetype begin = line + utf16Place(words, error.column - 1);
    return {QString::fromStdString(error.message), QString::fromStdString(error.hint),
            static_cast<qsizetype>(error.line), begin, endOfWord(text, begin)};
}

PythonFunction functionOf(const importing::ImportedFunction& imported)
{
    PythonFunction function{imported.activation, QString::fromStdString(imported.gradientSource), {}, 1};
    for (const std::string& note : imported.notes)
        function.notes.append(QString::fromStdString(note));
    function.line = static_cast<qsizetype>(imported.line);
    return function;
}

}  // namespace

bool PythonReading::isPlain() const
{
    return functions.size() == 1 && refused.empty() && !functions.front().activation->hasOwnGradient() &&
           functions.front().notes.isEmpty();
}

QString withPlainLines(const QString& text)
{
    QString plain = text;
    plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const QChar end : {QChar('\r'), QChar(QChar::LineSeparator), QChar(QChar::ParagraphSeparator)})
        plain.replace(end, QChar('\n'));
    return plain;
}

std::optional<QString> tooLongForPython(const QString& text)
{
    const QLocale locale;
    const auto number = [&](qsizetype n) { return locale.toString(static_cast<qlonglong>(n)); };
    if (text.size() > kMostCharacters)
        return ReadingWords::
            tr("Nothing was imported: the text has %1 characters, Python to import at most %2. Keep the functions "
               "that are to be read.")
                .arg(number(text.size()), number(kMostCharacters));
    qsizetype line = 1;
    for (qsizetype begin = 0; begin <= text.size(); ++line) {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline;
        if (end - begin > kLongestLine)
            return ReadingWords::tr(
                       "Nothing was imported: line %1 has %2 characters, which nobody can read; a line of Python has "
                       "at most %3 here.")
                .arg(number(line), number(end - begin), number(kLongestLine));
        begin = end + 1;
    }
    return std::nullopt;
}

PythonReading readPython(const QString& text, const std::stop_token& stop)
{
    PythonReading reading;
    const importing::Imported imported = importing::readPython(text.toStdString(), stop);
    for (const importing::PythonError& error : imported.refused)
        reading.refused.push_back(refusalOf(text, error));
    for (const importing::ImportedFunction& function : imported.functions)
        reading.functions.push_back(functionOf(function));
    return reading;
}

}  // namespace actlab::models
