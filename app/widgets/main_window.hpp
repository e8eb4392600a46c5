#pragma once

#include <QMainWindow>

#include "app/models/training_session.hpp"
#include "app/models/workspace_model.hpp"
#include "app/widgets/figure_menu.hpp"
#include "core/workspace/examples.hpp"

class QStackedWidget;
class QUndoGroup;

namespace actlab::widgets {

class ComposeView;
class DocumentActions;
class ExploreView;
class ExportDialog;
class HeaderBar;
class MessageBar;
class RaceDialog;
class StartPage;
class TrainView;

/// The one window: header, the three workspaces and the start page in a stack, menus.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(models::WorkspaceModel& workspace, models::TrainingSession& session);
    ~MainWindow() override;

    void open(const QString& path);       ///< a document
    void take(const QStringList& paths);  ///< files dropped here: a document, data, or Python to import
    void restoreWork();                   ///< what was not saved when the window was last closed

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    enum Place { Explore, Compose, Train, Start };

    void createViews();
    TrainView& train();
    void openRace();
    void createMenus();
    void createFileMenu();
    void createEditMenu();
    void createUndoGroup();
    void chooseUndo();
    void undo();
    void redo();
    void drawByHand();
    void createViewMenu();
    void createActivationMenu();
    void createTrainMenu();
    void createHelpMenu();
    void connectViews();
    void connectStart();
    void connectFiles();
    ExploreView& exploring();
    ComposeView& composing();
    void connectCompose();
    void joinChecks();
    void put(Place place, QWidget* view);
    void restoreLayout();

    void go(int place);
    void follow();
    QList<QAction*> namedActions() const;
    void listNames();
    void showTitle();
    ExportDialog& exporting();
    void openExport();
    void exportNetwork();
    void addFigures(const std::vector<FigurePlace>& places);
    std::vector<models::Exportable> figuresInSight() const;
    void saveReport();
    void printReport();
    void sayWhereReportsAre();
    bool seesChecks() const;
    void toggleChecks();
    void showSides(bool wanted);
    void fit();
    void explore(const QString& name);
    void compose(const activation::ActivationPtr& activation);
    void trainWith(const activation::ActivationPtr& activation);
    void searched(const QString& name);
    void beginExample(const workspace::Example& example);
    void toggleTheme();
    void setPresenter(bool on);
    void showKeys();
    void showAbout();

    models::WorkspaceModel& m_workspace;
    models::TrainingSession& m_session;
    DocumentActions* m_documents;
    HeaderBar* m_header = nullptr;
    MessageBar* m_message = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    ExploreView* m_explore = nullptr;  // these three are made when they are first wanted
    ComposeView* m_compose = nullptr;
    TrainView* m_train = nullptr;
    QList<QAction*> m_trainActions;  ///< their keys are plain letters, so they listen only in Train
    QList<QAction*> m_curveActions;  ///< what they do is seen in Explore, and so they listen only there
    QAction* m_presenter = nullptr;
    RaceDialog* m_race = nullptr;      ///< made when it is first wanted
    ExportDialog* m_export = nullptr;  ///< see exporting()
    std::vector<FigurePlace> m_figures;
    QUndoGroup* m_undo = nullptr;  ///< the steps of the document, and of the drawing while one draws
    std::vector<activation::ActivationPtr> m_listed;  ///< the person's own activations that the search knows
};

}  // namespace actlab::widgets
