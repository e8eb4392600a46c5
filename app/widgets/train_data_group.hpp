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
class TrainFeatures;
class TrainFieldError;
class TrainOwnData;

/// Which data a run learns from.
class TrainDataGroup : public QWidget {
    Q_OBJECT

public:
    explicit TrainDataGroup(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const data::DataSpec& spec);
    void showError(const QString& why);
    void showFound(const data::Dataset& data, const data::DataSpec& madeFrom);
    void takeFile(const QString& path);  ///< a table or pictures to learn from
    using QWidget::show;

private:
    void createRows();
    QWidget* createRare();
    void connectRows();
    void choose(const QString& name);
    void chooseOwn(data::DataSpec wanted);
    void edit(const QString& text, const QString& gesture, std::function<void(data::DataSpec&)> change);

    models::WorkspaceModel& m_workspace;
    TrainDataPicker* m_picker;
    TrainOwnData* m_own;
    NumberSlider* m_noise;
    NumberSlider* m_share;
    QSpinBox* m_samples = nullptr;
    QSpinBox* m_seed = nullptr;
    TrainFeatures* m_features;
    TrainFieldError* m_error;
};

}  // namespace actlab::widgets
