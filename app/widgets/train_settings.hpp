#pragma once

#include <QScrollArea>

#include "core/nn/spec.hpp"

namespace actlab::models {
class WorkspaceModel;
}

namespace actlab::widgets {

class TrainDataGroup;
class TrainNetworkGroup;
class TrainOptionsGroup;

/// The column of settings: data, network, training. What is wrong with them stands in the group it is about.
class TrainSettings : public QScrollArea {
    Q_OBJECT

public:
    explicit TrainSettings(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const nn::TrainingSpec& spec);
    void showData(const data::Dataset& data, const data::DataSpec& madeFrom);
    void takeFile(const QString& path);
    void showDataError(const QString& why);
    using QWidget::show;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitContent();
    void showError(const std::optional<data::Error>& error);

    TrainDataGroup* m_data;
    TrainNetworkGroup* m_network;
    TrainOptionsGroup* m_options;
};

}  // namespace actlab::widgets
