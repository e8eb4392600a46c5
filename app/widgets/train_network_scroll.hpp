#pragma once

#include <QScrollArea>

namespace actlab::widgets {

/// What is wide scrolls sideways, also by a wheel that turns up and down; it is as high as it is given room.
class TrainNetworkScroll : public QScrollArea {
    Q_OBJECT

public:
    explicit TrainNetworkScroll(QWidget* wide, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent* event) override;
};

}  // namespace actlab::widgets
