#include "app/widgets/train_layer_row.hpp"

#include "app/widgets/activation_icon.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_activation_choices.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_searched_combo.hpp"
#include "app/widgets/whole_field.hpp"
#include "core/nn/limits.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace actlab::widgets {

namespace {

constexpr int kNarrow = 28;  // the name of the activation needs the room

QComboBox* createActivationCombo(int number, TrainActivationChoices* choices, QWidget* parent)
{
    auto* combo = new TrainSearchedCombo(parent);
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
    auto* spin = new WholeField(parent);
    spin->setObjectName(QStringLiteral("layer-width-%1").arg(number));
    spin->setAccessibleName(TrainLayerRow::tr("Neurons in layer %1").arg(number));
    spin->setToolTip(TrainLayerRow::tr("Neurons; the arrow keys change their number"));
    spin->setRange(1, static_cast<int>(nn::kWidestLayer));
    spin->setLocale(QLocale::c());
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);  // the activation's name needs the room; arrow keys step
    ignoreWheelWithoutFocus(spin);
    return spin;
}

QToolButton* createWiringButton(int number, QWidget* parent)
{
    auto* button = iconButton("sliders", TrainLayerRow::tr("How layer %1 is wired").arg(number), parent);
    button->setObjectName(QStringLiteral("layer-wiring-%1").arg(number));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    button->setMenu(menu);
    return button;
}

QAction* addWiring(QToolButton* button, const QString& text, const QString& objectName)
{
    QAction* action = button->menu()->addAction(text);
    action->setObjectName(objectName);
    action->setCheckable(true);
    return action;
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
      m_wiring(createWiringButton(number, this)),
      m_batchNorm(addWiring(m_wiring, tr("Normalise the batch"), QStringLiteral("layer-norm-%1").arg(number))),
      m_residual(addWiring(m_wiring, tr("Residual link"), QStringLiteral("layer-residual-%1").arg(number))),
      m_frozen(createFrozenButton(number, this))
{
    auto* remove = iconButton("minus", tr("Remove layer %1").arg(number), this);
    remove->setObjectName(QStringLiteral("layer-remove-%1").arg(number));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace / 2);
    for (QToolButton* button : {m_wiring, m_frozen, remove})
        button->setMaximumWidth(kNarrow);
    m_batchNorm->setToolTip(
        tr("What the units hand to the activation is brought to mean 0 and variance 1 over each batch, "
           "then scaled and shifted by what is learned."));
    row->addWidget(m_width);
    row->addWidget(m_activation, 1);
    row->addWidget(m_wiring);
    row->addWidget(m_frozen);
    row->addWidget(remove);
    fitToType(this, [this] { m_width->setFixedWidth(scaledToType(6 * kSpace)); });
    connect(m_width, &QSpinBox::valueChanged, this, &TrainLayerRow::widthChanged);
    connect(m_width, &QSpinBox::editingFinished, this, &TrainLayerRow::widthEntered);
    connect(m_activation, &QComboBox::activated, this,
            [this](int choice) { Q_EMIT activationChosen(m_choices->at(choice)); });
    connect(m_batchNorm, &QAction::triggered, this, &TrainLayerRow::batchNormChosen);
    connect(m_residual, &QAction::triggered, this, &TrainLayerRow::residualChosen);
    connect(m_frozen, &QToolButton::clicked, this, &TrainLayerRow::frozenChosen);
    connect(remove, &QToolButton::clicked, this, &TrainLayerRow::removed);
}

void TrainLayerRow::show(const nn::Layer& layer, const QString& whyNoLink)
{
    const QSignalBlocker quietWidth(m_width), quietActivation(m_activation);
    m_batchNorm->setChecked(layer.batchNorm);
    m_residual->setChecked(layer.residual);
    m_residual->setEnabled(layer.residual || whyNoLink.isEmpty());
    m_residual->setToolTip(whyNoLink.isEmpty() ? tr("What goes into the layer is added to what it answers.")
                                               : whyNoLink);
    setStyleProperty(*m_wiring, "lit", layer.batchNorm || layer.residual);
    m_frozen->setChecked(layer.frozen);
    m_frozen->setToolTip(layer.frozen
                             ? tr("Frozen: training leaves this layer's weights as they are. Press to let it "
                                  "learn again, also while it trains.")
                             : tr("Freeze this layer: training leaves its weights as they are, also while it "
                                  "trains."));
    m_width->setValue(static_cast<int>(layer.width));
    const QString name = layer.activation ? QString::fromStdString(layer.activation->name()) : QString();
    // One of the person's own that was deleted since stays in the layer, and is named there; a formula of the command
    // line never had another name.
    const bool isFormula = layer.activation && layer.activation->definition().formula == layer.activation->name();
    m_activation->setPlaceholderText(name.isEmpty() ? tr("choose one")
                                     : isFormula    ? name
                                                    : tr("%1 (deleted)").arg(name));
    m_activation->setCurrentIndex(layer.activation ? m_choices->rowOf(layer.activation->name()) : -1);
    m_activation->setToolTip(layer.activation ? QString::fromStdString(layer.activation->definition().formula)
                                              : QString());
}

}  // namespace actlab::widgets
