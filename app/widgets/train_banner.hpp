#pragma once

#include <QWidget>

#include "app/widgets/train_message.hpp"

class QLabel;
class QPushButton;

namespace actlab::widgets {

/// Says the message of the moment. Keeps the height of two lines, so that what is below seldom moves.
class TrainBanner : public QWidget {
    Q_OBJECT

public:
    explicit TrainBanner(QWidget* parent = nullptr);

    void show(const TrainMessage& message);
    using QWidget::show;

Q_SIGNALS:
    void acted(actlab::widgets::TrainMessage::Action action);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TrainMessage m_message;
    QLabel* m_text;
    QPushButton* m_button;
};

}  // namespace actlab::widgets
