#include "app/widgets/train_curves_panel.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_curve_plot.hpp"

#include <QSettings>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

constexpr auto kScaleSetting = "train/logarithmic-loss";

}  // namespace

TrainCurvesPanel::TrainCurvesPanel(QWidget* parent)
    : QWidget(parent),
      m_scale(new SegmentedSwitch({tr("linear"), tr("log")}, this)),
      m_loss(new TrainCurvePlot(TrainCurvePlot::Measure::Loss, this)),
      m_accuracy(new TrainCurvePlot(TrainCurvePlot::Measure::Accuracy, this))
{
    m_scale->setObjectName("loss-scale");
    m_loss->setObjectName("loss-plot");
    m_accuracy->setObjectName("accuracy-plot");
    m_loss->addToHeading(m_scale);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_loss, 1);
    column->addWidget(m_accuracy, 1);
    for (TrainCurvePlot* plot : {m_loss, m_accuracy}) {
        connect(plot, &TrainCurvePlot::hovered, m_loss, &TrainCurvePlot::setCursorAt);
        connect(plot, &TrainCurvePlot::hovered, m_accuracy, &TrainCurvePlot::setCursorAt);
    }
    connect(m_scale, &SegmentedSwitch::chosen, this, [this](int choice) { chooseScale(choice == 1); });
    chooseScale(QSettings().value(kScaleSetting, true).toBool());
}

void TrainCurvesPanel::chooseScale(bool logarithmic)
{
    m_scale->setCurrent(logarithmic ? 1 : 0);
    m_loss->setLogarithmic(logarithmic);
    QSettings().setValue(kScaleSetting, logarithmic);
}

void TrainCurvesPanel::setTask(data::Task task)
{
    m_accuracy->setMeasure(task == data::Task::Regression ? TrainCurvePlot::Measure::Determination
                                                          : TrainCurvePlot::Measure::Accuracy);
}

void TrainCurvesPanel::show(std::span<const nn::EpochMetrics> history, std::size_t epochs)
{
    m_loss->show(history, epochs);
    m_accuracy->show(history, epochs);
}

}  // namespace actlab::widgets
