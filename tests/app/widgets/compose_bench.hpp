#pragma once

#include "app/widgets/compose_view.hpp"
#include "app/widgets/curve_plot.hpp"
#include "app/widgets/formula_field.hpp"

#include "core/analysis/piece_map.hpp"

#include <QMenu>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {

/// A Compose workspace that is seen, and the hand that works in it.
class ComposeBench : public ::testing::Test {
protected:
    void SetUp() override
    {
        view.resize(1280, 720);
        view.show();
    }

    CurvePlot& plot() const { return *view.findChild<CurvePlot*>(); }
    QWidget& surface() const { return plot().surface(); }
    std::string formula() const { return workspace.document().draft.definition.formula; }
    int steps() { return workspace.undoStack().count(); }
    analysis::PieceMap pieces() const
    {
        return *activation::makeActivation(workspace.document().draft.definition).value();
    }
    /// Begins anew with this formula in sight, and with nothing to undo.
    void begin(const char* text)
    {
        workspace::Document document = workspace.document();
        document.draft.definition.formula = text;
        document.draft.definition.parameters.clear();
        workspace.reset(std::move(document));
        view.fit();
    }

    QPoint pixel(QPointF value) const { return plot().toPixel(value).toPoint(); }
    void press(QPoint at) const { QTest::mousePress(&surface(), Qt::LeftButton, {}, at); }
    void move(QPoint to, Qt::KeyboardModifiers keys = {}) const
    {
        QMouseEvent event(QEvent::MouseMove, to, surface().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, keys);
        QApplication::sendEvent(&surface(), &event);
    }
    void release(QPoint at) const { QTest::mouseRelease(&surface(), Qt::LeftButton, {}, at); }
    /// By way of four places in between.
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers keys = {}) const
    {
        const QPoint start = pixel(from), end = pixel(to);
        press(start);
        for (int step = 1; step <= 4; ++step)
            move(start + (end - start) * step / 4, keys);
        release(end);
    }

    /// Clicks on an item of the menu that is open, or of one of its submenus.
    static void choose(QMenu& menu, const QString& submenu, const QString& words)
    {
        QMenu* place = &menu;
        if (!submenu.isEmpty()) {
            QAction* opener = actionOf(menu, submenu);
            ASSERT_TRUE(opener && opener->menu()) << submenu.toStdString();
            place = opener->menu();
            menu.setActiveAction(opener);
            ASSERT_TRUE(QTest::qWaitFor([&] { return place->isVisible(); }));
        }
        QAction* action = actionOf(*place, words);
        ASSERT_TRUE(action && action->isEnabled()) << words.toStdString();
        QTest::mouseClick(place, Qt::LeftButton, {}, place->actionGeometry(action).center());
    }
    static QAction* actionOf(const QMenu& menu, const QString& words)
    {
        for (QAction* action : menu.actions())
            if (action->text().startsWith(words))
                return action;
        return nullptr;
    }
    static QMenu* openMenu()
    {
        QMenu* menu = nullptr;
        EXPECT_TRUE(
            QTest::qWaitFor([&] { return (menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())); }));
        return menu;
    }

    models::WorkspaceModel workspace;
    ComposeView view{workspace};
};

}  // namespace actlab::widgets
