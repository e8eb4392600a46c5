#pragma once

#include <QWidget>
#include <vector>

#include "core/nn/spec.hpp"

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace actlab::models {
class WorkspaceModel;
}

namespace actlab::widgets {

class TrainActivationChoices;
class TrainFieldError;
class TrainLayerRow;

/// The hidden layers, and the whole network as one line of text.
class TrainNetworkGroup : public QWidget {
    Q_OBJECT

public:
    explicit TrainNetworkGroup(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const nn::TrainingSpec& spec);
    /// Its inputs and outputs complete the line of text.
    void showData(const data::Dataset& data);
    void showError(const QString& why);
    using QWidget::show;

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow();
    void connectRow(TrainLayerRow* row, std::size_t layer);
    void addLayer();
    void setFull(bool isFull);
    void removeLayer(std::size_t layer);

    models::WorkspaceModel& m_workspace;
    TrainActivationChoices* m_choices;
    std::vector<TrainLayerRow*> m_rows;
    QVBoxLayout* m_rowLayout;
    QPushButton* m_add;
    QLabel* m_sketch;
    QLabel* m_normHint;  ///< where batches are small for it
    QToolButton* m_outputFrozen;
    TrainFieldError* m_error;
};

}  // namespace actlab::widgets
