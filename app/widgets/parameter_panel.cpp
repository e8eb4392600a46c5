#include "app/widgets/parameter_panel.hpp"

#include "app/widgets/number_slider.hpp"
#include "app/widgets/theme.hpp"

#include <QFontMetrics>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

NumberSlider::Range rangeOf(const activation::Parameter& parameter)
{
    return {.minimum = std::min(parameter.minimum, parameter.value),
            .maximum = std::max(parameter.maximum, parameter.value)};
}

bool sameNames(const std::vector<activation::Parameter>& a, const std::vector<activation::Parameter>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& left, const auto& right) { return left.name == right.name; });
}

}  // namespace

QString parameterLabel(const std::string& name)
{
    static const QHash<QString, QString> greek{{"alpha", "α"}, {"beta", "β"}, {"gamma", "γ"},  {"delta", "δ"},
                                               {"theta", "θ"}, {"mu", "μ"},   {"lambda", "λ"}, {"sigma", "σ"},
                                               {"tau", "τ"},   {"phi", "φ"},  {"omega", "ω"},  {"epsilon", "ε"}};
    const QString plain = QString::fromStdString(name);
    return greek.value(plain, plain);
}

ParameterPanel::ParameterPanel(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpace / 2);
}

void ParameterPanel::setParameters(const std::vector<activation::Parameter>& parameters)
{
    const bool rowsStay = sameNames(m_parameters, parameters);
    m_parameters = parameters;
    if (!rowsStay)
        rebuild();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setRange(rangeOf(m_parameters[i]));
        m_rows[i]->setValue(m_parameters[i].value);
    }
}

void ParameterPanel::rebuild()
{
    qDeleteAll(m_rows);
    m_rows.clear();
    int widest = 0;
    for (const auto& parameter : m_parameters)
        widest = std::max(widest, fontMetrics().horizontalAdvance(parameterLabel(parameter.name)));
    for (const auto& parameter : m_parameters) {
        m_rows.push_back(createRow(parameter));
        m_rows.back()->setNameWidth(widest + kSpace / 2);
        m_layout->addWidget(m_rows.back());
    }
}

NumberSlider* ParameterPanel::createRow(const activation::Parameter& parameter)
{
    auto* row = new NumberSlider(parameterLabel(parameter.name), rangeOf(parameter), this);
    row->setToolTip(QString::fromStdString(parameter.name));
    connect(
        row, &NumberSlider::valueChanged, this,
        [this, name = QString::fromStdString(parameter.name)](double value) { Q_EMIT valueChanged(name, value); });
    connect(row, &NumberSlider::gestureEnded, this, &ParameterPanel::gestureEnded);
    return row;
}

}  // namespace actlab::widgets
