#pragma once

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <functional>
#include <gtest/gtest.h>

#include "app/widgets/compose_sketch_surface.hpp"
#include "app/widgets/compose_view.hpp"
#include "app/widgets/curve_plot.hpp"

namespace actlab::widgets {

/// A Compose workspace with a hand that draws on it.
class SketchBench : public ::testing::Test {
protected:
    void SetUp() override
    {
        view.resize(1280, 720);
        view.show();
        QApplication::setActiveWindow(&view);  // shortcuts ask for one
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
        plot().surface().grab();  // lays out
        plot().setView({-4, 4}, {-2, 2});
    }

    CurvePlot& plot() const { return *view.findChild<CurvePlot*>(); }
    ComposeSketchSurface& sheet() const { return *view.findChild<ComposeSketchSurface*>(); }
    models::ComposeSketch& sketch() { return view.sketch(); }
    template <class Widget>
    Widget& find(const char* name) const
    {
        return *view.findChild<Widget*>(name);
    }
    const activation::Definition& draft() const { return workspace.document().draft.definition; }

    void open() const { find<QToolButton>("compose-draw").click(); }
    QPoint pixel(double x, double y) const { return plot().toPixel({x, y}).toPoint(); }
    void click(double x, double y) const { QTest::mouseClick(&sheet(), Qt::LeftButton, {}, pixel(x, y)); }
    /// A button down, so many moves, and up.
    void drag(const std::function<QPoint(double)>& way, Qt::MouseButton button = Qt::LeftButton,
              int moves = 120) const
    {
        QTest::mousePress(&sheet(), button, {}, way(0));
        for (int i = 1; i <= moves; ++i)
            moveTo(way(static_cast<double>(i) / moves), button);
        QTest::mouseRelease(&sheet(), button, {}, way(1));
    }
    void stroke(const std::function<double(double)>& f, double from = -3.5, double to = 3.5) const
    {
        drag([&](double part) {
            const double x = from + part * (to - from);
            return pixel(x, f(x));
        });
    }
    /// QTest's own move carries no button.
    void moveTo(QPoint to, Qt::MouseButton held) const
    {
        QMouseEvent event(QEvent::MouseMove, to, sheet().mapToGlobal(QPointF(to)), Qt::NoButton, held, {});
        QCoreApplication::sendEvent(&sheet(), &event);
    }
    bool settles()
    {
        constexpr int kPatience = 600'000;  // ms: a worker at nice 10 on a machine that is full
        return QTest::qWaitFor([this] { return !sketch().isSearching(); }, kPatience);
    }

    models::WorkspaceModel workspace;
    ComposeView view{workspace};
};

}  // namespace actlab::widgets
