#pragma once

#include <utility>

#include "app/models/workspace_model.hpp"

namespace actlab::widgets {

/// One edit of the document's training settings. `change` takes an nn::TrainingSpec&.
template <class Change>
void editTraining(models::WorkspaceModel& workspace, const QString& text, Change change, const QString& gesture = {})
{
    workspace.edit(
        text, [change = std::move(change)](workspace::Document& document) { change(document.training); }, gesture);
}

}  // namespace actlab::widgets
