#include "app/widgets/main_window.hpp"

#include "app/models/kept_run.hpp"
#include "app/widgets/checks_side.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/document_actions.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/export_dialog.hpp"
#include "app/widgets/header_bar.hpp"
#include "app/widgets/key_priority.hpp"
#include "app/widgets/message_bar.hpp"
#include "app/widgets/race_dialog.hpp"
#include "app/widgets/start_page.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_view.hpp"
#include "core/activation/catalogue.hpp"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace actlab::widgets {

MainWindow::MainWindow(models::WorkspaceModel& workspace, models::TrainingSession& session)
    : m_workspace(workspace), m_session(session), m_documents(new DocumentActions(workspace, this))
{
    createViews();
    createMenus();
    connectViews();
    connectStart();
    connectFiles();
    new KeyPriority(this);
    restoreLayout();
    listNames();
    showTitle();
}

/// The Export dialog asks the plots of the window: it goes first.
MainWindow::~MainWindow()
{
    delete m_export;
}

void MainWindow::createViews()
{
    auto* whole = new QWidget(this);
    m_header = new HeaderBar(whole);
    m_message = new MessageBar(whole);
    m_stack = new QStackedWidget(whole);
    m_start = new StartPage(m_stack);
    for (int place = Explore; place <= Train; ++place)
        m_stack->addWidget(new QWidget(m_stack));  // the view comes when it is wanted
    m_stack->addWidget(m_start);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    setCentralWidget(whole);
}

void MainWindow::connectViews()
{
    m_workspace.setUndoGuard([] { return !QApplication::activePopupWidget(); });
    connect(&m_workspace, &models::WorkspaceModel::documentChanged, this, &MainWindow::follow);
    connect(&m_workspace, &models::WorkspaceModel::pathChanged, this, &MainWindow::showTitle);
    connect(&m_workspace, &models::WorkspaceModel::looked, this, &MainWindow::showTitle);
    connect(&m_workspace.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::showTitle);
    connect(&m_workspace.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showTitle);
    connect(m_header, &HeaderBar::placeChosen, this, &MainWindow::go);
    connect(m_header, &HeaderBar::searched, this, &MainWindow::searched);
    connect(m_header, &HeaderBar::themeToggled, this, &MainWindow::toggleTheme);
    connect(m_header, &HeaderBar::presenterToggled, m_presenter, &QAction::toggle);
    connect(m_documents, &DocumentActions::said, m_message, &MessageBar::say);
    m_documents->setUnfinished({[this] { return m_session.hasBegun() && m_session.history().size() > 1; },
                                [this] { m_session.stopNow(); },
                                [this] { models::keepRun(m_workspace, m_session); }});
}

void MainWindow::connectStart()
{
    const auto showRecent = [this] { m_start->setRecent(DocumentActions::recent()); };
    connect(m_documents, &DocumentActions::recentChanged, this, showRecent);
    connect(m_documents, &DocumentActions::opened, this, [this] {
        m_session.reset();
        if (m_stack->currentIndex() == Start)
            go(Explore);
    });
    connect(m_start, &StartPage::exampleChosen, this, &MainWindow::beginExample);
    connect(m_start, &StartPage::documentChosen, m_documents, qOverload<const QString&>(&DocumentActions::open));
    connect(m_start, &StartPage::openWanted, m_documents, qOverload<>(&DocumentActions::open));
    connect(m_start, &StartPage::emptyWanted, this, [this] { go(Explore); });
    showRecent();
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    resize(1280, 800);
    setMinimumSize(1024, 640);
    restoreGeometry(settings.value("window/geometry").toByteArray());
    go(settings.value("window/place", static_cast<int>(Start)).toInt());
}

void MainWindow::open(const QString& path)
{
    m_documents->open(path);
}

void MainWindow::restoreWork()
{
    m_documents->restore();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_documents->mayClose()) {
        event->ignore();
        return;
    }
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue("window/place", m_stack->currentIndex());
    m_session.reset();
    if (m_export)
        m_export->close();
    event->accept();
}

void MainWindow::go(int place)
{
    place = place < 0 || place > Start ? static_cast<int>(Explore) : place;
    if (place == Explore)
        exploring();
    if (place == Compose)
        composing();
    if (place == Train)
        train();
    m_stack->setCurrentIndex(place);
    m_header->setPlace(m_stack->currentIndex() == Start ? -1 : m_stack->currentIndex());
    for (QAction* action : std::as_const(m_trainActions))
        action->setEnabled(place == Train);
    for (QAction* action : std::as_const(m_curveActions))
        action->setEnabled(place == Explore);
    chooseUndo();
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);  // from now on keys mean the workspace
}

void MainWindow::follow()
{
    if (m_listed != m_workspace.document().custom)
        listNames();
    showTitle();
}

/// Those of the menus. The views have some of their own, which mean something only where they stand.
QList<QAction*> MainWindow::namedActions() const
{
    QList<QAction*> actions = findChildren<QAction*>();
    actions.removeIf([this](const QAction* action) {
        const auto* place = qobject_cast<const QWidget*>(action->parent());
        return action->objectName().isEmpty() || (place && m_stack->isAncestorOf(place));
    });
    return actions;
}

void MainWindow::listNames()
{
    m_listed = m_workspace.document().custom;
    QStringList names;
    for (const auto& own : m_listed)
        names.append(QString::fromStdString(own->name()));
    for (const activation::CatalogueRow& row : activation::catalogueRows())
        names.append(QString::fromUtf8(row.name));
    for (const QAction* action : namedActions())
        names.append(action->objectName());
    std::ranges::stable_sort(names, {}, &QString::size);  // what was typed is most of the name that is meant
    m_header->setSearchable(names);
}

void MainWindow::showTitle()
{
    const QString name = m_workspace.path().isEmpty() ? tr("Untitled") : QFileInfo(m_workspace.path()).fileName();
    setWindowTitle(tr("%1[*] – Activation Lab").arg(name));
    setWindowModified(m_workspace.isModified());
}

void MainWindow::explore(const QString& name)
{
    if (const auto activation = m_workspace.find(name.toStdString())) {
        exploring().showActivation(activation);
        go(Explore);
    }
}

void MainWindow::compose(const activation::ActivationPtr& activation)
{
    m_workspace.edit(tr("Compose from %1").arg(QString::fromStdString(activation->name())),
                     [&](workspace::Document& document) {
                         document.draft.definition = activation->definition();
                         if (activation::findInCatalogue(activation->name()))
                             document.draft.definition.name =
                                 tr("My %1").arg(QString::fromStdString(activation->name())).toStdString();
                     });
    go(Compose);
}

/// In Compose it ends drawing too.
void MainWindow::drawByHand()
{
    models::ComposeSketch& sketch = composing().sketch();
    const bool draws = m_stack->currentWidget() == m_compose && sketch.isOpen();
    go(Compose);
    if (draws)
        sketch.close();
    else
        sketch.open();
}

void MainWindow::trainWith(const activation::ActivationPtr& activation)
{
    if (!activation)
        return;
    m_workspace.edit(tr("Train with %1").arg(QString::fromStdString(activation->name())),
                     [&](workspace::Document& document) {
                         for (nn::Layer& layer : document.training.hidden)
                             layer.activation = activation;
                     });
    go(Train);
}

void MainWindow::searched(const QString& name)
{
    const QList<QAction*> actions = namedActions();
    const auto found = std::ranges::find(actions, name, &QAction::objectName);
    if (found == actions.end())
        return explore(name);
    QAction* action = *found;
    if (m_trainActions.contains(action))
        go(Train);  // where it listens
    if (m_curveActions.contains(action))
        go(Explore);
    action->trigger();
}

void MainWindow::beginExample(const workspace::Example& example)
{
    m_documents->begin(example.document);
    if (!m_workspace.isModified())
        go(static_cast<int>(example.place));
}

void MainWindow::toggleTheme()
{
    const ThemeChoice choice = themeOf(palette()).dark ? ThemeChoice::Light : ThemeChoice::Dark;
    storeThemeChoice(choice);
    applyTheme(*qApp, choice, m_presenter->isChecked());
}

void MainWindow::setPresenter(bool on)
{
    applyTheme(*qApp, storedThemeChoice(), on);
    showSides(!on);
    if (m_train)
        m_train->setSideVisible(!on);
    setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

}  // namespace actlab::widgets
