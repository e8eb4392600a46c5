#include "app/widgets/python_text.hpp"

#include "app/widgets/sentence.hpp"
#include "app/widgets/theme.hpp"

#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr qsizetype kMostMarks = 100;

QTextEdit::ExtraSelection lineMark(const QTextCursor& cursor, const Theme& theme)
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = cursor;
    mark.cursor.clearSelection();
    QColor soft = theme.error;
    soft.setAlphaF(0.10F);
    mark.format.setBackground(soft);
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    return mark;
}

QTextEdit::ExtraSelection wordMark(const QTextCursor& cursor, const Theme& theme)
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = cursor;
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(theme.error);
    QColor soft = theme.error;
    soft.setAlphaF(0.22F);
    mark.format.setBackground(soft);
    return mark;
}

}  // namespace

PythonText::PythonText(QWidget* parent) : QPlainTextEdit(parent), m_numbers(new QWidget(this))
{
    setFont(formulaFont());
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("Python"));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(' '));
    m_numbers->installEventFilter(this);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &PythonText::makeRoom);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, qOverload<>(&QWidget::update));
    makeRoom();
}

void PythonText::mark(const std::vector<models::PythonRefusal>& refused)
{
    m_refused = refused;
    showMarks();
    m_numbers->update();
}

void PythonText::showMarks()
{
    const Theme theme = themeOf(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (const models::PythonRefusal& one : m_refused) {
        if (marks.size() >= 2 * kMostMarks)
            break;
        QTextCursor cursor(document());
        const int end = document()->characterCount() - 1;
        cursor.setPosition(std::min(static_cast<int>(one.begin), end));
        cursor.setPosition(std::min(static_cast<int>(one.end), end), QTextCursor::KeepAnchor);
        marks.append(lineMark(cursor, theme));
        marks.append(wordMark(cursor, theme));
    }
    setExtraSelections(marks);
}

void PythonText::showPlace(qsizetype place)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(static_cast<int>(place), 0, document()->characterCount() - 1));
    setTextCursor(cursor);
    centerCursor();
    horizontalScrollBar()->setValue(0);
    ensureCursorVisible();
    setFocus(Qt::OtherFocusReason);
}

/// A file that is dropped here would leave its path behind.
bool PythonText::canInsertFromMimeData(const QMimeData* source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

QString PythonText::reasonAt(QPoint place) const
{
    const QTextBlock block = cursorForPosition(place).block();
    for (const models::PythonRefusal& one : m_refused)
        if (one.line == block.blockNumber() + 1)
            return asSentence(one.message.toStdString()) + ' ' + one.hint;
    return {};
}

bool PythonText::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), reasonAt(viewport()->mapFrom(this, help->pos())), this);
    return true;
}

void PythonText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMarks();
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

void PythonText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    makeRoom();
}

void PythonText::makeRoom()
{
    const auto digits = std::max<qsizetype>(QString::number(blockCount()).size(), 2);
    const int width = static_cast<int>(digits) * fontMetrics().horizontalAdvance('0') + 2 * kSpace;
    setViewportMargins(width, 0, 0, 0);
    m_numbers->setGeometry(QRect(contentsRect().topLeft(), QSize(width, contentsRect().height())));
}

bool PythonText::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_numbers || event->type() != QEvent::Paint)
        return QPlainTextEdit::eventFilter(watched, event);
    paintNumbers();
    return true;
}

void PythonText::paintNumbers()
{
    const Theme theme = themeOf(palette());
    QPainter painter(m_numbers);
    painter.setFont(font());
    const int right = m_numbers->width() - kSpace;
    const int offset = viewport()->y() - m_numbers->y();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset()).translated(0, offset);
        if (place.top() > m_numbers->height())
            break;
        const int line = block.blockNumber() + 1;
        const bool isRefused = std::ranges::find(m_refused, line, &models::PythonRefusal::line) != m_refused.end();
        painter.setPen(isRefused ? theme.error : theme.mutedText);
        painter.drawText(QRectF(0, place.top(), right, place.height()), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line));
    }
}

}  // namespace actlab::widgets
