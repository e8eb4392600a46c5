#pragma once

#include <QObject>

#include "app/models/training_session.hpp"
#include "app/models/workspace_model.hpp"

namespace actlab::models {

/// The weights and biases that a person sets by hand. Those of a run that is on are edits of it, and steps of the
/// undo stack as long as it is on. Those set before it begins are edits of the document: another beginning, which is
/// shown by a run that waits in State::Edited and follows the settings.
class WeightEdits : public QObject {
    Q_OBJECT

public:
    WeightEdits(WorkspaceModel& workspace, TrainingSession& session, QObject* parent = nullptr);

    /// `before` is what it was when the person took hold of it: edits of one hold are one step. `parameter` is by the
    /// Layout of the network that is on or, where none is, of the one last followed.
    void set(std::size_t parameter, float value, float before);
    /// What a training that began now would be, and its data; null where they are not there yet.
    void follow(const nn::TrainingSpec& wanted, const std::shared_ptr<const data::Dataset>& data);
    /// How many of those in the document have no place in the network last followed.
    std::size_t waiting() const { return m_waiting; }
    /// All that the document has.
    void takeBack();

private:
    class Step;
    void setFirst(std::size_t parameter, float value, float before);
    void showFirst(const nn::TrainingSpec& wanted);
    bool showChanges(const nn::TrainingSpec& wanted);

    WorkspaceModel& m_workspace;
    TrainingSession& m_session;
    nn::TrainingSpec m_shown;                     ///< what waits in State::Edited
    std::shared_ptr<const data::Dataset> m_data;  ///< of what was followed last
    std::size_t m_waiting = 0;
};

}  // namespace actlab::models
