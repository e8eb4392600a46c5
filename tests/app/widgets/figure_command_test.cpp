#include "app/widgets/figure_command.hpp"

#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::widgets {

namespace {

class FigureCommand : public ::testing::Test {
protected:
    void TearDown() override { applyTheme(*qApp, ThemeChoice::Light); }

    int draw(const QString& file, const QStringList& options)
    {
        ::testing::internal::CaptureStderr();
        const int status = drawFigure(QStringList{"activation-lab", "--figure", folder.filePath(file)} + options);
        complaint = QString::fromStdString(::testing::internal::GetCapturedStderr());
        return status;
    }
    QByteArray written(const QString& file) const
    {
        QFile drawn(folder.filePath(file));
        EXPECT_TRUE(drawn.open(QIODevice::ReadOnly));
        return drawn.readAll();
    }

    QTemporaryDir folder;
    QString complaint;
};

}  // namespace

TEST_F(FigureCommand, drawsAPictureOfTheSizeThatIsAskedFor)
{
    ASSERT_EQ(draw("f.png", {"--name", "gelu", "--name", "relu", "--size", "400x300"}), 0) << complaint.toStdString();
    const QImage image(folder.filePath("f.png"));
    EXPECT_EQ(image.size(), QSize(400, 300));
    EXPECT_EQ(image.pixelColor(0, 0), lightTheme().surface);
    EXPECT_TRUE(complaint.isEmpty());
}

TEST_F(FigureCommand, drawsOnDarkAndIntoVectors)
{
    ASSERT_EQ(draw("f.png", {"--name", "gelu", "--dark"}), 0);
    EXPECT_EQ(QImage(folder.filePath("f.png")).pixelColor(0, 0), darkTheme().surface);
    ASSERT_EQ(draw("f.svg", {"--expr", "x > 0 ? x : a*x", "--order", "2"}), 0);
    EXPECT_TRUE(written("f.svg").contains("<svg"));
    ASSERT_EQ(draw("f.pdf", {"--name", "tanh", "--lo", "-2", "--hi", "2"}), 0);
    EXPECT_TRUE(written("f.pdf").startsWith("%PDF"));
}

TEST_F(FigureCommand, drawsTheCurveWhereItIs)
{
    ASSERT_EQ(draw("f.png", {"--expr", "x < 0 ? 0 : 4", "--order", "0", "--size", "600x400"}), 0);
    const QImage image(folder.filePath("f.png"));
    const QColor curve = curveColour(0, lightTheme());
    const auto rowOf = [&](int column) {
        for (int row = 0; row < image.height(); ++row)
            if (image.pixelColor(column, row) == curve)
                return row;
        return -1;
    };
    for (const int column : {100, 200, 280})
        EXPECT_GT(rowOf(column), 250) << "low at the left, up to the jump";
    for (const int column : {340, 450, 550})
        EXPECT_TRUE(rowOf(column) >= 0 && rowOf(column) < 150) << "high at the right";
}

TEST_F(FigureCommand, refusesBadInputInOneLine)
{
    const QList<QStringList> bad{{"--name", "no such"},
                                 {"--expr", "tanj(x)"},
                                 {"--name", "gelu", "--order", "3"},
                                 {"--name", "gelu", "--order", "one"},
                                 {"--name", "gelu", "--lo", "5", "--hi", "1"},
                                 {"--name", "gelu", "--lo", "nan"},
                                 {"--name", "gelu", "--lo", "-1e308", "--hi", "1e308"},
                                 {"--name", "gelu", "--lo", "1", "--hi", "1.0000000000000002"},
                                 {"--name", "gelu", "--size", "9x9"},
                                 {"--name", "gelu", "--size", "wide"},
                                 {"--name", "gelu", "--colour", "red"},
                                 {"--name", "gelu", "stray"},
                                 {}};
    for (const QStringList& options : bad) {
        EXPECT_EQ(draw("f.png", options), 2) << options.join(' ').toStdString();
        EXPECT_EQ(complaint.count('\n'), 1) << complaint.toStdString();
        EXPECT_FALSE(QFile::exists(folder.filePath("f.png")));
    }
}

TEST_F(FigureCommand, namesThePlaceInAFormulaAndWhatIsMeant)
{
    draw("f.png", {"--expr", "2*tanj(x)"});
    EXPECT_TRUE(complaint.startsWith("formula:1:3: ")) << complaint.toStdString();
    EXPECT_TRUE(complaint.contains("tanh")) << complaint.toStdString();
}

TEST_F(FigureCommand, refusesPlacesAndKindsItCannotWrite)
{
    EXPECT_EQ(draw("f.gif", {"--name", "gelu"}), 2);
    EXPECT_EQ(draw("no/such/folder/f.png", {"--name", "gelu"}), 2);
    EXPECT_EQ(complaint.count('\n'), 1);
}

TEST(Display, isMissedOnlyWhereNothingNamesOne)
{
    std::string program = "activation-lab", option = "-platform";
    char* arguments[] = {program.data(), option.data()};
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM"), display = qgetenv("DISPLAY"),
                     wayland = qgetenv("WAYLAND_DISPLAY");
    qunsetenv("QT_QPA_PLATFORM"), qunsetenv("DISPLAY"), qunsetenv("WAYLAND_DISPLAY");
    EXPECT_TRUE(lacksDisplay(1, arguments));
    EXPECT_FALSE(lacksDisplay(2, arguments));
    qputenv("WAYLAND_DISPLAY", "wayland-0");
    EXPECT_FALSE(lacksDisplay(1, arguments));
    qputenv("QT_QPA_PLATFORM", platform), qputenv("DISPLAY", display), qputenv("WAYLAND_DISPLAY", wayland);
}

TEST(TintedIcon, isSilentWhereThereIsNoRoom)
{
    ::testing::internal::CaptureStderr();
    EXPECT_TRUE(icon("add").pixmap(QSize(0, 0)).isNull());
    QImage canvas(4, 4, QImage::Format_ARGB32);
    QPainter painter(&canvas);
    icon("add").paint(&painter, QRect(0, 0, 0, 4));
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

}  // namespace actlab::widgets
