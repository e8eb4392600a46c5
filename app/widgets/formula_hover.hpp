#pragma once

#include <QObject>
#include <optional>

#include "app/models/compose_part.hpp"
#include "core/expr/ast.hpp"

class QAction;

namespace actlab::widgets {

class FormulaField;
class FormulaPicture;

/// Pointing at a part of the formula, in the text or in the mathematics, marks it in both. A key lets the caret point
/// while the mouse does not.
class FormulaHover : public QObject {
    Q_OBJECT

public:
    /// Without a picture the text alone is marked.
    FormulaHover(models::ComposeModel& model, models::ComposePart::Of of, FormulaField& field,
                 FormulaPicture* picture = nullptr);

    models::ComposePart& part() { return m_part; }

private:
    QAction* createCaretAction();
    void point(std::optional<expr::Span> place);
    void mousePoints(std::optional<expr::Span> place);
    std::optional<expr::Span> placeOfCaret() const;  ///< nullopt where the caret does not point
    void mark();

    FormulaField& m_field;
    FormulaPicture* m_picture;
    models::ComposePart m_part;
    QAction* m_followsCaret;
    std::string m_text;  ///< what m_read was read from
    std::optional<expr::Expr> m_read;
};

}  // namespace actlab::widgets
