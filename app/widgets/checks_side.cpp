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
      m_checks(checks)
{
    m_stack->addWidget(own);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_switch, 0, Qt::AlignLeft);
    column->addWidget(m_stack, 1);
    connect(m_switch, &SegmentedSwitch::chosen, this, [this](int index) { showChecks(index == 1); });
    show(QSettings().value(kShowsChecks, false).toBool());
}

ChecksPanel& ChecksSide::panel()
{
    if (!m_panel) {
        m_stack->addWidget(m_panel = new ChecksPanel(m_checks, m_stack));
        connect(m_panel, &ChecksPanel::cureWanted, this, &ChecksSide::cureWanted);
        connect(m_panel, &ChecksPanel::pointed, this, &ChecksSide::pointed);
        connect(m_panel, &ChecksPanel::saveWanted, this, &ChecksSide::saveWanted);
        connect(m_panel, &ChecksPanel::printWanted, this, &ChecksSide::printWanted);
    }
    return *m_panel;
}

bool ChecksSide::showsChecks() const
{
    return m_stack->currentIndex() == 1;
}

void ChecksSide::showChecks(bool wanted)
{
    const bool isNew = wanted != showsChecks();
    show(wanted);
    if (!isNew)
        return;
    QSettings().setValue(kShowsChecks, wanted);
    Q_EMIT toggled(wanted);
}

void ChecksSide::show(bool checks)
{
    m_switch->setCurrent(checks ? 1 : 0);
    if (checks)
        m_stack->setCurrentWidget(&panel());
    else
        m_stack->setCurrentIndex(0);
}

}  // namespace actlab::widgets
