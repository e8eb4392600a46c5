#pragma once

#include "app/widgets/main_window.hpp"

#include "app/models/unsaved_work.hpp"
#include "app/widgets/message_bar.hpp"
#include "app/widgets/theme.hpp"
#include "tests/app/models/scripted_training.hpp"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>
#include <QTest>
#include <QTimer>
#include <gtest/gtest.h>

namespace actlab::widgets {

/// A whole window with a scripted training.
class MainWindowBench : public ::testing::Test {
protected:
    static void SetUpTestSuite() { applyTheme(*qApp, ThemeChoice::Light); }
    void SetUp() override
    {
        QSettings().clear();
        models::takeUnsaved();
        window = std::make_unique<MainWindow>(workspace, session);
        window->show();
        QApplication::setActiveWindow(window.get());
    }
    void TearDown() override { applyTheme(*qApp, ThemeChoice::Light); }

    template <class View>
    bool isShown() const
    {
        const auto* view = window->findChild<View*>();
        return view && view->isVisible();
    }
    QAction* action(const char* name) const
    {
        auto* found = window->findChild<QAction*>(name);
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QLineEdit* field(const char* accessibleName) const
    {
        for (auto* each : window->findChildren<QLineEdit*>())
            if (each->accessibleName() == accessibleName)
                return each;
        ADD_FAILURE() << accessibleName;
        return nullptr;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : window.get(), key, modifiers);
    }
    void edit(const char* formula)
    {
        workspace.edit("edit", [=](workspace::Document& document) { document.draft.definition.formula = formula; });
    }
    std::string draft() const { return workspace.document().draft.definition.formula; }
    QString message() const
    {
        const auto* bar = window->findChild<MessageBar*>();
        return bar->isVisible() ? bar->findChild<QLabel*>()->text() : QString();
    }
    /// Presses a button of the question that is about to open.
    void answerNext(QMessageBox::StandardButton answer)
    {
        QTimer::singleShot(0, window.get(), [this, answer] {
            auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (question) {
                wasAsked = true;
                question->button(answer)->click();
            }
        });
    }

    models::ScriptedTraining training;
    models::WorkspaceModel workspace;
    models::TrainingSession session{nullptr, training.train()};
    std::unique_ptr<MainWindow> window;
    bool wasAsked = false;
};

}  // namespace actlab::widgets
