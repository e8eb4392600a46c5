#pragma once

#include "app/models/training_session.hpp"
#include "app/models/workspace_model.hpp"

namespace actlab::models {

/// Brings the session's run into the document, ended or as it stands: again and again the same one run. One without
/// an epoch is none.
void keepRun(WorkspaceModel& workspace, const TrainingSession& session);

}  // namespace actlab::models
