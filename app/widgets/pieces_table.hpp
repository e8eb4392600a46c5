#pragma once

#include <QWidget>
#include <vector>

#include "app/models/compose_model.hpp"

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace actlab::widgets {

class PieceRow;

/// The colour of a piece's stripe, band and knot.
int colourOfPiece(std::size_t piece);

/// The formula seen as rows of condition and formula. What is typed into a cell goes into the formula as soon
/// as it can stand there; until then the cell is marked, and when it is left it says again what the formula says.
class PiecesTable : public QWidget {
    Q_OBJECT

public:
    explicit PiecesTable(models::ComposeModel& model, QWidget* parent = nullptr);

private:
    QLayout* createTools();
    QToolButton* addTool(QLayout& row, const QString& iconName, const QString& tip);
    PieceRow* createRow(std::size_t index);
    void follow();
    void showRow(std::size_t index);
    void take(std::size_t index, bool condition);
    void showMessage();
    void setCurrent(std::size_t index);
    void showTools();

    models::ComposeModel& m_model;
    std::vector<PieceRow*> m_rows;
    std::size_t m_current = 0;
    QVBoxLayout* m_layout;
    QLabel* m_unreadable;
    QLabel* m_message;
    QPushButton* m_add = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_remove = nullptr;
};

}  // namespace actlab::widgets
