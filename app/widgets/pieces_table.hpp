#pragma once

#include <QWidget>
#include <vector>

#include "app/models/compose_pieces.hpp"

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace actlab::widgets {

class JoinRow;
class PieceRow;

/// The colour of a piece's stripe, band and knot.
int colourOfPiece(std::size_t piece);

/// The formula seen as rows of condition and formula. What is typed into a cell goes into the formula as soon
/// as it can stand there; until then the cell is marked, and when it is left it says again what the formula says.
/// Between the rows stands how they meet; below them, where they overlap or leave something out.
class PiecesTable : public QWidget {
    Q_OBJECT

public:
    explicit PiecesTable(models::ComposePieces& pieces, QWidget* parent = nullptr);

private:
    QLayout* createTools();
    QToolButton* addTool(QLayout& row, const QString& iconName, const QString& tip);
    PieceRow* createRow(std::size_t index);
    void follow();
    void showRow(std::size_t index);
    void take(std::size_t index, bool condition);
    void showMessage();
    void showRemarks();
    void setCurrent(std::size_t index);
    void showTools();

    models::ComposePieces& m_pieces;
    models::ComposeModel& m_model;
    std::vector<PieceRow*> m_rows;
    std::vector<JoinRow*> m_joins;  ///< below the row of the same index
    std::size_t m_current = 0;
    QVBoxLayout* m_layout;
    QLabel* m_unreadable;
    QLabel* m_message;
    QLabel* m_remarks;
    QPushButton* m_add = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_remove = nullptr;
};

}  // namespace actlab::widgets
