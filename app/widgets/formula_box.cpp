#include "app/widgets/formula_box.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/error_words.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/formula_hover.hpp"
#include "app/widgets/formula_picture.hpp"
#include "app/widgets/theme.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <algorithm>

namespace actlab::widgets {

FormulaBox::FormulaBox(models::ComposeModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_field(new FormulaField(this)),
      m_picture(new FormulaPicture(this)),
      m_hover(new FormulaHover(model, models::ComposePart::Of::Formula, *m_field, m_picture)),
      m_sign(new QLabel(QStringLiteral("f(x) ="), this)),
      m_message(new QLabel(this))
{
    m_sign->setFont(formulaFont(kFormulaScale));
    m_sign->setBuddy(m_field);
    m_message->setTextFormat(Qt::RichText);
    m_message->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpace);
    grid->setVerticalSpacing(kSpace / 2);
    grid->addWidget(m_sign, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_field, 0, 1);
    grid->addWidget(m_picture, 0, 2);
    grid->addWidget(m_message, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    connectParts();
    follow();
}

void FormulaBox::connectParts()
{
    connect(m_field, &FormulaField::pythonGiven, this, &FormulaBox::pythonGiven);
    connect(m_field, &FormulaField::fileGiven, this, &FormulaBox::fileGiven);
    connect(m_field, &FormulaField::refused, this, [this](const QString& why) { say(why.toHtmlEscaped(), "error"); });
    connect(m_picture, &FormulaPicture::laidOut, this,
            [this] { static_cast<QGridLayout*>(layout())->setColumnStretch(2, m_picture->isHidden() ? 0 : 1); });
    connect(m_picture, &FormulaPicture::said, this,
            [this](const QString& done) { say(done.toHtmlEscaped(), "hint"); });
    connect(m_field, &FormulaField::edited, &m_model, &models::ComposeModel::setFormula);
    connect(m_field, &FormulaField::finished, &m_model.workspace(), &models::WorkspaceModel::endGesture);
    connect(m_message, &QLabel::linkActivated, &m_model, &models::ComposeModel::takeHint);
    connect(&m_model, &models::ComposeModel::changed, this, &FormulaBox::follow);
}

models::ComposePart& FormulaBox::part()
{
    return m_hover->part();
}

void FormulaBox::point(std::optional<expr::Span> part)
{
    m_field->mark(part);
    m_picture->mark(part);
}

void FormulaBox::warnOf(std::vector<expr::Span> parts)
{
    m_field->warnOf(std::move(parts));
}

void FormulaBox::focusFormula()
{
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->moveCursor(QTextCursor::End);
}

void FormulaBox::follow()
{
    m_field->setFormula(m_model.formula());
    m_field->setParameters(m_model.parameters());
    followPicture();
    if (m_model.error() && !m_model.formula().trimmed().isEmpty())
        return showError(*m_model.error());
    m_field->underline(std::nullopt);
    if (m_model.error())
        return say(tr("Write a formula in x, or begin with one of these."), "hint");
    const QStringList remarks = m_model.remarks();
    const QString slope = m_model.derivativeText().toHtmlEscaped();
    if (!remarks.isEmpty())
        say(remarks.join(' ').toHtmlEscaped(), "warning");
    else
        say(slope.isEmpty() ? QString() : tr("f′(x) = <code>%1</code>").arg(slope), "hint");
}

/// A text that is wrong leaves the last right one in grey; no text leaves nothing.
void FormulaBox::followPicture()
{
    if (m_model.formula().trimmed().isEmpty() || !m_model.error())
        m_picture->show(m_model.formula());
    else
        m_picture->setStale(true);
}

void FormulaBox::showError(const expr::SourceError& error)
{
    m_field->underline(error.span);
    say(errorHtml(error), "error");
}

void FormulaBox::say(const QString& html, const char* role)
{
    m_message->setText(html);
    m_message->setToolTip(html);
    setStyleProperty(*m_message, "role", role);
    placeMessage();
}

/// An error begins under its character, further left where it would not fit.
void FormulaBox::placeMessage()
{
    const int words = m_message->sizeHint().width() - m_message->contentsMargins().left();
    const int room = std::max(0, m_message->width() - words);
    const int left = m_field->underlinedAt() > 0 ? std::min(m_field->underlinedAt(), room) : kSpace;
    m_message->setContentsMargins(left, 0, 0, 0);
}

void FormulaBox::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    m_sign->setFont(formulaFont(kFormulaScale));
    m_field->setFont(m_sign->font());
}

void FormulaBox::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeMessage();
}

}  // namespace actlab::widgets
