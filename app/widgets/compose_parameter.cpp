#include "app/widgets/compose_parameter.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/number_slider.hpp"
#include "app/widgets/theme.hpp"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

namespace actlab::widgets {

namespace {

constexpr double kFarthestLimit = 1e6;

/// In the order of the choices.
constexpr std::array<std::optional<activation::Scope>, 4> kScopes{
    std::nullopt, activation::Scope::Shared, activation::Scope::Layer, activation::Scope::Channel};

void showQuietly(QDoubleSpinBox& field, double value)
{
    const QSignalBlocker quiet(&field);
    field.setValue(value);
}

}  // namespace

ComposeParameter::ComposeParameter(const QString& label, QWidget* parent)
    : QWidget(parent), m_slider(new NumberSlider(label, {}, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace / 2);
    column->addWidget(m_slider);
    column->addLayout(createOptions());
    column->addWidget(createRange());
    connect(m_slider, &NumberSlider::valueChanged, this, &ComposeParameter::valueChanged);
    connect(m_slider, &NumberSlider::gestureEnded, this, &ComposeParameter::gestureEnded);
    connect(m_scope, &QComboBox::activated, this, [this](int row) { Q_EMIT scopeChosen(kScopes[std::size_t(row)]); });
    connect(m_disclosure, &QToolButton::toggled, this, [this](bool open) {
        m_range->setVisible(open);
        m_disclosure->setIcon(icon(open ? "chevron-down" : "chevron-right"));
    });
}

QLayout* ComposeParameter::createOptions()
{
    m_scope = createScopes();
    m_disclosure = new QToolButton(this);
    m_disclosure->setText(tr("Range"));
    m_disclosure->setToolTip(tr("Choose where the slider begins and ends"));
    m_disclosure->setIcon(icon("chevron-right"));
    m_disclosure->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_disclosure->setProperty("role", "disclosure");
    m_disclosure->setCheckable(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_scope);
    row->addStretch(1);
    row->addWidget(m_disclosure);
    return row;
}

QComboBox* ComposeParameter::createScopes()
{
    const std::array<std::pair<QString, QString>, kScopes.size()> choices{{
        {tr("Fixed"), tr("Stays as it is set")},
        {tr("Learned, shared"), tr("Training changes it: one value for all layers with this activation")},
        {tr("Learned per layer"), tr("Training changes it: one value for each layer")},
        {tr("Learned per channel"), tr("Training changes it: one value for each unit of a layer")},
    }};
    auto* box = new QComboBox(this);
    box->setAccessibleName(tr("Fixed or learned"));
    for (const auto& [name, tip] : choices) {
        box->addItem(name);
        box->setItemData(box->count() - 1, tip, Qt::ToolTipRole);
    }
    ignoreWheelWithoutFocus(box);
    return box;
}

QWidget* ComposeParameter::createRange()
{
    m_range = new QWidget(this);
    m_minimum = createLimit(tr("Least value"));
    m_maximum = createLimit(tr("Greatest value"));
    auto* row = new QHBoxLayout(m_range);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(new QLabel(tr("from"), m_range));
    row->addWidget(m_minimum, 1);
    row->addWidget(new QLabel(tr("to"), m_range));
    row->addWidget(m_maximum, 1);
    m_range->hide();
    connectRange();
    return m_range;
}

/// A limit that passes the other one pushes it along.
void ComposeParameter::connectRange()
{
    connect(m_minimum, &QDoubleSpinBox::valueChanged, this, [this](double minimum) {
        const double maximum = m_maximum->value();
        Q_EMIT rangeChanged(minimum, maximum > minimum ? maximum : minimum + m_width);
    });
    connect(m_maximum, &QDoubleSpinBox::valueChanged, this, [this](double maximum) {
        const double minimum = m_minimum->value();
        Q_EMIT rangeChanged(minimum < maximum ? minimum : maximum - m_width, maximum);
    });
}

QDoubleSpinBox* ComposeParameter::createLimit(const QString& name)
{
    auto* field = new QDoubleSpinBox(m_range);
    field->setLocale(QLocale::c());
    field->setDecimals(3);
    field->setRange(-kFarthestLimit, kFarthestLimit);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setKeyboardTracking(false);
    field->setAccessibleName(name);
    field->setToolTip(name);
    ignoreWheelWithoutFocus(field);
    connect(field, &QDoubleSpinBox::editingFinished, this, &ComposeParameter::gestureEnded);
    return field;
}

void ComposeParameter::setParameter(const activation::Parameter& parameter)
{
    m_slider->setToolTip(QString::fromStdString(parameter.name));
    m_slider->setRange({.minimum = std::min(parameter.minimum, parameter.value),
                        .maximum = std::max(parameter.maximum, parameter.value)});
    m_slider->setValue(parameter.value);
    const auto scope = parameter.learnable ? std::optional(parameter.scope) : std::nullopt;
    m_scope->setCurrentIndex(static_cast<int>(std::ranges::find(kScopes, scope) - kScopes.begin()));
    m_scope->setToolTip(m_scope->currentData(Qt::ToolTipRole).toString());
    m_width = parameter.maximum - parameter.minimum;
    showQuietly(*m_minimum, parameter.minimum);
    showQuietly(*m_maximum, parameter.maximum);
}

void ComposeParameter::setNameWidth(int pixels)
{
    m_slider->setNameWidth(pixels);
}

}  // namespace actlab::widgets
