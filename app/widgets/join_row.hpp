#pragma once

#include <QWidget>

#include "app/models/compose_pieces.hpp"

class QToolButton;

namespace actlab::widgets {

/// Between two rows of the table: how their pieces meet, and whose the boundary point is.
class JoinRow : public QWidget {
    Q_OBJECT

public:
    JoinRow(models::ComposePieces& pieces, QWidget* parent);

    /// The knot between row `upper` and the one below it; nothing is seen where they do not meet.
    void showBelow(std::size_t upper);

private:
    void showMenu();

    models::ComposePieces& m_pieces;
    std::size_t m_knot = 0;
    QToolButton* m_badge;
    QToolButton* m_end;
};

}  // namespace actlab::widgets
