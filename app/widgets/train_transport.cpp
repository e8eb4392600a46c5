#include "app/widgets/train_transport.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace actlab::widgets {

using State = models::TrainingSession::State;

TrainTransport::TrainTransport(QWidget* parent) : QWidget(parent), m_toggle(primaryButton({}, "play", this))
{
    m_toggle->setObjectName("train-toggle");
    m_toggle->setFocusPolicy(Qt::TabFocus);
    m_toggle->setMinimumHeight(5 * kSpace - kSpace / 2);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace / 2);
    row->addWidget(m_toggle, 1);
    m_step = addButton("step", "train-step", tr("One epoch (S)"));
    m_reset = addButton("reset", "train-reset", tr("Back to the untrained network, with the same first weights (R)"));
    m_stop = addButton("stop", "train-stop", tr("Stop and keep the result"));
    auto* race = addButton("race", "train-race", tr("Race activations against each other"));
    connect(race, &QToolButton::clicked, this, &TrainTransport::raceAsked);
    connect(m_toggle, &QPushButton::clicked, this, &TrainTransport::toggled);
    connect(m_step, &QToolButton::clicked, this, &TrainTransport::stepAsked);
    connect(m_reset, &QToolButton::clicked, this, &TrainTransport::resetAsked);
    connect(m_stop, &QToolButton::clicked, this, &TrainTransport::stopAsked);
    show(State::Idle);
}

QToolButton* TrainTransport::addButton(const QString& iconName, const QString& objectName, const QString& tip)
{
    auto* button = iconButton(iconName, tip, this);
    button->setObjectName(objectName);
    layout()->addWidget(button);
    return button;
}

void TrainTransport::show(State state)
{
    const bool running = state == State::Running;
    m_toggle->setText(running ? tr("Pause") : state == State::Paused ? tr("Resume") : tr("Start"));
    m_toggle->setIcon(icon(running ? "pause" : "play", QPalette::HighlightedText));
    m_toggle->setToolTip(running ? tr("Pause (Space)") : tr("Start (Space)"));
    m_reset->setEnabled(state != State::Idle);
    m_stop->setEnabled(running || state == State::Paused);  // of Edited there is nothing to keep
}

}  // namespace actlab::widgets
