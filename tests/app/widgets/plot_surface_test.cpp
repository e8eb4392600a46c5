#include "app/widgets/plot_surface.hpp"

#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

struct Plotted {
    Plotted()
    {
        plot.resize(300, 200);
        plot.setBackground(QColor(30, 40, 50));
        plot.addGraph()->setData({0, 1, 2}, {0, 3, 1});
        plot.rescaleAxes();
        for (QCPAxis* axis : {plot.xAxis, plot.yAxis})
            axis->setTickLabels(false);  // an export writes them anew, the screen takes them from a store
        cursor.point1->setCoords(1, 0);
        cursor.point2->setCoords(1, 3);
        cursor.setLayer(QStringLiteral("overlay"));
    }
    QImage shown()
    {
        plot.grab();  // which lets it know its size
        plot.replot();
        return plot.grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    QImage exported() { return plot.toPixmap().toImage().convertToFormat(QImage::Format_RGB32); }

    PlotSurface plot;
    QCPItemStraightLine& cursor = *new QCPItemStraightLine(&plot);
};

TEST(PlotSurface, showsWhatAnExportShows)
{
    Plotted plotted;
    EXPECT_EQ(plotted.shown(), plotted.exported());
    plotted.plot.setBackground(QColor(250, 250, 240));
    EXPECT_EQ(plotted.shown(), plotted.exported());
    plotted.plot.resize(400, 250);
    EXPECT_EQ(plotted.shown(), plotted.exported());
}

TEST(PlotSurface, showsItsOverlayWhileThereIsOne)
{
    Plotted plotted;
    const QImage with = plotted.shown();
    plotted.cursor.setVisible(false);
    const QImage without = plotted.shown();
    EXPECT_NE(with, without);
    EXPECT_EQ(without, plotted.exported());
    plotted.cursor.setVisible(true);
    EXPECT_EQ(plotted.shown(), with);
}

}  // namespace
}  // namespace actlab::widgets
