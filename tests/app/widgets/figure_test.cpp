#include "app/widgets/figure.hpp"

#include "app/widgets/curve_plot.hpp"
#include "app/widgets/theme.hpp"
#include "core/activation/catalogue.hpp"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QMimeData>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::widgets {

namespace {

class FigureTest : public ::testing::Test {
protected:
    void TearDown() override { applyTheme(*qApp, ThemeChoice::Light); }

    static Figure curves()
    {
        CurvePlot plot;
        plot.show({{"GELU", 0, analysis::sampleCurves(*activation::findInCatalogue("GELU"), {-6, 6}, 400, 1)}});
        Figure figure = plot.figure(lightTheme());
        figure.name = "GELU";
        return figure;
    }
    QByteArray written(const QString& file) const
    {
        EXPECT_EQ(writeFigure(curves(), folder.filePath(file), {400, 300}), std::nullopt);
        QFile drawn(folder.filePath(file));
        EXPECT_TRUE(drawn.open(QIODevice::ReadOnly));
        return drawn.readAll();
    }

    QTemporaryDir folder;
};

}  // namespace

TEST_F(FigureTest, isLightInADarkWindow)
{
    applyTheme(*qApp, ThemeChoice::Dark);
    const QImage image = QImage::fromData(written("f.png"));
    EXPECT_EQ(image.size(), QSize(400, 300));
    EXPECT_EQ(image.pixelColor(0, 0), lightTheme().surface);
}

TEST_F(FigureTest, keepsTextAsTextInAnSvg)
{
    const QByteArray svg = written("f.svg");
    EXPECT_GT(svg.count("<text"), 8) << "numbers of two axes, and a legend";
    EXPECT_TRUE(svg.contains(">GELU<") || svg.contains(">GELU")) << svg.toStdString();
    EXPECT_TRUE(svg.contains("viewBox=\"0 0 400 300\""));
}

TEST_F(FigureTest, keepsTextAsTextInAPdf)
{
    const QByteArray pdf = written("f.pdf");
    EXPECT_TRUE(pdf.startsWith("%PDF"));
    EXPECT_TRUE(pdf.contains("/MediaBox [0 0 400")) << "as large as asked for, in points";
    EXPECT_TRUE(pdf.contains("/FontFile"));
    EXPECT_TRUE(pdf.contains("/ToUnicode"));
}

TEST_F(FigureTest, isCopiedAsPixelsAndAsLinesAtOnce)
{
    copyPicture(exportableFigure(curves()), {400, 300});
    const QMimeData* offer = QApplication::clipboard()->mimeData();
    EXPECT_EQ(QImage::fromData(offer->data("image/png")).size(), QSize(400, 300));
    EXPECT_TRUE(offer->data("image/svg+xml").contains("<svg"));
    EXPECT_TRUE(offer->data("application/pdf").startsWith("%PDF"));
    EXPECT_TRUE(offer->hasImage());
}

TEST_F(FigureTest, isShownAndCopiedAtSizesThatQtWouldNotReadFromAFile)
{
    const int usual = QImageReader::allocationLimit();
    QImageReader::setAllocationLimit(1);  // megabytes
    EXPECT_TRUE(copyPicture(exportableFigure(curves()), {800, 600}));
    EXPECT_EQ(QApplication::clipboard()->mimeData()->imageData().value<QImage>().size(), QSize(800, 600));
    QImageReader::setAllocationLimit(usual);
    EXPECT_TRUE(exportableFigure(curves()).pixels({1 << 30, 1}).isNull());
}

TEST_F(FigureTest, leavesNothingWhereItCannotBeWritten)
{
    EXPECT_TRUE(writeFigure(curves(), folder.filePath("no/f.svg"), {400, 300})->contains("does not exist"));
    EXPECT_TRUE(writeFigure(curves(), "/dev/full", {400, 300}));
    EXPECT_TRUE(writeFigure(curves(), folder.filePath("f.gif"), {400, 300})->contains(".svg"));
    const auto noRoom = writeFigure(curves(), folder.filePath("f.png"), {1 << 30, 1});
    EXPECT_TRUE(noRoom.value_or(QString()).contains("no room in memory"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

}  // namespace actlab::widgets
