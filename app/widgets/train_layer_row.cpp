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

constexpr int kNarrow = 28;  // the name of the activation needs the room

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
    spin->setMaximumWidth(10 * kSpace);
    ignoreWheelWithoutFocus(spin);
    return spin;
}

QToolButton* createFrozenButton(int number, QWidget* parent)
{
    auto* button = iconButton("snowflake", TrainLayerRow::tr("Freeze layer %1").arg(number), parent);
    button->setObjectName(QStringLiteral("layer-frozen-%1").arg(number));
    button->setCheckable(true);
    return button;
}

}  // namespace

TrainLayerRow::TrainLayerRow(int number, TrainActivationChoices* choices, QWidget* parent)
    : QWidget(parent),
      m_choices(choices),
      m_activation(createActivationCombo(number, choices, this)),
      m_width(createWidthSpin(number, this)),
      m_frozen(createFrozenButton(number, this))
{
    auto* remove = iconButton("minus", tr("Remove layer %1").arg(number), this);
    remove->setObjectName(QStringLiteral("layer-remove-%1").arg(number));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace / 2);
    for (QToolButton* button : {m_frozen, remove})
        button->setMaximumWidth(kNarrow);
    row->addWidget(m_width);
    row->addWidget(m_activation, 1);
    row->addWidget(m_frozen);
    row->addWidget(remove);
    connect(m_width, &QSpinBox::valueChanged, this, &TrainLayerRow::widthChanged);
    connect(m_width, &QSpinBox::editingFinished, this, &TrainLayerRow::widthEntered);
    connect(m_activation, &QComboBox::activated, this,
            [this](int choice) { Q_EMIT activationChosen(m_choices->at(choice)); });
    connect(m_frozen, &QToolButton::clicked, this, &TrainLayerRow::frozenChosen);
    connect(remove, &QToolButton::clicked, this, &TrainLayerRow::removed);
}

void TrainLayerRow::show(const nn::Layer& layer)
{
    const QSignalBlocker quietWidth(m_width), quietActivation(m_activation);
    m_frozen->setChecked(layer.frozen);
    m_frozen->setToolTip(layer.frozen
                             ? tr("Frozen: training leaves this layer's weights as they are. Press to let it "
                                  "learn again, also while it trains.")
                             : tr("Freeze this layer: training leaves its weights as they are, also while it "
                                  "trains."));
    m_width->setValue(static_cast<int>(layer.width));
    const QString name = layer.activation ? QString::fromStdString(layer.activation->name()) : QString();
    // One of the person's own that was deleted since stays in the layer, and is named there.
    m_activation->setPlaceholderText(name.isEmpty() ? tr("choose one") : tr("%1 (deleted)").arg(name));
    m_activation->setCurrentIndex(layer.activation ? m_choices->rowOf(layer.activation->name()) : -1);
    m_activation->setToolTip(layer.activation ? QString::fromStdString(layer.activation->definition().formula)
                                              : QString());
}

}  // namespace actlab::widgets
