#pragma once

#include <QDialog>

#include "app/models/runs_model.hpp"

class QLabel;
class QLineEdit;

namespace actlab::widgets {

class RunsView;

/// All that is known of the runs, one under the other: sorted, filtered, named and compared. Stands beside the
/// window.
class RunsDialog : public QDialog {
    Q_OBJECT

public:
    RunsDialog(models::WorkspaceModel& workspace, models::RunsModel& model, QWidget* parent = nullptr);
    RunsView& view() { return *m_view; }

private:
    QWidget* createHead();
    QWidget* createButtons();
    void say(const QString& sentence, const QString& step, const QString& none);
    void count();

    models::RunsModel& m_model;
    RunsView* m_view;
    QLineEdit* m_words = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_hint = nullptr;
};

}  // namespace actlab::widgets
