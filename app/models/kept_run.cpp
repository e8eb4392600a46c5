#include "app/models/kept_run.hpp"

namespace actlab::models {

void keepRun(WorkspaceModel& workspace, const TrainingSession& session)
{
    if (session.history().empty())
        return;
    // A result, and no step of the person's to undo; but a document that lies in a file differs from it now.
    if (!workspace.path().isEmpty())
        workspace.undoStack().resetClean();
    workspace::Run run = workspace::makeRun(session.spec(), session.history(), session.outcomeSoFar());
    run.session = session.run();
    workspace.look([&run](workspace::Document& document) { workspace::addRun(document, std::move(run)); });
}

}  // namespace actlab::models
