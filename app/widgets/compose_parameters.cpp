#include "app/widgets/compose_parameters.hpp"

#include "app/widgets/compose_parameter.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/parameter_panel.hpp"
#include "app/widgets/theme.hpp"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

ComposeParameters::ComposeParameters(models::ComposeModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_layout(new QVBoxLayout(this)),
      m_hint(hintLabel(tr("Write any other name, such as a, into the formula and it becomes a slider."), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpace);
    m_layout->addWidget(m_hint);
    connect(&m_model, &models::ComposeModel::changed, this, &ComposeParameters::follow);
    follow();
}

/// Rows are kept where the names are the same, so that a slider in the hand stays in the hand.
void ComposeParameters::follow()
{
    const auto activation = m_model.activation();
    const auto parameters = activation ? activation->parameters() : std::vector<activation::Parameter>{};
    if (!std::ranges::equal(parameters, m_names, {}, &activation::Parameter::name))
        rebuild(parameters);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setParameter(parameters[i]);
    setEnabled(!m_model.error());
}

void ComposeParameters::rebuild(const std::vector<activation::Parameter>& parameters)
{
    for (ComposeParameter* row : m_rows) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    m_names.clear();
    int widest = 0;
    for (const auto& parameter : parameters)
        widest = std::max(widest, fontMetrics().horizontalAdvance(parameterLabel(parameter.name)));
    for (const auto& parameter : parameters) {
        m_names.push_back(parameter.name);
        m_rows.push_back(createRow(QString::fromStdString(parameter.name), parameterLabel(parameter.name)));
        m_rows.back()->setNameWidth(widest + kSpace / 2);
        m_layout->addWidget(m_rows.back());
    }
    m_hint->setVisible(m_rows.empty());
}

ComposeParameter* ComposeParameters::createRow(const QString& name, const QString& label)
{
    auto* row = new ComposeParameter(label, this);
    row->setObjectName("compose-parameter-" + name);
    connect(row, &ComposeParameter::valueChanged, this,
            [=, this](double value) { m_model.setParameter(name, value); });
    connect(row, &ComposeParameter::scopeChosen, this, [=, this](auto scope) { m_model.setScope(name, scope); });
    connect(row, &ComposeParameter::rangeChanged, this,
            [=, this](double minimum, double maximum) { m_model.setParameterRange(name, minimum, maximum); });
    connect(row, &ComposeParameter::gestureEnded, &m_model.workspace(), &models::WorkspaceModel::endGesture);
    return row;
}

}  // namespace actlab::widgets
