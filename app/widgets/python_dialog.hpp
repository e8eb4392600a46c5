#pragma once

#include <QDialog>

#include "app/models/python_reader.hpp"

class QLabel;
class QListWidget;
class QPushButton;
class QTimer;

namespace actlab::widgets {

class PythonFunctions;
class PythonText;

/// Python at the left, what is read of it at the right: functions to choose from, and what cannot be read with its
/// reason, marked in the text. The text can be corrected; it is read again with every change.
class PythonDialog : public QDialog {
    Q_OBJECT

public:
    /// The text as of models::withPlainLines().
    PythonDialog(const QString& text, const models::PythonReading& reading, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const actlab::models::PythonFunction& function, bool withGradient);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* createSource(const QString& text);
    QWidget* createReading();
    QWidget* createButtons();
    void readAgain();
    void hear(const models::PythonReading& reading);
    void show(const models::PythonReading& reading);
    void showRefused(const std::vector<models::PythonRefusal>& refused);
    void take();

    qsizetype m_first;  ///< where the text is first looked at
    PythonText* m_text = nullptr;
    PythonFunctions* m_functions = nullptr;
    QLabel* m_refusedTitle = nullptr;
    QListWidget* m_refused = nullptr;
    QPushButton* m_take = nullptr;
    QTimer* m_rest;            ///< runs while somebody types
    bool m_takesNext = false;  ///< what is read now is taken as soon as it is there
    models::PythonReader m_reader;
};

}  // namespace actlab::widgets
