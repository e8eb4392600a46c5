#include "app/widgets/main_window.hpp"

#include "app/widgets/train_network_picture.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QAction>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

TEST(MainWindowTitle, hasAStarForWhatTheFileMissesAndForNothingElse)
{
    const QTemporaryDir folder;
    const models::ScriptedTraining training;
    models::WorkspaceModel workspace;
    models::TrainingSession session{nullptr, training.train()};
    MainWindow window(workspace, session);
    window.findChild<QAction*>("Train")->trigger();
    auto* network = window.findChild<TrainNetworkPicture*>();
    ASSERT_NE(network, nullptr);
    workspace.edit("set up", [](workspace::Document& document) { document.training = models::smallSpec(); });
    EXPECT_TRUE(window.isWindowModified());
    ASSERT_EQ(workspace.save(folder.filePath("mine.actlab")), std::nullopt);
    Q_EMIT network->parameterAsked(3, 0.5, 0.25);
    EXPECT_TRUE(window.isWindowModified()) << "the file holds first weights";
    workspace.undo();
    EXPECT_FALSE(window.isWindowModified());
    workspace.edit("seed", [](workspace::Document& document) { document.training.seed += 1; });
    EXPECT_TRUE(window.isWindowModified());
    workspace.undo();
    EXPECT_FALSE(window.isWindowModified());
    session.step(workspace.document().training);
    ASSERT_TRUE(models::waitUntil([&] { return session.history().size() == 2; }));
    Q_EMIT network->parameterAsked(3, 0.75, 0.25);
    EXPECT_FALSE(window.isWindowModified()) << "no file holds the weights of a run that is on";
    session.stopNow();
    EXPECT_EQ(workspace.document().runs.size(), 1U);
    EXPECT_TRUE(window.isWindowModified()) << "the run is not in the file";
}

}  // namespace
}  // namespace actlab::widgets
