#pragma once

#include <QWidget>

#include "app/models/compose_model.hpp"

class QLabel;

namespace actlab::widgets {

class FormulaField;

/// The formula with a line under it: what is wrong, under the character where it is, with a fix to click
/// where there is one; else what is unusual; else the derivative.
class FormulaBox : public QWidget {
    Q_OBJECT

public:
    explicit FormulaBox(models::ComposeModel& model, QWidget* parent = nullptr);
    void focusFormula();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();
    void showError(const expr::SourceError& error);
    void placeMessage();
    void say(const QString& html, const char* role);

    models::ComposeModel& m_model;
    FormulaField* m_field;
    QLabel* m_sign;
    QLabel* m_message;
};

}  // namespace actlab::widgets
