// What the menus do with what is in sight.
#include "app/widgets/main_window.hpp"

#include "app/widgets/checks_side.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/export_dialog.hpp"
#include "app/widgets/message_bar.hpp"
#include "app/widgets/train_view.hpp"

#include <QStackedWidget>

namespace actlab::widgets {

ExportDialog& MainWindow::exporting()
{
    if (!m_export)
        m_export = new ExportDialog(
            m_workspace, [this] { return figuresInSight(); }, this);
    return *m_export;
}

/// What the workspace in sight is about.
void MainWindow::openExport()
{
    const QWidget* place = m_stack->currentWidget();
    if (place == m_train && !m_workspace.document().runs.empty())
        exportNetwork();
    else
        exporting().ask(place == m_compose ? models::kDraft : models::kExplored);
}

/// Of the newest run.
void MainWindow::exportNetwork()
{
    const auto& runs = m_workspace.document().runs;
    if (!runs.empty())
        exporting().ask(models::keyOfRun(runs.back().number));
    else
        m_message->say(tr("There is no network to export yet: train one first."));
}

void MainWindow::addFigures(const std::vector<FigurePlace>& places)
{
    for (const FigurePlace& place : places) {
        m_figures.push_back(place);
        connect(new FigureMenu(place), &FigureMenu::exportWanted, this,
                [this](const QString& key, const QString& format) { exporting().ask(key, format); });
    }
}

std::vector<models::Exportable> MainWindow::figuresInSight() const
{
    std::vector<models::Exportable> figures;
    for (const FigurePlace& place : m_figures)
        if (const Figure figure = place.plot->isVisible() ? place.figure() : Figure(); !figure.isEmpty())
            figures.push_back(exportableFigure(figure));
    return figures;
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

bool MainWindow::seesChecks() const
{
    const QWidget* place = m_stack->currentWidget();
    const ChecksSide* side = place == m_explore   ? &m_explore->checks()
                             : place == m_compose ? &m_compose->checks()
                                                  : nullptr;
    return side && side->isVisible() && side->showsChecks();
}

/// Where there are none they are shown in Explore. The presenter sees the side for as long as the checks are on it.
void MainWindow::toggleChecks()
{
    const bool wanted = !seesChecks();
    if (m_stack->currentWidget() != m_explore && m_stack->currentWidget() != m_compose)
        go(Explore);
    exploring().checks().showChecks(wanted);
    showSides(wanted || !m_presenter->isChecked());
}

/// Of Explore and Compose, as far as there are these.
void MainWindow::showSides(bool wanted)
{
    if (m_explore)
        m_explore->setSideVisible(wanted);
    if (m_compose)
        m_compose->setSideVisible(wanted);
}

void MainWindow::fit()
{
    if (m_stack->currentWidget() == m_compose)
        m_compose->fit();
    else
        exploring().fit();
}

}  // namespace actlab::widgets
