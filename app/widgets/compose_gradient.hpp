#pragma once

#include <QWidget>

#include "app/models/compose_part.hpp"

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace actlab::widgets {

class FormulaField;
class FormulaHover;

/// The gradient of one's own: a formula for the backward pass, templates for it, and where it differs from the true
/// derivative. Closed until it is wanted, and remembers that.
class ComposeGradient : public QWidget {
    Q_OBJECT

public:
    explicit ComposeGradient(models::ComposeModel& model, QWidget* parent = nullptr);
    models::ComposePart& part();  ///< of the gradient: the one that the person points at

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* createHeader();
    QWidget* createContent();
    QLayout* createFormula();
    QLayout* createButtons();
    QMenu* createTemplates();
    void setOpen(bool open);
    void follow();
    void showMessage();
    QString whereItDiffers();
    void setFonts();

    models::ComposeModel& m_model;
    activation::ActivationPtr m_compared;  ///< what m_difference is about
    QString m_difference;
    QToolButton* m_disclosure = nullptr;
    QLabel* m_state = nullptr;
    QWidget* m_content = nullptr;
    QLabel* m_sign = nullptr;
    FormulaField* m_field = nullptr;
    FormulaHover* m_hover = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_templates = nullptr;
    QPushButton* m_true = nullptr;
};

}  // namespace actlab::widgets
