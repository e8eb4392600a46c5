#pragma once

#include "app/models/workspace_model.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_view.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {

/// A Train view whose network is trained by a script, and fingers to use it with.
class TrainViewBench : public ::testing::Test {
protected:
    static void SetUpTestSuite() { applyTheme(*qApp, ThemeChoice::Light); }

    void open(models::TrainingScript script = {})
    {
        training = models::ScriptedTraining(script);
        openOver(std::make_unique<models::TrainingSession>(nullptr, training.train()));
    }
    /// With the real training.
    void openReal() { openOver(std::make_unique<models::TrainingSession>()); }
    void openOver(std::unique_ptr<models::TrainingSession> trained)
    {
        workspace.edit("set up", [](workspace::Document& document) { document.training = models::smallSpec(); });
        session = std::move(trained);
        view = std::make_unique<TrainView>(workspace, *session);
        view->resize(1280, 720);
        view->show();
    }

    template <class Widget>
    Widget* find(const char* name) const
    {
        auto* found = view->findChild<Widget*>(name);
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void click(const char* name) const { QTest::mouseClick(find<QWidget>(name), Qt::LeftButton); }
    QString text(const char* name) const { return find<QLabel>(name)->text(); }
    QString buttonText(const char* name) const { return find<QAbstractButton>(name)->text(); }
    bool reaches(models::TrainingSession::State state) const
    {
        return models::waitUntil([&] { return session->state() == state; });
    }
    bool trains(std::size_t epochs) const
    {
        return models::waitUntil([&] { return session->history().size() > epochs; });
    }
    const nn::TrainingSpec& spec() const { return workspace.document().training; }
    void editSpec(const std::function<void(nn::TrainingSpec&)>& change)
    {
        workspace.edit("edit", [&](workspace::Document& document) { change(document.training); });
    }

    models::ScriptedTraining training;
    models::WorkspaceModel workspace;
    std::unique_ptr<models::TrainingSession> session;
    std::unique_ptr<TrainView> view;
};

}  // namespace actlab::widgets
