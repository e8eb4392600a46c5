#pragma once

#include <QDialog>

#include "app/models/race_session.hpp"
#include "app/models/workspace_model.hpp"
#include "app/widgets/figure_menu.hpp"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace actlab::widgets {

class RacePlot;
class RaceRunners;
class RaceTable;
class TrainFieldError;

/// A window beside Train: the network of its settings, trained with one activation after the other from the same
/// weights and on the same batches, over several seeds.
class RaceDialog : public QDialog {
    Q_OBJECT

public:
    RaceDialog(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    FigurePlace figure();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    QLayout* createLeft();
    QLayout* createRight();
    void connectControls();
    nn::RaceSpec raceOfSettings() const;
    void startOrStop();
    void showDocument();
    void showReadiness();
    void showResult();
    void showProgress();

    models::WorkspaceModel& m_workspace;
    QLabel* m_about;
    RaceRunners* m_runners;
    QSpinBox* m_seeds;
    QCheckBox* m_tunes;
    TrainFieldError* m_error;
    QPushButton* m_start;
    QPushButton* m_copy;
    RacePlot* m_plot;
    RaceTable* m_table;
    QLabel* m_verdict;
    QProgressBar* m_progress;
    models::RaceSession m_session;  // last: stops and joins before what it uses dies
};

}  // namespace actlab::widgets
