#pragma once

#include "app/models/python_reading.hpp"
#include "app/models/workspace_model.hpp"

namespace actlab::models {

/// Makes the function the draft: formula, parameters, name and, where wanted, its gradient, as one step to undo.
void takeIntoDraft(WorkspaceModel& workspace, const PythonFunction& function, bool withGradient);

}  // namespace actlab::models
