#pragma once

#include <QWidget>

#include "core/nn/spec.hpp"

class QComboBox;
class QSpinBox;

namespace actlab::models {
class WorkspaceModel;
}

namespace actlab::widgets {

class TrainFieldError;
class TrainNumberCombo;

/// How the network learns.
class TrainOptionsGroup : public QWidget {
    Q_OBJECT

public:
    explicit TrainOptionsGroup(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const nn::TrainingSpec& spec);
    void showError(const QString& why);
    using QWidget::show;

private:
    void createRows();
    QWidget* createRare();
    void connectUsual();
    void connectRare();
    template <class Change>
    void edit(const QString& text, Change change, const QString& gesture = {});
    void connectNumber(TrainNumberCombo* combo, const QString& text, double nn::TrainingSpec::*field);
    void showTask(const data::DataSpec& data);

    models::WorkspaceModel& m_workspace;
    QComboBox* m_optimizer;
    TrainNumberCombo* m_learningRate;
    QSpinBox* m_batch;
    QSpinBox* m_epochs;
    QComboBox* m_loss;
    QComboBox* m_schedule = nullptr;
    TrainNumberCombo* m_dropout = nullptr;
    TrainNumberCombo* m_l1 = nullptr;
    TrainNumberCombo* m_l2 = nullptr;
    TrainNumberCombo* m_clip = nullptr;
    QSpinBox* m_patience = nullptr;
    QComboBox* m_init = nullptr;
    QSpinBox* m_seed = nullptr;
    QComboBox* m_engine = nullptr;
    TrainFieldError* m_error;
};

}  // namespace actlab::widgets
