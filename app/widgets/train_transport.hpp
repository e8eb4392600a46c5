#pragma once

#include <QWidget>

#include "app/models/training_session.hpp"

class QPushButton;
class QToolButton;

namespace actlab::widgets {

/// Start, pause and resume on the one filled button; step, reset, stop and race beside it.
class TrainTransport : public QWidget {
    Q_OBJECT

public:
    explicit TrainTransport(QWidget* parent = nullptr);

    void show(models::TrainingSession::State state);
    using QWidget::show;

Q_SIGNALS:
    void toggled();
    void stepAsked();
    void resetAsked();
    void stopAsked();
    void raceAsked();

private:
    QToolButton* addButton(const QString& iconName, const QString& objectName, const QString& tip);

    QPushButton* m_toggle;
    QToolButton* m_step;
    QToolButton* m_reset;
    QToolButton* m_stop;
};

}  // namespace actlab::widgets
