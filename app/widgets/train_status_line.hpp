#pragma once

#include <QWidget>

#include "app/models/training_session.hpp"

class QLabel;

namespace actlab::widgets {

/// epoch · loss · test accuracy · steps a second · engine. Every number has its place and keeps it.
class TrainStatusLine : public QWidget {
    Q_OBJECT

public:
    explicit TrainStatusLine(QWidget* parent = nullptr);

    void show(const models::TrainingSession& session, bool regression);
    void showReading(const QString& file);  ///< that it is being read; of none: nothing
    using QWidget::show;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* addPlace(const QString& objectName, const QString& widest);
    void fitPlaces();
    void leaveOut();
    void showNothing(bool regression);

    QLabel* m_epoch;
    QLabel* m_loss;
    QLabel* m_accuracy;
    QLabel* m_speed;
    QLabel* m_engine;
    QLabel* m_reading;
};

}  // namespace actlab::widgets
