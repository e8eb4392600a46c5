#include "app/widgets/formula_hover.hpp"

#include "app/models/utf16_place.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/formula_picture.hpp"
#include "app/widgets/math_reading.hpp"

#include <QAction>

namespace actlab::widgets {

FormulaHover::FormulaHover(models::ComposeModel& model, models::ComposePart::Of of, FormulaField& field,
                           FormulaPicture* picture)
    : QObject(&field), m_field(field), m_picture(picture), m_part(model, of), m_followsCaret(createCaretAction())
{
    const auto followCaret = [this] { point(placeOfCaret()); };
    connect(&field, &FormulaField::pointed, this, &FormulaHover::mousePoints);
    if (picture)
        connect(picture, &FormulaPicture::pointed, this, &FormulaHover::mousePoints);
    connect(&m_part, &models::ComposePart::changed, this, &FormulaHover::mark);
    connect(m_followsCaret, &QAction::toggled, this, followCaret);
    connect(&field, &QPlainTextEdit::cursorPositionChanged, this, followCaret);
    connect(&model, &models::ComposeModel::changed, this, [this] {
        if (m_followsCaret->isChecked())
            point(placeOfCaret());
    });
}

QAction* FormulaHover::createCaretAction()
{
    auto* action = new QAction(tr("Show the part of the formula at the caret"), &m_field);
    action->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setWhatsThis(tr("In a formula"));  // for the list of keys
    action->setCheckable(true);
    m_field.addAction(action);
    return action;
}

void FormulaHover::mousePoints(std::optional<expr::Span> place)
{
    point(place ? place : placeOfCaret());
}

std::optional<expr::Span> FormulaHover::placeOfCaret() const
{
    if (!m_followsCaret->isChecked())
        return std::nullopt;
    const std::size_t caret = models::codePointPlace(m_field.toPlainText(), m_field.textCursor().position());
    const std::size_t begin = caret > 0 ? caret - 1 : 0;
    return expr::Span{begin, begin + 1};
}

void FormulaHover::point(std::optional<expr::Span> place)
{
    if (!place || m_part.isWrong())
        return m_part.point(std::nullopt);
    if (m_text != m_part.whole() || !m_read) {
        m_text = m_part.whole();
        m_read = readForDisplay(QString::fromStdString(m_text));
    }
    m_part.point(m_read ? activation::partAt(m_text, *m_read, *place) : std::nullopt);
}

void FormulaHover::mark()
{
    const auto& part = m_part.part();
    m_field.mark(part ? std::optional(part->span) : std::nullopt);
    if (m_picture)
        m_picture->mark(part ? std::optional(part->span) : std::nullopt);
}

}  // namespace actlab::widgets
