#pragma once

#include <QAction>
#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>

#include "app/models/training_session.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/main_window.hpp"
#include "app/widgets/theme.hpp"

namespace actlab::bench {

/// Lets events come, as a program does. (QTest::qWait sleeps 10 ms between looks at them.)
inline void live(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A program with its window, which neither reads nor leaves settings of the person who runs it. Offscreen where
/// nothing else is asked for.
class WholeWindow {
public:
    WholeWindow(int& argc, char** argv) : m_application(prepared(m_home, argc), argv)
    {
        widgets::applyTheme(*qApp, widgets::storedThemeChoice());
        window.resize(1280, 800);
        window.show();
    }

    /// As Ctrl and the number of the page do.
    void go(int page) const
    {
        for (QAction* action : window.findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + page)))
                action->trigger();
        live(600);  // the plot fits itself when the hand rests
    }

    widgets::CurvePlot* seenPlot() const  ///< nullptr where none is seen
    {
        const auto plots = window.findChildren<widgets::CurvePlot*>();
        const auto seen = std::ranges::find_if(plots, [](const auto* plot) { return plot->isVisible(); });
        return seen == plots.end() ? nullptr : *seen;
    }

private:
    static int& prepared(const QTemporaryDir& home, int& argc)
    {
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("XDG_CONFIG_HOME", home.filePath("config").toUtf8());
        qputenv("XDG_DATA_HOME", home.filePath("data").toUtf8());
        return argc;
    }

    const QTemporaryDir m_home;
    const QApplication m_application;

public:
    models::WorkspaceModel workspace;
    models::TrainingSession session;
    widgets::MainWindow window{workspace, session};
};

}  // namespace actlab::bench
