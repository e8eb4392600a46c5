#include "app/widgets/train_layer_row.hpp"

#include "app/widgets/activation_icon.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_activation_choices.hpp"
#include "app/widgets/train_form.hpp"
#include "core/nn/limits.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace actlab::widgets {

namespace {

QComboBox* createActivationCombo(int number, TrainActivationChoices* choices, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    combo->setObjectName(QStringLiteral("layer-activation-%1").arg(number));
    combo->setAccessibleName(TrainLayerRow::tr("Activation of layer %1").arg(number));
    combo->setModel(choices);
    combo->setIconSize(kActivationIconSize);
    combo->setMaxVisibleItems(16);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    // A combo box is as wide as its placeholder, however long the name in it is; this one takes what there is.
    combo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    ignoreWheelWithoutFocus(combo);
    return combo;
}

QSpinBox* createWidthSpin(int number, QWidget* parent)
{
    auto* spin = new QSpinBox(parent);
    spin->setObjectName(QStringLiteral("layer-width-%1").arg(number));
    spin->setAccessibleName(TrainLayerRow::tr("Neurons in layer %1").arg(number));
    spin->setToolTip(TrainLayerRow::tr("Neurons"));
    spin->setRange(1, static_cast<int>(nn::kWidestLayer));
    spin->setLocale(QLocale::c());
    ignoreWheelWithoutFocus(spin);
    return spin;
}

}  // namespace

TrainLayerRow::TrainLayerRow(int number, TrainActivationChoices* choices, QWidget* parent)
    : QWidget(parent),
      m_choices(choices),
      m_activation(createActivationCombo(number, choices, this)),
      m_width(createWidthSpin(number, this))
{
    auto* remove = iconButton("minus", tr("Remove layer %1").arg(number), this);
    remove->setObjectName(QStringLiteral("layer-remove-%1").arg(number));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_width);
    row->addWidget(m_activation, 1);
    row->addWidget(remove);
    connect(m_width, &QSpinBox::valueChanged, this, &TrainLayerRow::widthChanged);
    connect(m_width, &QSpinBox::editingFinished, this, &TrainLayerRow::widthEntered);
    connect(m_activation, &QComboBox::activated, this,
            [this](int choice) { Q_EMIT activationChosen(m_choices->at(choice)); });
    connect(remove, &QToolButton::clicked, this, &TrainLayerRow::removed);
}

void TrainLayerRow::show(const nn::Layer& layer)
{
    const QSignalBlocker quietWidth(m_width), quietActivation(m_activation);
    m_width->setValue(static_cast<int>(layer.width));
    const QString name = layer.activation ? QString::fromStdString(layer.activation->name()) : QString();
    // One of the person's own that was deleted since stays in the layer, and is named there.
    m_activation->setPlaceholderText(name.isEmpty() ? tr("choose one") : tr("%1 (deleted)").arg(name));
    m_activation->setCurrentIndex(layer.activation ? m_choices->rowOf(layer.activation->name()) : -1);
    m_activation->setToolTip(layer.activation ? QString::fromStdString(layer.activation->definition().formula)
                                              : QString());
}

}  // namespace actlab::widgets
