#include "app/widgets/piece_row.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <utility>

namespace actlab::widgets {

namespace {

constexpr int kStripe = 4;

void setWords(QLineEdit& cell, const std::string& words)
{
    const QString wanted = QString::fromStdString(words);
    if (cell.text().trimmed() == wanted)
        return;
    const int place = cell.cursorPosition();
    cell.setText(wanted);
    cell.setCursorPosition(cell.hasFocus() ? place : 0);
}

}  // namespace

PieceRow::PieceRow(QWidget* parent)
    : QWidget(parent),
      m_condition(createCell(tr("Condition of the piece"), tr("condition"))),
      m_formula(createCell(tr("Formula of the piece"), tr("formula")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kStripe + kSpace, 0, 0, 0);
    row->setSpacing(kSpace / 2);
    row->addWidget(m_condition, 4);
    row->addWidget(m_formula, 5);
    connect(m_condition, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(true); });
    connect(m_formula, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(false); });
}

QLineEdit* PieceRow::createCell(const QString& name, const QString& example)
{
    auto* cell = new QLineEdit(this);
    cell->setFont(formulaFont());
    cell->setAccessibleName(name);
    cell->setPlaceholderText(example);
    cell->installEventFilter(this);
    connect(cell, &QLineEdit::editingFinished, this, &PieceRow::finished);
    return cell;
}

void PieceRow::setPiece(const activation::PieceText& piece, int colour, Place place)
{
    if (std::exchange(m_colour, colour) != colour)
        update();
    setWords(*m_condition, piece.condition);
    setWords(*m_formula, piece.formula);
    m_condition->setEnabled(place == Place::Among);
    m_condition->setPlaceholderText(place == Place::Among  ? tr("condition")
                                    : place == Place::Last ? tr("otherwise")
                                                           : tr("everywhere"));
    m_formula->setPlaceholderText(place == Place::Last ? tr("undefined") : tr("formula"));
}

activation::PieceText PieceRow::piece() const
{
    return {m_condition->text().trimmed().toStdString(), m_formula->text().trimmed().toStdString()};
}

void PieceRow::setError(bool inCondition, const QString& sentence)
{
    QLineEdit* cell = inCondition ? m_condition : m_formula;
    cell->setToolTip(sentence);
    setStyleProperty(*cell, "wrong", !sentence.isEmpty());
}

QString PieceRow::error() const
{
    return m_condition->toolTip().isEmpty() ? m_formula->toolTip() : m_condition->toolTip();
}

void PieceRow::setCurrent(bool current)
{
    if (std::exchange(m_isCurrent, current) != current)
        update();
}

bool PieceRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered();
    return QWidget::eventFilter(watched, event);
}

void PieceRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        for (QLineEdit* cell : {m_condition, m_formula})
            cell->setFont(formulaFont());
}

void PieceRow::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(curveColour(m_colour, theme));
    const int width = m_isCurrent ? 2 * kStripe : kStripe;
    painter.drawRoundedRect(QRectF(0, 2, width, height() - 4), 2, 2);
}

}  // namespace actlab::widgets
