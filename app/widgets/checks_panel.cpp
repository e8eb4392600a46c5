#include "app/widgets/checks_panel.hpp"

#include "app/widgets/checks_group.hpp"
#include "app/widgets/checks_pictures.hpp"
#include "app/widgets/checks_sign.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/sentence.hpp"
#include "app/widgets/theme.hpp"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace actlab::widgets {

using analysis::Severity;
using analysis::Topic;

ChecksPanel::ChecksPanel(models::ChecksModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(createColumn());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(createHeader());
    column->addWidget(scroll, 1);
    column->addLayout(createButtons());
    connect(&m_model, &models::ChecksModel::changed, this, &ChecksPanel::follow);
    follow();
}

QWidget* ChecksPanel::createHeader()
{
    auto* header = new QWidget(this);
    m_sign = new ChecksSign(header);
    m_headline = new QLabel(header);
    m_headline->setObjectName("checks-headline");
    m_headline->setWordWrap(true);
    m_state = hintLabel({}, header);
    m_state->setObjectName("checks-state");
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_headline);
    words->addWidget(m_state);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return header;
}

QWidget* ChecksPanel::createColumn()
{
    constexpr double kStabilityLines = 7, kDeepLines = 9;
    m_column = new QWidget(this);
    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, kSpace, 0);
    column->setSpacing(kSpace);
    for (const Topic topic : analysis::kTopics) {
        auto* group = m_groups[static_cast<std::size_t>(topic)] = new ChecksGroup(topic, m_column);
        column->addWidget(group);
        connect(group, &ChecksGroup::cureWanted, this, &ChecksPanel::cureWanted);
        connect(group, &ChecksGroup::pointed, this, &ChecksPanel::pointed);
    }
    column->addStretch(1);
    m_stability = new ChecksPicture(kStabilityLines, m_column);
    m_stability->setAccessibleName(tr("Where each number format fails"));
    m_stability->setToolTip(
        tr("Red: NaN or infinite. Hatched: wrong by more than 1 %, or too large for the format."));
    m_deep = new ChecksPicture(kDeepLines, m_column);
    m_deep->setAccessibleName(tr("Variance of signal and gradient in 50 layers"));
    m_deep->setToolTip(tr("The variance layer by layer, as theory predicts it and as a random network has it."));
    m_compare = new QPushButton(tr("Measure beside PyTorch"), m_column);
    m_compare->setObjectName("checks-compare");
    m_compare->setToolTip(tr("Takes a second or two. Also compares the derivative with PyTorch's autograd."));
    m_comparison = hintLabel({}, m_column);
    m_groups[static_cast<std::size_t>(Topic::Stability)]->add(m_stability);
    m_groups[static_cast<std::size_t>(Topic::DeepNetwork)]->add(m_deep);
    m_groups[static_cast<std::size_t>(Topic::Cost)]->add(m_compare);
    m_groups[static_cast<std::size_t>(Topic::Cost)]->add(m_comparison);
    connect(m_compare, &QPushButton::clicked, &m_model, [this] {
        if (m_model.isComparing())
            m_model.stopComparing();
        else
            m_model.compareWithTorch();
    });
    return m_column;
}

QLayout* ChecksPanel::createButtons()
{
    m_buttons = {new QPushButton(tr("Save report…"), this), new QPushButton(tr("Print…"), this)};
    connect(m_buttons[0], &QPushButton::clicked, this, &ChecksPanel::saveWanted);
    connect(m_buttons[1], &QPushButton::clicked, this, &ChecksPanel::printWanted);
    auto* row = new QHBoxLayout;
    row->setSpacing(kSpace);
    for (QPushButton* button : m_buttons)
        row->addWidget(button);
    row->addStretch(1);
    return row;
}

void ChecksPanel::follow()
{
    const auto& checked = m_model.checked();
    m_column->setVisible(checked != nullptr);
    if (checked && checked != m_shown)
        showChecked(*checked);
    m_shown = checked;
    followState();
}

void ChecksPanel::followState()
{
    const bool isThere = m_shown && !m_model.isOutOfDate();
    m_column->setEnabled(isThere);
    for (QPushButton* button : m_buttons)
        button->setEnabled(isThere);
    const bool isWrong = !m_model.problem().isEmpty();
    m_sign->setVisible(m_shown && !isWrong);
    m_headline->setVisible(m_shown && !isWrong);
    setStyleProperty(*m_state, "role", isWrong ? "error" : "hint");
    m_state->setText(isWrong                ? m_model.problem()
                     : m_model.isChecking() ? tr("Checking …")
                     : m_shown              ? tr("Checked.")
                                            : tr("Choose an activation: what it does to training is told here."));
    m_compare->setEnabled(isThere);
    m_compare->setText(m_model.isComparing() ? tr("Stop measuring") : tr("Measure beside PyTorch"));
}

void ChecksPanel::showChecked(const models::Checked& checked)
{
    const auto& obstacle = checked.report.obstacle;
    m_sign->show(obstacle ? Severity::Trouble : Severity::Ok);
    m_headline->setText(obstacle ? tr("It cannot train: %1").arg(asSentence(*obstacle)) : tr("It can train."));
    for (ChecksGroup* group : m_groups)
        group->show(checked.verdicts);
    m_stability->show([found = checked.report.stability](QPainter& painter, const QRectF& rect, const Theme& theme) {
        paintStability(painter, rect, found, theme);
    });
    m_deep->show([deep = checked.report.deep](QPainter& painter, const QRectF& rect, const Theme& theme) {
        paintDeepNetwork(painter, rect, deep, theme);
    });
    showComparison(checked);
}

void ChecksPanel::showComparison(const models::Checked& checked)
{
    m_comparison->setText(checked.torch ? checked.torch->problem : QString());
    m_comparison->setVisible(!m_comparison->text().isEmpty());
    m_compare->setVisible(!checked.torch || !checked.torch->problem.isEmpty());
}

void ChecksPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.setWatched(true);
}

void ChecksPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_model.setWatched(false);
}

}  // namespace actlab::widgets
