#include "app/widgets/main_window.hpp"

#include "app/widgets/checks_side.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/document_actions.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/header_bar.hpp"
#include "app/widgets/keys_dialog.hpp"
#include "app/widgets/python_import.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_view.hpp"

#include <QAction>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QUndoGroup>

namespace actlab::widgets {

namespace {

/// A menu entry. Its words are its object name too, by which the search finds it.
template <class Do>
QAction* add(QMenu& menu, const QString& text, const QKeySequence& key, const char* iconName, QObject* owner, Do act)
{
    auto* action = menu.addAction(text);
    action->setObjectName(QString(text).remove('&').remove("…"));
    action->setShortcut(key);
    if (iconName)
        action->setIcon(icon(iconName));
    QObject::connect(action, &QAction::triggered, owner, act);
    return action;
}

}  // namespace

void MainWindow::createMenus()
{
    createFileMenu();
    createEditMenu();
    createViewMenu();
    createActivationMenu();
    createTrainMenu();
    createHelpMenu();
}

void MainWindow::createFileMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&File"));
    DocumentActions* documents = m_documents;
    add(menu, tr("&New document"), QKeySequence::New, "new", this,
        [documents] { documents->begin(workspace::initialDocument()); });
    add(menu, tr("&Open…"), QKeySequence::Open, "open", this, [documents] { documents->open(); });
    QMenu* recent = menu.addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [recent, documents] {
        recent->clear();
        for (const QString& path : DocumentActions::recent())
            recent->addAction(path, documents, [documents, path] { documents->open(path); });
        if (recent->isEmpty())
            recent->addAction(tr("No documents yet"))->setEnabled(false);
    });
    menu.addSeparator();
    add(menu, tr("&Save"), QKeySequence::Save, "save", this, [documents] { documents->save(); });
    add(menu, tr("Save &as…"), QKeySequence::SaveAs, nullptr, this, [documents] { documents->saveAs(); });
    add(menu, tr("&Import Python…"), QKeySequence(Qt::CTRL | Qt::Key_I), nullptr, this,
        [this] { composing().python().askForFile(); });
    add(menu, tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), "export", this, [this] { openExport(); });
    add(menu, tr("Save &report…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), nullptr, this,
        [this] { saveReport(); });
    add(menu, tr("&Print report…"), QKeySequence::Print, nullptr, this, [this] { printReport(); });
    menu.addSeparator();
    add(menu, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), nullptr, this, [this] { close(); });
}

void MainWindow::createEditMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&Edit"));
    createUndoGroup();
    auto* undo = add(menu, tr("&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), "undo", this, [this] { this->undo(); });
    auto* redo = add(menu, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), "redo", this,
                     [this] { this->redo(); });
    const auto follow = [=, steps = m_undo] {
        undo->setEnabled(steps->canUndo());
        redo->setEnabled(steps->canRedo());
        undo->setText(steps->canUndo() ? tr("&Undo: %1").arg(steps->undoText()) : tr("&Undo"));
        redo->setText(steps->canRedo() ? tr("&Redo: %1").arg(steps->redoText()) : tr("&Redo"));
    };
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    connect(m_undo, &QUndoGroup::indexChanged, undo, follow);
    follow();
}

void MainWindow::createUndoGroup()
{
    m_undo = new QUndoGroup(this);
    m_undo->addStack(&m_workspace.undoStack());
    chooseUndo();
}

/// While one draws, undo means the drawing; where that is not seen, the document.
void MainWindow::chooseUndo()
{
    const bool draws = m_compose && m_compose->sketch().isOpen() && m_stack->currentWidget() == m_compose;
    m_undo->setActiveStack(draws ? &m_compose->sketch().undoStack() : &m_workspace.undoStack());
}

void MainWindow::undo()
{
    if (m_undo->activeStack() == &m_workspace.undoStack())
        m_workspace.undo();
    else
        m_undo->undo();
}

void MainWindow::redo()
{
    if (m_undo->activeStack() == &m_workspace.undoStack())
        m_workspace.redo();
    else
        m_undo->redo();
}

void MainWindow::createViewMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&View"));
    add(menu, tr("&Explore"), QKeySequence(Qt::CTRL | Qt::Key_1), "explore", this, [this] { go(Explore); });
    add(menu, tr("&Compose"), QKeySequence(Qt::CTRL | Qt::Key_2), "compose", this, [this] { go(Compose); });
    add(menu, tr("&Train"), QKeySequence(Qt::CTRL | Qt::Key_3), "train", this, [this] { go(Train); });
    auto* checks =
        add(menu, tr("C&hecks"), QKeySequence(Qt::CTRL | Qt::Key_4), nullptr, this, [this] { toggleChecks(); });
    checks->setCheckable(true);
    connect(&menu, &QMenu::aboutToShow, this, [this, checks] { checks->setChecked(seesChecks()); });
    menu.addSeparator();
    add(menu, tr("&Fit the curves"), QKeySequence(Qt::CTRL | Qt::Key_0), "fit", this, [this] { fit(); });
    add(menu, tr("&Search everything"), QKeySequence(Qt::CTRL | Qt::Key_K), "search", this,
        [this] { m_header->focusSearch(); });
    menu.addSeparator();
    add(menu, tr("&Light or dark"), QKeySequence(Qt::CTRL | Qt::Key_D), "moon", this, [this] { toggleTheme(); });
    m_presenter = menu.addAction(icon("presenter"), tr("&Presenter mode"));
    m_presenter->setObjectName(tr("Presenter mode"));
    m_presenter->setShortcut(Qt::Key_F11);
    m_presenter->setCheckable(true);
    connect(m_presenter, &QAction::toggled, this, &MainWindow::setPresenter);
}

void MainWindow::createActivationMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&Activation"));
    const QStringList names{tr("Draw &f"), tr("Draw f&′"), tr("Draw f&″")};
    for (int order = 0; order < 3; ++order) {
        QAction* action = add(menu, names[order], QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + order)),
                              nullptr, this, [this, order] { exploring().toggleOrder(order); });
        action->setCheckable(true);
        m_curveActions.append(action);
    }
    connect(&menu, &QMenu::aboutToShow, this, [this] {
        const workspace::PlotSpec& plot = m_workspace.document().plot;
        m_curveActions[0]->setChecked(plot.value);
        m_curveActions[1]->setChecked(plot.derivative);
        m_curveActions[2]->setChecked(plot.second);
    });
    menu.addSeparator();
    add(menu, tr("&Back to the defaults"), QKeySequence(), "reset", this, [this] { exploring().resetParameters(); });
    add(menu, tr("Draw by &hand"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), "draw", this,
        [this] { drawByHand(); });
    add(menu, tr("&Compose from it"), QKeySequence(), "compose", this, [this] {
        if (const auto selected = exploring().selected())
            compose(selected);
    });
    add(menu, tr("&Train with it"), QKeySequence(), "train", this, [this] { trainWith(exploring().selected()); });
}

void MainWindow::createTrainMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&Train"));
    m_trainActions = {
        add(menu, tr("&Start or pause"), Qt::Key_Space, "play", this, [this] { train().toggle(); }),
        add(menu, tr("One &epoch"), Qt::Key_S, "step", this, [this] { train().step(); }),
        add(menu, tr("&Reset to the first weights"), Qt::Key_R, "reset", this, [this] { train().reset(); }),
        add(menu, tr("S&top"), QKeySequence(), "stop", this, [this] { train().stop(); }),
    };
    menu.addSeparator();
    add(menu, tr("Ra&ce activations…"), QKeySequence(Qt::CTRL | Qt::Key_R), "race", this, [this] { openRace(); });
    add(menu, tr("Export &network…"), QKeySequence(), "export", this, [this] { exportNetwork(); });
}

void MainWindow::createHelpMenu()
{
    QMenu& menu = *menuBar()->addMenu(tr("&Help"));
    add(menu, tr("&Start page"), QKeySequence(), nullptr, this, [this] { go(Start); });
    add(menu, tr("&Keys"), QKeySequence(Qt::Key_Question), "help", this, [this] { showKeys(); });
    add(menu, tr("&About Activation Lab"), QKeySequence(), nullptr, this, [this] { showAbout(); });
}

void MainWindow::showKeys()
{
    composing();  // has keys of its own, as Train has
    train();
    KeysDialog(findChildren<QAction*>(), this).exec();
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Activation Lab"),
        tr("<b>Activation Lab %1</b><p>Explore, compose, check and train with activation functions.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

}  // namespace actlab::widgets
