#include "app/widgets/race_dialog.hpp"

#include "app/models/training_changes.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/number_text.hpp"
#include "app/widgets/race_plot.hpp"
#include "app/widgets/race_runners.hpp"
#include "app/widgets/race_table.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_form.hpp"
#include "core/nn/spec_words.hpp"
#include "core/workspace/run.hpp"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

namespace {

constexpr int kLeftColumn = 260;
constexpr int kTableHeight = 152;
constexpr QSize kWindowFrame(2 * kSpace, 5 * kSpace);  // of a window, at the most

QString settingsText(nn::TrainingSpec spec)
{
    for (nn::Layer& layer : spec.hidden)
        layer.activation = nullptr;  // of which the race has its own
    const QString epochs =
        spec.epochs == 1 ? RaceDialog::tr("1 epoch") : RaceDialog::tr("%1 epochs").arg(spec.epochs);
    return RaceDialog::tr("Each trains the network of Train's settings: %1, %2. All begin with the same weights and "
                          "see the same batches.")
        .arg(QString::fromStdString(workspace::runName(spec)), epochs);
}

}  // namespace

RaceDialog::RaceDialog(models::WorkspaceModel& workspace, QWidget* parent)
    : QDialog(parent),
      m_workspace(workspace),
      m_about(hintLabel({}, this)),
      m_runners(new RaceRunners(this)),
      m_seeds(trainSpin("race-seeds", 1, static_cast<int>(nn::kMostRaceSeeds), this)),
      m_tunes(new QCheckBox(tr("Tune the rate for each"), this)),
      m_error(new TrainFieldError(this)),
      m_start(primaryButton(tr("Start the race"), "play", this)),
      m_copy(new QPushButton(tr("Copy table"), this)),
      m_plot(new RacePlot(this)),
      m_table(new RaceTable(this)),
      m_verdict(new QLabel(this)),
      m_progress(new QProgressBar(this))
{
    setWindowTitle(tr("Race"));
    setObjectName("race-dialog");
    m_seeds->setValue(static_cast<int>(nn::RaceSpec().seeds));
    m_tunes->setObjectName("race-tunes");
    m_tunes->setToolTip(
        tr("First tries 0.1, 0.3, 1, 3 and 10 times the learning rate for each, with a seed of its own"));
    m_start->setObjectName("race-start");
    m_start->setDefault(true);
    m_copy->setObjectName("race-copy");
    m_copy->setAutoDefault(false);
    m_verdict->setObjectName("race-verdict");
    m_verdict->setWordWrap(true);
    m_verdict->setFont(scaledFont(1.1, QFont::DemiBold));
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setObjectName("race-progress");
    m_progress->setTextVisible(true);
    createLayout();
    connectControls();
    resize(QSize(scaledToType(980), scaledToType(640)).boundedTo(screen()->availableSize() - kWindowFrame));
    showDocument();
    showResult();
    showProgress();
}

void RaceDialog::createLayout()
{
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(2 * kSpace, 2 * kSpace, 2 * kSpace, 2 * kSpace);
    columns->setSpacing(2 * kSpace);
    columns->addLayout(createLeft());
    columns->addLayout(createRight(), 1);
}

QLayout* RaceDialog::createLeft()
{
    auto* form = trainForm();
    addTrainRow(form, tr("Seeds"), m_seeds);
    auto* column = new QVBoxLayout;
    column->setSpacing(kSpace);
    m_runners->setFixedWidth(scaledToType(kLeftColumn));
    m_error->setMaximumWidth(scaledToType(kLeftColumn));
    column->addWidget(sectionTitle(tr("Who races"), this));
    column->addWidget(m_runners, 1);
    column->addLayout(form);
    column->addWidget(m_tunes);
    column->addWidget(m_error);
    column->addWidget(m_start);
    return column;
}

QLayout* RaceDialog::createRight()
{
    m_table->setFixedHeight(scaledToType(kTableHeight));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_verdict, 1);
    foot->addWidget(m_progress);
    foot->addWidget(m_copy, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout;
    column->setSpacing(kSpace);
    column->addWidget(m_about);
    column->addWidget(m_plot, 1);
    column->addWidget(m_table);
    column->addLayout(foot);
    return column;
}

void RaceDialog::connectControls()
{
    connect(m_runners, &RaceRunners::changed, this, &RaceDialog::showReadiness);
    connect(m_seeds, &QSpinBox::valueChanged, this, &RaceDialog::showReadiness);
    connect(m_start, &QPushButton::clicked, this, &RaceDialog::startOrStop);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_table->asText() + m_verdict->text() + '\n'); });
    connect(&m_session, &models::RaceSession::resultChanged, this, &RaceDialog::showResult);
    connect(&m_session, &models::RaceSession::progressed, this, &RaceDialog::showProgress);
    connect(&m_workspace, &models::WorkspaceModel::documentChanged, this, [this] {
        if (isVisible())
            showDocument();
    });
}

FigurePlace RaceDialog::figure()
{
    return {m_plot, [this] { return m_plot->figure(); }};
}

nn::RaceSpec RaceDialog::raceOfSettings() const
{
    return {models::trainingSpecOf(m_workspace.document()), m_runners->chosen(),
            static_cast<std::size_t>(m_seeds->value()), m_tunes->isChecked()};
}

void RaceDialog::startOrStop()
{
    if (m_session.isOn())
        return m_session.stop();
    const nn::RaceSpec race = raceOfSettings();
    if (!nn::validate(race))
        m_session.start(race);
}

void RaceDialog::showDocument()
{
    m_runners->show(m_workspace.document());
    m_about->setText(settingsText(models::trainingSpecOf(m_workspace.document())));
    showReadiness();
}

void RaceDialog::showReadiness()
{
    const nn::RaceSpec race = raceOfSettings();
    const auto error = nn::validate(race);
    const bool isEnough = race.runners.size() >= 2;
    m_error->show(!isEnough ? tr("Tick two activations or more.")
                  : error   ? QString::fromStdString(error->message)
                            : QString());
    m_start->setEnabled(m_session.isOn() || (isEnough && !error));
}

void RaceDialog::showResult()
{
    m_plot->show(m_session.result());
    m_table->show(m_session.result());
}

void RaceDialog::showProgress()
{
    const nn::RaceResult& result = m_session.result();
    m_start->setText(m_session.isOn() ? tr("Stop the race") : tr("Start the race"));
    m_start->setIcon(icon(m_session.isOn() ? "stop" : "play", QPalette::HighlightedText));
    m_copy->setEnabled(!result.standings.empty());
    m_progress->setVisible(m_session.isOn());
    m_progress->setRange(0, static_cast<int>(std::max<std::size_t>(m_session.runsInAll(), 1)));
    m_progress->setValue(static_cast<int>(m_session.runsOver()));
    m_progress->setFormat(tr("run %1 of %2").arg(m_session.runsOver() + 1).arg(m_session.runsInAll()));
    const QString longest = tr("run %1 of %1").arg(m_session.runsInAll());
    m_progress->setMinimumWidth(m_progress->fontMetrics().horizontalAdvance(longest) + 4 * kSpace);
    if (!m_session.failure().isEmpty())
        m_verdict->setText(m_session.failure());
    else if (m_session.isOn())
        m_verdict->setText(tr("The race is on."));
    else if (result.standings.empty())
        m_verdict->setText(
            tr("Tick the activations and start: the plot shows how each learns, mean and spread over the "
               "seeds, and a sentence says whether the difference is more than chance."));
    else
        m_verdict->setText((result.isStopped ? tr("Stopped early. ") : QString()) +
                           QString::fromStdString(result.verdict));
    showReadiness();
}

void RaceDialog::showEvent(QShowEvent* event)
{
    showDocument();
    QDialog::showEvent(event);
}

}  // namespace actlab::widgets
