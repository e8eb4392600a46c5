#pragma once

#include <QWidget>

#include "core/activation/pieces.hpp"

class QLineEdit;

namespace actlab::widgets {

/// One piece: its colour in the plot, its condition, its formula. The last row has no condition.
class PieceRow : public QWidget {
    Q_OBJECT

public:
    enum class Place { Among, Last, Alone };

    explicit PieceRow(QWidget* parent = nullptr);

    /// What the cells say already (blanks around it apart) is left as the person wrote it.
    void setPiece(const activation::PieceText& piece, int colour, Place place);
    activation::PieceText piece() const;
    /// Colours the cell's words and says why on hovering; an empty sentence takes it back.
    void setError(bool inCondition, const QString& sentence);
    QString error() const;  ///< the first sentence of the row's cells
    void setCurrent(bool current);

Q_SIGNALS:
    void edited(bool condition);
    void finished();
    void entered();  ///< the focus came into the row

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QLineEdit* createCell(const QString& name, const QString& example);
    QLineEdit* m_condition;
    QLineEdit* m_formula;
    int m_colour = 0;
    bool m_isCurrent = false;
};

}  // namespace actlab::widgets
