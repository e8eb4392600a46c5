#include "app/widgets/train_network_group.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_activation_choices.hpp"
#include "app/widgets/train_edit.hpp"
#include "app/widgets/train_form.hpp"
#include "app/widgets/train_layer_row.hpp"
#include "core/activation/catalogue.hpp"
#include "core/nn/engine.hpp"
#include "core/nn/limits.hpp"

#include <QEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr std::size_t kSmallBatch = 10;  // for batch normalisation
constexpr std::size_t kLongestRow = 3;   // of equal widths that are written one by one

/// "16", "8", and of more than three layers in a row that are equally wide "12 × 16".
QStringList widthsOf(const std::vector<nn::Layer>& hidden)
{
    QStringList parts;
    for (auto layer = hidden.begin(); layer != hidden.end();) {
        const auto next =
            std::find_if(layer, hidden.end(), [&](const nn::Layer& l) { return l.width != layer->width; });
        const auto equal = static_cast<std::size_t>(next - layer);
        const QString width = QString::number(layer->width);
        for (std::size_t i = 0; equal <= kLongestRow && i < equal; ++i)
            parts << width;
        if (equal > kLongestRow)
            parts << QStringLiteral("%1 × %2").arg(equal).arg(width);
        layer = next;
    }
    return parts;
}

/// As a sentence; empty where the layer can have a residual link.
QString whyNoLink(const std::vector<nn::Layer>& hidden, std::size_t layer)
{
    if (layer == 0)
        return TrainNetworkGroup::tr("The first layer has no layer before it to link past.");
    if (hidden[layer].width != hidden[layer - 1].width)
        return TrainNetworkGroup::tr("A residual link needs as many neurons as the layer before has: %1.")
            .arg(hidden[layer - 1].width);
    return {};
}

QString sketchOf(const nn::TrainingSpec& spec, const data::Dataset& data)
{
    if (std::ranges::any_of(spec.hidden, [](const nn::Layer& layer) { return !layer.activation; }))
        return {};
    const nn::Layout layout = nn::layoutOf(spec, data);
    const QStringList parts = QStringList{QString::number(data.train.features)} + widthsOf(spec.hidden) +
                              QStringList{QString::number(layout.layers.back().out)};
    return TrainNetworkGroup::tr("%1 · %2 parameters").arg(parts.join(" → ")).arg(nn::learnableCount(layout));
}

}  // namespace

TrainNetworkGroup::TrainNetworkGroup(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_choices(new TrainActivationChoices(this)),
      m_rowLayout(new QVBoxLayout),
      m_add(new QPushButton(icon("plus"), tr("Add layer"), this)),
      m_sketch(hintLabel({}, this)),
      m_normHint(hintLabel({}, this)),
      m_outputFrozen(iconButton("snowflake", tr("Freeze the output layer"), this)),
      m_error(new TrainFieldError(this))
{
    m_add->setObjectName("layer-add");
    m_outputFrozen->setObjectName("output-frozen");
    m_outputFrozen->setCheckable(true);
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
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_sketch, 1);
    foot->addWidget(m_outputFrozen, 0, Qt::AlignTop);
    column->addLayout(foot);
    m_normHint->setObjectName("norm-hint");
    column->addWidget(m_normHint);
    connect(m_add, &QPushButton::clicked, this, &TrainNetworkGroup::addLayer);
    connect(m_outputFrozen, &QToolButton::clicked, this, [this](bool frozen) {
        editTraining(m_workspace, frozen ? tr("Freeze output layer") : tr("Let output layer learn again"),
                     [frozen](nn::TrainingSpec& spec) { spec.outputFrozen = frozen; });
    });
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
        m_rows[layer]->show(spec.hidden[layer], whyNoLink(spec.hidden, layer));
    m_outputFrozen->setChecked(spec.outputFrozen);
    m_outputFrozen->setToolTip(spec.outputFrozen
                                   ? tr("Frozen: training leaves the output layer's weights as they are. Press "
                                        "to let it learn again, also while it trains.")
                                   : tr("Freeze the output layer: training leaves its weights as they are, "
                                        "also while it trains."));
    setFull(m_rows.size() >= nn::kMostLayers);
    const bool isNormalised = std::ranges::any_of(spec.hidden, &nn::Layer::batchNorm);
    m_normHint->setVisible(isNormalised && spec.batch <= kSmallBatch);
    m_normHint->setText(
        tr("Batches of %1 are small for batch normalisation: their means and variances vary much, and "
           "it may do worse than none. Try 32 rows or more.")
            .arg(spec.batch));
}

/// A button that is disabled hands its focus on, and the settings would scroll to whoever gets it.
void TrainNetworkGroup::setFull(bool isFull)
{
    if (isFull && m_add->hasFocus())
        setFocus(Qt::OtherFocusReason);
    m_add->setEnabled(!isFull);
    m_add->setToolTip(isFull ? tr("A network may have at most %1 hidden layers.").arg(nn::kMostLayers) : QString());
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
    row->QWidget::show();  // now, and not when events are read: the column is laid out with it
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
    connect(row, &TrainLayerRow::batchNormChosen, this, [this, layer](bool normalises) {
        editTraining(m_workspace, normalises ? tr("Normalise the batch") : tr("Do not normalise the batch"),
                     [layer, normalises](nn::TrainingSpec& spec) { spec.hidden.at(layer).batchNorm = normalises; });
    });
    connect(row, &TrainLayerRow::residualChosen, this, [this, layer](bool isLinked) {
        editTraining(m_workspace, isLinked ? tr("Add residual link") : tr("Remove residual link"),
                     [layer, isLinked](nn::TrainingSpec& spec) { spec.hidden.at(layer).residual = isLinked; });
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
        if (!spec.hidden.empty())
            spec.hidden.front().residual = false;
    });
}

}  // namespace actlab::widgets
