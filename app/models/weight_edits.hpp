#pragma once

#include <QObject>
#include <map>

#include "app/models/training_session.hpp"
#include "app/models/workspace_model.hpp"

namespace actlab::models {

/// The weights and biases that a person sets by hand: each is an edit of the run that is on, and a step of the undo
/// stack as long as that run is on. Of a network that has not begun they make another beginning, which waits in
/// State::Edited and follows the settings.
class WeightEdits : public QObject {
    Q_OBJECT

public:
    WeightEdits(WorkspaceModel& workspace, TrainingSession& session, QObject* parent = nullptr);

    /// `before` is what it was when the person took hold of it: edits of one hold are one step.
    void set(std::size_t parameter, float value, float before);
    /// The settings of a network that has not begun may have become others: it begins with them anew, with the same
    /// edits where every number still has its place, and else as if nothing had been edited. `data` are those of
    /// `wanted`; null where they are not there yet.
    void follow(const nn::TrainingSpec& wanted, const std::shared_ptr<const data::Dataset>& data);

private:
    class Step;
    bool isAbout(std::size_t network);
    void put(std::size_t parameter, float value);
    void notice();
    void begin(const nn::TrainingSpec& spec);
    void reset();
    bool keepsPlaces(const nn::TrainingSpec& wanted, const data::Dataset& data) const;

    struct Edited {
        float first, now;
        bool isTakenBack() const { return now == first; }
    };
    WorkspaceModel& m_workspace;
    TrainingSession& m_session;
    std::size_t m_network = 0;  ///< the number of the network that the edits are of
    bool m_acts = false;
    std::size_t m_run = 0;                   ///< its run of the session
    std::map<std::size_t, Edited> m_edited;  ///< of a network that has not begun; redo needs those taken back
};

}  // namespace actlab::models
