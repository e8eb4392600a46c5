#pragma once

#include <QWidget>

#include "app/models/compose_model.hpp"

class QLabel;
class QLineEdit;
class QPushButton;

namespace actlab::widgets {

/// The name of the composed activation and what can be done with it: add it to the catalogue, look at it in
/// Explore, train with it.
class ComposeNaming : public QWidget {
    Q_OBJECT

public:
    explicit ComposeNaming(models::ComposeModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void trainWanted(const QString& name);
    void exploreWanted(const QString& name);

private:
    void createFields();
    void connectFields();
    void follow();
    QString sentence() const;

    models::ComposeModel& m_model;
    QLineEdit* m_name = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_train = nullptr;
    QPushButton* m_explore = nullptr;
};

}  // namespace actlab::widgets
