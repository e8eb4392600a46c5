#include "tests/app/widgets/main_window_bench.hpp"

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/explore_view.hpp"
#include "app/widgets/export_dialog.hpp"
#include "core/workspace/run_formats.hpp"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>

namespace actlab::widgets {

namespace {

class MainWindowExport : public MainWindowBench {
protected:
    void press(const char* action) const
    {
        auto* found = window->findChild<QAction*>(QString::fromLatin1(action));
        ASSERT_NE(found, nullptr) << action;
        found->trigger();
    }
    ExportDialog* dialog() const { return window->findChild<ExportDialog*>(); }
    QString chosen(const char* list) const
    {
        const auto* item = dialog()->findChild<QListWidget*>(QString::fromLatin1(list))->currentItem();
        return item ? item->text() : QString();
    }
    QStringList offered() const
    {
        QStringList names;
        const auto* list = dialog()->findChild<QListWidget*>("export-subjects");
        for (int row = 0; row < list->count(); ++row)
            names.append(list->item(row)->text());
        return names;
    }
    /// Chooses from the context menu of the curves in Explore.
    void choose(const QString& entry) const
    {
        auto* plot = window->findChild<ExploreView*>()->findChild<CurvePlot*>();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, plot->rect().center(),
                                plot->mapToGlobal(plot->rect().center()));
        QApplication::sendEvent(&plot->surface(), &asked);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        ASSERT_NE(menu, nullptr);
        for (QAction* action : menu->actions())
            if (action->text() == entry) {
                action->trigger();
                menu->close();
                return;
            }
        ADD_FAILURE() << entry.toStdString();
    }
};

}  // namespace

TEST_F(MainWindowExport, beginsWithWhatTheWorkspaceInSightIsAbout)
{
    press("Explore");
    press("Export");
    ASSERT_NE(dialog(), nullptr);
    EXPECT_TRUE(dialog()->isVisible());
    EXPECT_EQ(chosen("export-subjects").toStdString(), workspace.document().plot.shown.front().activation->name());
    dialog()->close();
    press("Compose");
    press("Export");
    EXPECT_EQ(chosen("export-subjects").toStdString(), workspace.document().draft.definition.name);
}

TEST_F(MainWindowExport, offersTheFiguresThatAreInSight)
{
    press("Explore");
    press("Export");
    EXPECT_TRUE(offered().contains("Curves of GELU")) << offered().join(", ").toStdString();
    dialog()->close();
    press("Train");
    press("Export");
    EXPECT_TRUE(offered().contains("Loss") && offered().contains("Accuracy") && offered().contains("Network"))
        << offered().join(", ").toStdString();
    EXPECT_FALSE(offered().contains("Curves of GELU"));
}

TEST_F(MainWindowExport, offersTheNetworkOfARunThatIsOver)
{
    press("Export network");
    EXPECT_EQ(dialog(), nullptr) << "there is none yet";
    workspace.edit("set up", [](workspace::Document& document) { document.training = models::smallSpec(); });
    press("Train");
    press("Start or pause");
    ASSERT_TRUE(models::waitUntil([&] { return session.history().size() > 3; }));
    press("Stop");
    ASSERT_TRUE(models::waitUntil([&] { return !workspace.document().runs.empty(); }));
    press("Export network");
    ASSERT_NE(dialog(), nullptr);
    EXPECT_TRUE(chosen("export-subjects").startsWith(QString::fromStdString(workspace.document().runs.back().name)));
    EXPECT_EQ(chosen("export-formats").toStdString(), workspace::runFormats().front().title);
}

TEST_F(MainWindowExport, copiesAFigureFromTheMenuOfItsPlot)
{
    press("Explore");
    QApplication::clipboard()->clear();
    choose("Copy figure");
    EXPECT_TRUE(QApplication::clipboard()->mimeData()->hasFormat("image/png"));
    EXPECT_TRUE(QApplication::clipboard()->mimeData()->hasFormat("image/svg+xml"));
}

TEST_F(MainWindowExport, opensWithTheFigureOrItsNumbersFromTheMenuOfItsPlot)
{
    press("Explore");
    choose("Save figure…");
    ASSERT_NE(dialog(), nullptr);
    EXPECT_EQ(chosen("export-subjects"), "Curves of GELU");
    EXPECT_TRUE(chosen("export-formats").startsWith("PNG"));
    choose("Save numbers as CSV…");
    EXPECT_TRUE(chosen("export-formats").startsWith("CSV"));
}

}  // namespace actlab::widgets
