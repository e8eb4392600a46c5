#include "app/widgets/compose_gradient.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/error_words.hpp"
#include "app/widgets/formula_field.hpp"
#include "app/widgets/formula_hover.hpp"
#include "app/widgets/interval_text.hpp"
#include "app/widgets/theme.hpp"

#include "core/analysis/own_gradient.hpp"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

constexpr auto kIsOpen = "compose/gradient-open";

}  // namespace

ComposeGradient::ComposeGradient(models::ComposeModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addLayout(createHeader());
    column->addWidget(createContent());
    setFonts();
    setOpen(QSettings().value(kIsOpen, false).toBool());
    connect(m_disclosure, &QToolButton::toggled, this, [this](bool open) {
        setOpen(open);
        QSettings().setValue(kIsOpen, open);
    });
    connect(&m_model, &models::ComposeModel::changed, this, &ComposeGradient::follow);
    follow();
}

models::ComposePart& ComposeGradient::part()
{
    return m_hover->part();
}

QLayout* ComposeGradient::createHeader()
{
    m_disclosure = new QToolButton(this);
    m_disclosure->setObjectName("compose-gradient-open");
    m_disclosure->setText(tr("Gradient"));
    m_disclosure->setToolTip(tr("Train with another gradient than the true derivative"));
    m_disclosure->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_disclosure->setProperty("role", "disclosure");
    m_disclosure->setCheckable(true);
    m_state = new QLabel(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(m_disclosure);
    row->addStretch(1);
    row->addWidget(m_state);
    return row;
}

QWidget* ComposeGradient::createContent()
{
    m_content = new QWidget(this);
    m_message = hintLabel({}, m_content);
    m_message->setObjectName("compose-gradient-message");
    m_message->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_message, &QLabel::linkActivated, &m_model, &models::ComposeModel::takeGradientHint);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addLayout(createFormula());
    column->addWidget(m_message);
    column->addLayout(createButtons());
    return m_content;
}

QLayout* ComposeGradient::createFormula()
{
    m_sign = new QLabel(QStringLiteral("f′(x) ="), m_content);
    m_field = new FormulaField(m_content);
    m_field->setObjectName("compose-gradient");
    m_field->setAccessibleName(tr("Gradient used in training"));
    m_field->setPlaceholderText(tr("the true derivative"));
    m_sign->setBuddy(m_field);
    m_hover = new FormulaHover(m_model, models::ComposePart::Of::Gradient, *m_field);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(m_sign);
    row->addWidget(m_field, 1);
    connect(m_field, &FormulaField::edited, &m_model, &models::ComposeModel::setGradient);
    connect(m_field, &FormulaField::finished, &m_model.workspace(), &models::WorkspaceModel::endGesture);
    return row;
}

QLayout* ComposeGradient::createButtons()
{
    m_templates = new QPushButton(tr("Templates"), m_content);
    m_templates->setObjectName("compose-gradient-templates");
    m_templates->setMenu(createTemplates());
    m_true = new QPushButton(tr("Use the true derivative"), m_content);
    m_true->setObjectName("compose-gradient-true");
    connect(m_true, &QPushButton::clicked, this, [this] {
        m_model.workspace().endGesture();
        m_model.setGradient({});
        m_model.workspace().endGesture();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    row->addWidget(m_templates);
    row->addStretch(1);
    row->addWidget(m_true);
    return row;
}

QMenu* ComposeGradient::createTemplates()
{
    auto* menu = new QMenu(m_templates);
    menu->setToolTipsVisible(true);
    for (const activation::GradientTemplate& each : activation::gradientTemplates()) {
        const auto text = [](std::string_view words) {
            return QString::fromUtf8(words.data(), qsizetype(words.size()));
        };
        QAction* action = menu->addAction(text(each.name));
        action->setToolTip((text(each.help) + '\n' + text(each.reference)).trimmed());
        connect(action, &QAction::triggered, this, [this, &each] { m_model.takeGradient(each); });
    }
    return menu;
}

void ComposeGradient::setOpen(bool open)
{
    m_disclosure->setChecked(open);
    m_disclosure->setIcon(icon(open ? "chevron-down" : "chevron-right"));
    m_content->setVisible(open);
    if (open)
        follow();
}

void ComposeGradient::follow()
{
    const bool isOwn = !m_model.gradient().isEmpty();
    m_field->setFormula(m_model.gradient());
    m_field->setParameters(m_model.parameters());
    m_templates->setEnabled(!m_model.error());
    m_true->setEnabled(isOwn);
    m_state->setText(m_model.gradientError() ? tr("wrong") : isOwn ? tr("your own") : tr("the true derivative"));
    setStyleProperty(*m_state, "role", m_model.gradientError() ? "error" : "hint");
    if (m_disclosure->isChecked())
        showMessage();
}

void ComposeGradient::showMessage()
{
    const auto& error = m_model.gradientError();
    m_field->underline(error ? std::optional(error->span) : std::nullopt);
    setStyleProperty(*m_message, "role", error ? "error" : "hint");
    m_message->setTextFormat(error ? Qt::RichText : Qt::PlainText);
    if (error)
        m_message->setText(errorHtml(*error));
    else if (m_model.gradient().isEmpty())
        m_message->setText(tr("A formula here takes the place of the derivative when a network is trained."));
    else
        m_message->setText(whereItDiffers());
}

/// Measured over the whole line, so not again for what changes nothing here.
QString ComposeGradient::whereItDiffers()
{
    if (!m_model.activation() || m_model.error())
        return tr("It can be compared as soon as the formula is right.");
    if (m_compared == m_model.activation())
        return m_difference;
    m_compared = m_model.activation();
    const auto stretches = analysis::whereGradientDiffers(*m_compared);
    m_difference = stretches.empty() ? tr("It is the true derivative.")
                                     : tr("Differs from the true derivative: %1.").arg(stretchesText(stretches));
    return m_difference;
}

void ComposeGradient::setFonts()
{
    m_sign->setFont(formulaFont());
    m_field->setFont(formulaFont());
    m_disclosure->setFont(scaledFont(1, QFont::DemiBold));
}

void ComposeGradient::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setFonts();
}

}  // namespace actlab::widgets
