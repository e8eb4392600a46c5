#pragma once

#include <QWidget>

#include "app/models/runs_model.hpp"

class QPushButton;
class QStackedWidget;

namespace actlab::widgets {

class RunsDialog;
class RunsView;

/// The finished runs of the document in short, and the way to the whole table of them.
class TrainRunsList : public QWidget {
    Q_OBJECT

public:
    explicit TrainRunsList(models::WorkspaceModel& workspace, QWidget* parent = nullptr);
    ~TrainRunsList() override;

    /// The invitation's button is of no use while a run is on.
    void setInviting(bool inviting);

Q_SIGNALS:
    void firstRunAsked();
    /// The person wants the settings of this run again.
    void settingsAsked(std::size_t run);
    /// The person wants this very run once more.
    void againAsked(std::size_t run);
    /// The person wants to take this run home.
    void exportAsked(std::size_t run);
    void exportTableAsked();

private:
    QWidget* createHeading();
    QWidget* createInvitation();
    void passOn(RunsView& view);
    void openTable();
    void followRuns();

    models::WorkspaceModel& m_workspace;
    models::RunsModel m_runs;
    QPushButton* m_start = nullptr;
    QWidget* m_open = nullptr;
    QStackedWidget* m_stack;
    RunsView* m_view;
    RunsDialog* m_table = nullptr;  ///< made when it is first wanted
};

}  // namespace actlab::widgets
