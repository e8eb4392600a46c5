#pragma once

#include <QWidget>

#include "core/nn/spec.hpp"

class QSpinBox;

namespace actlab::models {
class WorkspaceModel;
}

namespace actlab::widgets {

class NumberSlider;
class TrainDataPicker;
class TrainFieldError;

/// Which data a run learns from.
class TrainDataGroup : public QWidget {
    Q_OBJECT

public:
    explicit TrainDataGroup(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const data::DataSpec& spec);
    void showError(const QString& why);
    using QWidget::show;

private:
    void createRows();
    QWidget* createRare();
    void connectRows();
    void choose(const QString& name);
    void edit(const QString& text, const QString& gesture, std::function<void(data::DataSpec&)> change);

    models::WorkspaceModel& m_workspace;
    TrainDataPicker* m_picker;
    NumberSlider* m_noise;
    NumberSlider* m_share;
    QSpinBox* m_samples = nullptr;
    QSpinBox* m_seed = nullptr;
    TrainFieldError* m_error;
};

}  // namespace actlab::widgets
