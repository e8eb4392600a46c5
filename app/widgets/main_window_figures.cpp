// What the menus do with the plot that is in sight.
#include "app/widgets/main_window.hpp"

#include "app/widgets/compose_view.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/message_bar.hpp"

#include <QStackedWidget>

namespace actlab::widgets {

void MainWindow::exportFigure()
{
    if (m_stack->currentWidget() == m_explore)
        m_explore->saveFigure();
    else if (m_stack->currentWidget() == m_compose)
        m_compose->saveFigure();
    else
        m_message->say(tr("Explore and Compose have figures to export: go there first."));
}

void MainWindow::saveReport()
{
    if (m_stack->currentWidget() == m_explore)
        m_explore->saveReport();
    else if (m_stack->currentWidget() == m_compose)
        m_compose->saveReport();
    else
        sayWhereReportsAre();
}

void MainWindow::printReport()
{
    if (m_stack->currentWidget() == m_explore)
        m_explore->printReport();
    else if (m_stack->currentWidget() == m_compose)
        m_compose->printReport();
    else
        sayWhereReportsAre();
}

void MainWindow::sayWhereReportsAre()
{
    m_message->say(tr("A report is on the activation in Explore or Compose: go there first."));
}

/// Where there are none they are shown in Explore.
void MainWindow::toggleChecks()
{
    const bool isInSight = m_stack->currentWidget() == m_explore || m_stack->currentWidget() == m_compose;
    m_explore->checks().showChecks(!isInSight || !m_explore->checks().showsChecks());
    if (!isInSight)
        go(Explore);
}

void MainWindow::fit()
{
    if (m_stack->currentWidget() == m_compose)
        m_compose->fit();
    else
        m_explore->fit();
}

}  // namespace actlab::widgets
