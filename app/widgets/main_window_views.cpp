// The views that are made when they are first wanted: who begins elsewhere does not wait for them.
#include "app/widgets/main_window.hpp"

#include "app/widgets/checks_side.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/export_dialog.hpp"
#include "app/widgets/message_bar.hpp"
#include "app/widgets/race_dialog.hpp"
#include "app/widgets/train_view.hpp"

#include <QAction>
#include <QStackedWidget>
#include <QUndoGroup>

namespace actlab::widgets {

ExploreView& MainWindow::exploring()
{
    if (!m_explore) {
        m_explore = new ExploreView(m_workspace, m_stack);
        m_explore->setSideVisible(!m_presenter->isChecked());
        connect(m_explore, &ExploreView::composeWanted, this, &MainWindow::compose);
        connect(m_explore, &ExploreView::exportWanted, this,
                [this](const auto& activation) { exporting().ask(activation); });
        connect(m_explore, &ExploreView::said, m_message, &MessageBar::say);
        addFigures(m_explore->figures());
        joinChecks();
        put(Explore, m_explore);
    }
    return *m_explore;
}

ComposeView& MainWindow::composing()
{
    if (!m_compose) {
        m_compose = new ComposeView(m_workspace, m_stack);
        m_compose->setSideVisible(!m_presenter->isChecked());
        m_compose->setLive(m_session.hasBegun());
        connectCompose();
        addFigures(m_compose->figures());
        put(Compose, m_compose);
    }
    return *m_compose;
}

void MainWindow::connectCompose()
{
    connect(m_compose, &ComposeView::said, m_message, &MessageBar::say);
    connect(m_compose, &ComposeView::exploreWanted, this, &MainWindow::explore);
    connect(m_compose, &ComposeView::trainWanted, this, [this] { go(Train); });
    connect(&m_compose->python(), &PythonImport::taken, this, [this] { go(Compose); });
    joinChecks();
    connect(&m_session, &models::TrainingSession::stateChanged, m_compose,
            [this] { m_compose->setLive(m_session.hasBegun()); });
    m_undo->addStack(&m_compose->sketch().undoStack());
    connect(&m_compose->sketch(), &models::ComposeSketch::changed, this, &MainWindow::chooseUndo);
}

void MainWindow::joinChecks()
{
    if (!m_explore || !m_compose)
        return;
    connect(&m_explore->checks(), &ChecksSide::toggled, &m_compose->checks(), &ChecksSide::showChecks);
    connect(&m_compose->checks(), &ChecksSide::toggled, &m_explore->checks(), &ChecksSide::showChecks);
}

void MainWindow::put(Place place, QWidget* view)
{
    delete m_stack->widget(place);
    m_stack->insertWidget(place, view);
}

TrainView& MainWindow::train()
{
    if (!m_train) {
        m_train = new TrainView(m_workspace, m_session, m_stack);
        m_train->setSideVisible(!m_presenter->isChecked());
        addFigures(m_train->figures());
        connect(m_train, &TrainView::exportAsked, this,
                [this](std::size_t run) { exporting().ask(models::keyOfRun(run)); });
        connect(m_train, &TrainView::exportTableAsked, this, [this] { exporting().ask(models::kRunsTable); });
        connect(m_train, &TrainView::raceAsked, this, &MainWindow::openRace);
        put(Train, m_train);
    }
    return *m_train;
}

void MainWindow::openRace()
{
    if (!m_race) {
        m_race = new RaceDialog(m_workspace, this);
        addFigures({m_race->figure()});
    }
    m_race->show();
    m_race->raise();
    m_race->activateWindow();
}

}  // namespace actlab::widgets
