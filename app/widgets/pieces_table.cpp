#include "app/widgets/pieces_table.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/join_row.hpp"
#include "app/widgets/piece_row.hpp"
#include "app/widgets/theme.hpp"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

QString sentenceOf(const expr::SourceError& error)
{
    return QString::fromStdString(error.message + (error.hint.empty() ? "." : ". " + error.hint));
}

}  // namespace

int colourOfPiece(std::size_t piece)
{
    return static_cast<int>(piece) + 1;  // 0 is the curve's own
}

PiecesTable::PiecesTable(models::ComposePieces& pieces, QWidget* parent)
    : QWidget(parent),
      m_pieces(pieces),
      m_model(pieces.model()),
      m_layout(new QVBoxLayout),
      m_unreadable(hintLabel(tr("The pieces show again as soon as the formula can be told apart."), this)),
      m_message(new QLabel(this)),
      m_remarks(hintLabel({}, this))
{
    m_layout->setSpacing(kSpace / 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addLayout(m_layout);
    column->addWidget(m_unreadable);
    column->addLayout(createTools());
    column->addWidget(m_message);
    column->addWidget(m_remarks);
    m_remarks->setObjectName("compose-coverage");
    m_message->setProperty("role", "error");
    m_message->setWordWrap(true);
    connect(&m_model, &models::ComposeModel::changed, this, &PiecesTable::follow);
    follow();
}

QLayout* PiecesTable::createTools()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    m_add = new QPushButton(icon("plus"), tr("Add a piece"), this);
    row->addWidget(m_add);
    row->addStretch(1);
    m_up = addTool(*row, "up", tr("Move the piece up: it is asked earlier"));
    m_down = addTool(*row, "down", tr("Move the piece down: it is asked later"));
    m_remove = addTool(*row, "delete", tr("Remove the piece"));
    connect(m_add, &QPushButton::clicked, &m_model, &models::ComposeModel::addPiece);
    connect(m_up, &QToolButton::clicked, this, [this] {
        m_model.swapPieces(m_current - 1);
        setCurrent(m_current - 1);
    });
    connect(m_down, &QToolButton::clicked, this, [this] {
        m_model.swapPieces(m_current);
        setCurrent(m_current + 1);
    });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_model.removePiece(m_current); });
    return row;
}

QToolButton* PiecesTable::addTool(QLayout& row, const QString& iconName, const QString& tip)
{
    auto* button = iconButton(iconName, tip, this);
    row.addWidget(button);
    return button;
}

PieceRow* PiecesTable::createRow(std::size_t index)
{
    auto* row = new PieceRow(this);
    m_layout->addWidget(row);
    connect(row, &PieceRow::edited, this, [=, this](bool condition) { take(index, condition); });
    connect(row, &PieceRow::entered, this, [=, this] { setCurrent(index); });
    connect(row, &PieceRow::finished, this, [=, this] {
        m_model.workspace().endGesture();
        if (index < m_model.pieces().size())
            showRow(index);
    });
    return row;
}

void PiecesTable::follow()
{
    const std::size_t count = m_model.pieces().size();
    while (m_rows.size() < count) {
        m_rows.push_back(createRow(m_rows.size()));
        m_joins.push_back(new JoinRow(m_pieces, this));
        m_layout->addWidget(m_joins.back());
    }
    while (m_rows.size() > count) {
        m_rows.back()->deleteLater();
        m_rows.back()->hide();
        m_rows.pop_back();
        m_joins.back()->deleteLater();
        m_joins.back()->hide();
        m_joins.pop_back();
    }
    for (std::size_t i = 0; i < count; ++i) {
        showRow(i);
        m_joins[i]->showBelow(i);
    }
    m_unreadable->setVisible(count == 0);
    showMessage();
    showRemarks();
    setCurrent(std::min(m_current, count == 0 ? 0 : count - 1));
}

void PiecesTable::showRow(std::size_t index)
{
    const auto& pieces = m_model.pieces();
    const bool isLast = index + 1 == pieces.size();
    const auto place = !isLast ? PieceRow::Place::Among : index > 0 ? PieceRow::Place::Last : PieceRow::Place::Alone;
    m_rows[index]->setPiece(pieces[index], colourOfPiece(index), place);
    for (const bool inCondition : {true, false}) {
        const bool isLeftOut = isLast && (inCondition || pieces[index].formula.empty());
        const bool isRight = isLeftOut || !m_model.error();
        const auto error = isRight ? std::nullopt : models::ComposeModel::errorInCell(pieces[index], inCondition);
        m_rows[index]->setError(inCondition, error ? sentenceOf(*error) : QString());
    }
    showMessage();
}

void PiecesTable::take(std::size_t index, bool condition)
{
    const activation::PieceText piece = m_rows[index]->piece();
    if (m_model.setPiece(index, piece))
        return;
    const auto error = models::ComposeModel::errorInCell(piece, condition);
    m_rows[index]->setError(condition, error ? sentenceOf(*error) : tr("This would not stay one piece."));
    showMessage();
}

/// Of the first cell that is wrong.
void PiecesTable::showMessage()
{
    QString message;
    for (std::size_t i = 0; i < m_rows.size() && message.isEmpty(); ++i)
        if (const QString error = m_rows[i]->error(); !error.isEmpty())
            message = tr("Piece %1: %2").arg(i + 1).arg(error);
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void PiecesTable::showRemarks()
{
    QStringList sentences;
    for (const analysis::CoverageRemark& remark : m_pieces.remarks())
        sentences.append(QString::fromStdString(remark.sentence));
    m_remarks->setText(sentences.join(QLatin1Char('\n')));
    m_remarks->setVisible(!sentences.isEmpty());
}

void PiecesTable::setCurrent(std::size_t index)
{
    m_current = index;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setCurrent(i == index && m_rows.size() > 1);
    showTools();
}

void PiecesTable::showTools()
{
    const std::size_t count = m_rows.size();
    const bool hasCondition = m_current + 1 < count;  // the rest stays last
    m_add->setEnabled(count > 0);
    m_up->setEnabled(hasCondition && m_current > 0);
    m_down->setEnabled(m_current + 2 < count);
    m_remove->setEnabled(count > 1);
}

}  // namespace actlab::widgets
