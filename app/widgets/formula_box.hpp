#pragma once

#include <QWidget>

#include "app/models/compose_part.hpp"

class QLabel;

namespace actlab::widgets {

class FormulaField;
class FormulaHover;
class FormulaPicture;

/// The formula as text and, at its right, as mathematics, with a line under it: what is wrong, under the character
/// where it is, with a fix to click where there is one; else what is unusual; else the derivative.
class FormulaBox : public QWidget {
    Q_OBJECT

public:
    explicit FormulaBox(models::ComposeModel& model, QWidget* parent = nullptr);
    void focusFormula();
    models::ComposePart& part();                 ///< the one that the person points at
    void point(std::optional<expr::Span> part);  ///< marks it in text and mathematics; nullopt: nothing
    void warnOf(std::vector<expr::Span> parts);  ///< underlines what causes trouble

Q_SIGNALS:
    void pythonGiven(const QString& text);
    void fileGiven(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectParts();
    void follow();
    void followPicture();
    void showError(const expr::SourceError& error);
    void placeMessage();
    void say(const QString& html, const char* role);

    models::ComposeModel& m_model;
    FormulaField* m_field;
    FormulaPicture* m_picture;
    FormulaHover* m_hover;
    QLabel* m_sign;
    QLabel* m_message;
};

}  // namespace actlab::widgets
