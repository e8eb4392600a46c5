#pragma once

#include <QFrame>

namespace actlab::widgets {

/// A slider over the picture of a network that sets one of its weights or biases while one looks on; goes away at Esc
/// or a click elsewhere.
class TrainWeightEditor : public QFrame {
    Q_OBJECT

public:
    /// `where` says which one it is, and `name` what: a weight or a bias.
    TrainWeightEditor(const QString& where, const QString& name, double value, QWidget* parent);

    void open(QPoint place);  ///< on the screen

Q_SIGNALS:
    void valueAsked(double value);
    void leftFor(QPointF place);  ///< on the screen: where the click was that closed it

protected:
    void mousePressEvent(QMouseEvent* event) override;
};

}  // namespace actlab::widgets
