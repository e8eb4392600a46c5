#include "app/widgets/formula_field.hpp"

#include "app/models/utf16_place.hpp"
#include "app/widgets/file_drop.hpp"
#include "app/widgets/formula_completion.hpp"
#include "app/widgets/theme.hpp"
#include "core/expr/parser.hpp"
#include "core/importing/python.hpp"

#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>
#include <utility>

namespace actlab::widgets {

namespace {

constexpr int kMostLines = 4;
constexpr qsizetype kMostPasted = 4 * expr::Limits::codePoints;  // what is a little too long can still be cut

/// What differs between two texts: [begin, endBefore) of the one is [begin, endAfter) of the other.
struct Difference {
    int begin, endBefore, endAfter;
};

Difference differenceOf(const QString& before, const QString& after)
{
    const auto fromFront = std::ranges::mismatch(before, after);
    const auto begin = fromFront.in1 - before.begin();
    const auto most = std::min(before.size(), after.size()) - begin;
    const auto end = before.crbegin() + most;
    const auto same = std::mismatch(before.crbegin(), end, after.crbegin()).first - before.crbegin();
    return {static_cast<int>(begin), static_cast<int>(before.size() - same), static_cast<int>(after.size() - same)};
}

}  // namespace

FormulaField::FormulaField(QWidget* parent) : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    viewport()->setMouseTracking(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFont(formulaFont(kFormulaScale));
    setAccessibleName(tr("Formula"));
    setPlaceholderText(tr("Write a formula in x, as in  x > 0 ? x : a*x"));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        adjustHeight();
        Q_EMIT edited(toPlainText());
    });
    m_completion = new FormulaCompletion(*this);  // asks for the parameters of the text as it has become
    adjustHeight();
}

void FormulaField::setFormula(const QString& text)
{
    if (text == toPlainText())
        return;
    const QSignalBlocker quiet(this);
    const Difference difference = differenceOf(toPlainText(), text);
    QTextCursor cursor(document());
    cursor.setPosition(difference.begin);
    cursor.setPosition(difference.endBefore, QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(difference.begin, difference.endAfter - difference.begin));
    setTextCursor(cursor);
    adjustHeight();
    m_completion->close();
}

void FormulaField::setParameters(std::vector<activation::Parameter> parameters)
{
    m_completion->setParameters(std::move(parameters));
}

void FormulaField::underline(std::optional<expr::Span> span)
{
    if (std::exchange(m_underlined, span) || span)
        showMarks();
}

void FormulaField::mark(std::optional<expr::Span> span)
{
    m_marked = span;
    showMarks();
}

void FormulaField::warnOf(std::vector<expr::Span> spans)
{
    if (std::exchange(m_warned, spans) != spans)
        showMarks();
}

void FormulaField::showMarks()
{
    const Theme theme = themeOf(palette());
    QList<QTextEdit::ExtraSelection> marks;
    if (m_marked) {
        marks.append({cursorOver(*m_marked), {}});
        marks.back().format.setBackground(theme.accentSoft);
    }
    for (const expr::Span& span : m_warned) {
        marks.append({cursorOver(span), {}});
        marks.back().format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        marks.back().format.setUnderlineColor(theme.warning);
    }
    if (m_underlined) {
        marks.append({cursorOver(*m_underlined), {}});
        QTextCharFormat& format = marks.back().format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme.error);
        QColor soft = theme.error;
        soft.setAlphaF(0.14F);
        format.setBackground(soft);
    }
    setExtraSelections(marks);
}

std::optional<expr::Span> FormulaField::placeAt(QPoint pixel) const
{
    QTextCursor cursor = cursorForPosition(pixel);  // the gap between characters that is nearest
    if (cursorRect(cursor).left() > pixel.x())
        cursor.movePosition(QTextCursor::Left);
    const QRect begin = cursorRect(cursor);
    const int at = cursor.position();
    if (!cursor.movePosition(QTextCursor::Right))
        return std::nullopt;
    const bool isOver = pixel.x() >= begin.left() && pixel.x() <= cursorRect(cursor).left() &&
                        pixel.y() >= begin.top() && pixel.y() <= begin.bottom();
    const std::size_t place = models::codePointPlace(toPlainText(), at);
    return isOver ? std::optional(expr::Span{place, place + 1}) : std::nullopt;
}

void FormulaField::mouseMoveEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    Q_EMIT pointed(event->buttons() == Qt::NoButton ? placeAt(event->pos()) : std::nullopt);
}

bool FormulaField::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT pointed(std::nullopt);
    return QPlainTextEdit::viewportEvent(event);
}

int FormulaField::underlinedAt() const
{
    if (!m_underlined)
        return 0;
    QTextCursor cursor = cursorOver(*m_underlined);
    cursor.setPosition(cursor.selectionStart());
    return viewport()->x() + cursorRect(cursor).left();
}

/// What is wrong at the end of a text (something is missing) is shown at its last character.
QTextCursor FormulaField::cursorOver(expr::Span span) const
{
    const QString text = toPlainText();
    const int end = static_cast<int>(text.size());
    int from = static_cast<int>(models::utf16Place(text, span.begin));
    int to = static_cast<int>(models::utf16Place(text, span.end));
    if (from == to)
        (to < end ? to : from) += to < end ? 1 : -1;
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(from, 0, end));
    cursor.setPosition(std::clamp(to, 0, end), QTextCursor::KeepAnchor);
    return cursor;
}

bool FormulaField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))
            return false;  // the window's
    }
    return QPlainTextEdit::event(event);
}

void FormulaField::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMarks();
    if (event->type() == QEvent::FontChange)
        adjustHeight();
}

void FormulaField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT finished();
    else
        QPlainTextEdit::keyPressEvent(event);
}

/// A megabyte in one paragraph would hold up the window for minutes.
void FormulaField::insertFromMimeData(const QMimeData* source)
{
    const qsizetype length = source->text().size();
    if (givesAway(*source))
        return;
    if (length <= kMostPasted)
        return QPlainTextEdit::insertFromMimeData(source);
    const QLocale locale;
    Q_EMIT refused(tr("Nothing was pasted: a formula has at most %1 characters, the text has %2.")
                       .arg(locale.toString(static_cast<qlonglong>(expr::Limits::codePoints)),
                            locale.toString(static_cast<qlonglong>(length))));
}

/// Files and Python are for others to read.
bool FormulaField::givesAway(const QMimeData& source)
{
    const QStringList files = FileDrop::filesIn(source);
    const bool isPython = files.isEmpty() && importing::looksLikePython(source.text().toStdString());
    if (!files.isEmpty())
        Q_EMIT fileGiven(files.front());
    else if (isPython)
        Q_EMIT pythonGiven(source.text());
    return !files.isEmpty() || isPython;
}

void FormulaField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT finished();
}

void FormulaField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    adjustHeight();
}

void FormulaField::adjustHeight()
{
    const int all = static_cast<int>(document()->size().height());
    const int lines = std::clamp(all, 1, kMostLines);
    setVerticalScrollBarPolicy(all > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int rest = height() - viewport()->height();
    const auto text = std::ceil(lines * QFontMetricsF(font()).lineSpacing() + 2 * document()->documentMargin());
    setFixedHeight(static_cast<int>(text) + std::max(rest, 2 * kSpace / 2));
    if (all <= kMostLines)
        verticalScrollBar()->setValue(0);  // to where it was before it grew
}

}  // namespace actlab::widgets
