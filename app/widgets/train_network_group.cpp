#include "app/widgets/train_network_group.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_activation_choices.hpp"
#include "app/widgets/train_edit.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_layer_row.hpp"
#include "core/activation/catalogue.hpp"
#include "core/nn/engine.hpp"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr std::size_t kMostLayers = 8;

QString sketchOf(const nn::TrainingSpec& spec, const data::Dataset& data)
{
    if (std::ranges::any_of(spec.hidden, [](const nn::Layer& layer) { return !layer.activation; }))
        return {};
    const nn::Layout layout = nn::layoutOf(spec, data);
    QStringList parts{QString::number(data.train.features)};
    for (const nn::Layer& layer : spec.hidden)
        parts << QString::number(layer.width);
    parts << QString::number(layout.layers.back().out);
    return TrainNetworkGroup::tr("%1 · %2 parameters").arg(parts.join(" → ")).arg(layout.size);
}

}  // namespace

TrainNetworkGroup::TrainNetworkGroup(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_choices(new TrainActivationChoices(this)),
      m_rowLayout(new QVBoxLayout),
      m_add(new QPushButton(icon("plus"), tr("Add layer"), this)),
      m_sketch(hintLabel({}, this)),
      m_error(new TrainFieldError(this))
{
    m_add->setObjectName("layer-add");
    m_rowLayout->setSpacing(kSpace);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    auto* heading = new QHBoxLayout;
    heading->addWidget(sectionTitle(tr("Network")), 1);
    heading->addWidget(m_add);
    column->addLayout(heading);
    column->addLayout(m_rowLayout);
    column->addWidget(m_error);
    column->addWidget(m_sketch);
    connect(m_add, &QPushButton::clicked, this, &TrainNetworkGroup::addLayer);
}

void TrainNetworkGroup::show(const nn::TrainingSpec& spec)
{
    m_choices->setOwn(m_workspace.document().custom);
    while (m_rows.size() < spec.hidden.size())
        addRow();
    while (m_rows.size() > spec.hidden.size()) {
        m_rows.back()->deleteLater();  // it may be its own button that asked for this
        m_rows.back()->hide();
        m_rows.pop_back();
    }
    for (std::size_t layer = 0; layer < m_rows.size(); ++layer)
        m_rows[layer]->show(spec.hidden[layer]);
    m_add->setEnabled(m_rows.size() < kMostLayers);
}

void TrainNetworkGroup::showData(const data::Dataset& data)
{
    m_sketch->setText(sketchOf(m_workspace.document().training, data));
}

void TrainNetworkGroup::showError(const QString& why)
{
    m_error->show(why);
}

void TrainNetworkGroup::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_choices->repaint();
    QWidget::changeEvent(event);
}

void TrainNetworkGroup::addRow()
{
    auto* row = new TrainLayerRow(static_cast<int>(m_rows.size()) + 1, m_choices, this);
    connectRow(row, m_rows.size());
    m_rows.push_back(row);
    m_rowLayout->addWidget(row);
}

void TrainNetworkGroup::connectRow(TrainLayerRow* row, std::size_t layer)
{
    connect(row, &TrainLayerRow::widthChanged, this, [this, layer](int width) {
        editTraining(
            m_workspace, tr("Change layer width"),
            [layer, width](nn::TrainingSpec& spec) { spec.hidden.at(layer).width = static_cast<std::size_t>(width); },
            QStringLiteral("train-width-%1").arg(layer));
    });
    connect(row, &TrainLayerRow::widthEntered, this, [this] { m_workspace.endGesture(); });
    connect(row, &TrainLayerRow::activationChosen, this, [this, layer](const activation::ActivationPtr& chosen) {
        editTraining(m_workspace, tr("Choose activation"),
                     [layer, chosen](nn::TrainingSpec& spec) { spec.hidden.at(layer).activation = chosen; });
    });
    connect(row, &TrainLayerRow::frozenChosen, this, [this, layer](bool frozen) {
        editTraining(m_workspace, frozen ? tr("Freeze layer") : tr("Let layer learn again"),
                     [layer, frozen](nn::TrainingSpec& spec) { spec.hidden.at(layer).frozen = frozen; });
    });
    connect(row, &TrainLayerRow::removed, this, [this, layer] { removeLayer(layer); });
}

void TrainNetworkGroup::addLayer()
{
    editTraining(m_workspace, tr("Add layer"), [](nn::TrainingSpec& spec) {
        spec.hidden.push_back(spec.hidden.empty() ? nn::Layer{8, activation::findInCatalogue("tanh")}
                                                  : spec.hidden.back());
        spec.hidden.back().frozen = false;
    });
}

void TrainNetworkGroup::removeLayer(std::size_t layer)
{
    editTraining(m_workspace, tr("Remove layer"), [layer](nn::TrainingSpec& spec) {
        spec.hidden.erase(spec.hidden.begin() + static_cast<std::ptrdiff_t>(layer));
    });
}

}  // namespace actlab::widgets
