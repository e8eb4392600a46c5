#include "app/widgets/train_curves_panel.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_curve_options.hpp"
#include "app/widgets/train_curve_plot.hpp"
#include "app/widgets/train_layer_plot.hpp"
#include "app/widgets/train_parameter_plot.hpp"

#include <QComboBox>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

constexpr auto kScaleSetting = "train/logarithmic-loss";
enum View { kAccuracyView, kParametersView, kLayersView, kGradientView, kRateView };  // places in the stack

}  // namespace

TrainCurvesPanel::TrainCurvesPanel(QWidget* parent)
    : QWidget(parent),
      m_options(new TrainCurveOptions(this)),
      m_scale(new SegmentedSwitch({tr("linear"), tr("log")}, this)),
      m_views(new QComboBox(this)),
      m_lower(new QStackedWidget(this)),
      m_loss(new TrainCurvePlot(TrainCurvePlot::Measure::Loss, this)),
      m_accuracy(new TrainCurvePlot(TrainCurvePlot::Measure::Accuracy, this)),
      m_gradient(new TrainCurvePlot(TrainCurvePlot::Measure::Gradient, this)),
      m_rate(new TrainCurvePlot(TrainCurvePlot::Measure::Rate, this)),
      m_parameters(new TrainParameterPlot(this)),
      m_layers(new TrainLayerPlot(this))
{
    m_scale->setObjectName("loss-scale");
    m_views->setObjectName("curve-views");
    m_loss->setObjectName("loss-plot");
    m_accuracy->setObjectName("accuracy-plot");
    m_gradient->setObjectName("gradient-plot");
    m_rate->setObjectName("rate-plot");
    m_parameters->setObjectName("parameter-plot");
    m_layers->setObjectName("layer-plot");
    createLayout();
    createViews();
    connectPlots();
    takeView();
    chooseScale(QSettings().value(kScaleSetting, true).toBool());
}

void TrainCurvesPanel::createLayout()
{
    auto* controls = new QWidget(this);
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace / 2);
    row->addWidget(m_scale);
    row->addWidget(m_options);
    m_loss->addToHeading(controls);
    for (TrainEpochPlot* plot : plots())
        plot->setTitled(plot == m_loss);  // the list above the others names them
    m_lower->addWidget(m_accuracy);
    m_lower->addWidget(m_parameters);
    m_lower->addWidget(m_layers);
    m_lower->addWidget(m_gradient);
    m_lower->addWidget(m_rate);
    ignoreWheelWithoutFocus(m_views);
    auto* lower = new QVBoxLayout;
    lower->setSpacing(kSpace / 2);
    lower->addWidget(m_views, 0, Qt::AlignLeft);
    lower->addWidget(m_lower, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_loss, 1);
    column->addLayout(lower, 1);
}

/// That of the parameters is there while some are learned.
void TrainCurvesPanel::createViews()
{
    m_views->setAccessibleName(tr("What is shown below the loss"));
    m_views->addItem(tr("Accuracy"), kAccuracyView);
    m_views->addItem(tr("Layers and their activations"), kLayersView);
    m_views->addItem(tr("Gradient norm"), kGradientView);
    m_views->addItem(tr("Learning rate"), kRateView);
}

void TrainCurvesPanel::connectPlots()
{
    for (TrainEpochPlot* plot : plots())
        for (TrainEpochPlot* other : plots())
            connect(plot, &TrainEpochPlot::hovered, other, &TrainEpochPlot::setCursorAt);
    connect(m_scale, &SegmentedSwitch::chosen, this, [this](int choice) { chooseScale(choice == 1); });
    connect(m_views, &QComboBox::currentIndexChanged, this, &TrainCurvesPanel::showChosenView);
    connect(m_options, &TrainCurveOptions::changed, this, &TrainCurvesPanel::takeView);
}

std::vector<TrainEpochPlot*> TrainCurvesPanel::plots() const
{
    return {m_loss, m_accuracy, m_gradient, m_rate, m_parameters};
}

void TrainCurvesPanel::takeView()
{
    for (TrainEpochPlot* plot : plots())
        plot->setView(m_options->view());
    Q_EMIT historyAsked();
}

void TrainCurvesPanel::setOverlays(const std::vector<OverlaidRun>& runs)
{
    for (TrainEpochPlot* plot : plots())
        plot->setOverlays(runs);
}

void TrainCurvesPanel::chooseScale(bool logarithmic)
{
    m_scale->setCurrent(logarithmic ? 1 : 0);
    m_loss->setLogarithmic(logarithmic);
    m_gradient->setLogarithmic(logarithmic);
    QSettings().setValue(kScaleSetting, logarithmic);
}

void TrainCurvesPanel::showChosenView()
{
    m_lower->setCurrentIndex(m_views->currentData().toInt());
    Q_EMIT viewChosen();
}

void TrainCurvesPanel::setTask(data::Task task)
{
    const bool hasValues = task == data::Task::Regression;
    m_accuracy->setMeasure(hasValues ? TrainCurvePlot::Measure::Determination : TrainCurvePlot::Measure::Accuracy);
    m_views->setItemText(m_views->findData(kAccuracyView), hasValues ? tr("R²") : tr("Accuracy"));
}

void TrainCurvesPanel::setLearned(const std::vector<nn::LearnedParameter>& learned)
{
    m_parameters->setLearned(learned);
    const int at = m_views->findData(kParametersView);
    if (!learned.empty() && at < 0)
        m_views->insertItem(1, tr("Learned parameters"), kParametersView);
    if (!learned.empty() || at < 0)
        return;
    if (m_views->currentIndex() == at)
        m_views->setCurrentIndex(m_views->findData(kAccuracyView));
    m_views->removeItem(at);
}

void TrainCurvesPanel::show(std::span<const nn::EpochMetrics> history, std::size_t epochs)
{
    m_loss->show(history, epochs);
    m_accuracy->show(history, epochs);
    m_gradient->show(history, epochs);
    m_rate->show(history, epochs);
    m_parameters->show(history, epochs);
}

void TrainCurvesPanel::showMarks(const std::vector<nn::Mark>& marks)
{
    for (TrainEpochPlot* plot : plots())
        plot->showMarks(marks);
}

void TrainCurvesPanel::showUses(const std::vector<nn::LayerUse>& uses, const std::vector<nn::LayerFlow>& flow)
{
    m_layers->show(uses);
    m_layers->showFlow(flow);
}

bool TrainCurvesPanel::showsLayers() const
{
    return m_lower->currentIndex() == kLayersView;
}

}  // namespace actlab::widgets
