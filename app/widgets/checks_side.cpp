#include "app/widgets/checks_side.hpp"

#include "app/widgets/checks_panel.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace actlab::widgets {

namespace {

constexpr auto kShowsChecks = "checks/shown";

}  // namespace

ChecksSide::ChecksSide(const QString& name, QWidget* own, models::ChecksModel& checks, QWidget* parent)
    : QWidget(parent),
      m_switch(new SegmentedSwitch({name, tr("Checks")}, this)),
      m_stack(new QStackedWidget(this)),
      m_panel(new ChecksPanel(checks, m_stack))
{
    m_stack->addWidget(own);
    m_stack->addWidget(m_panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_switch, 0, Qt::AlignLeft);
    column->addWidget(m_stack, 1);
    connect(m_switch, &SegmentedSwitch::chosen, this, [this](int index) { showChecks(index == 1); });
    showChecks(QSettings().value(kShowsChecks, false).toBool());
}

bool ChecksSide::showsChecks() const
{
    return m_stack->currentWidget() == m_panel;
}

void ChecksSide::showChecks(bool wanted)
{
    m_switch->setCurrent(wanted ? 1 : 0);
    if (wanted == showsChecks())
        return;
    m_stack->setCurrentIndex(wanted ? 1 : 0);
    QSettings().setValue(kShowsChecks, wanted);
    Q_EMIT toggled(wanted);
}

}  // namespace actlab::widgets
