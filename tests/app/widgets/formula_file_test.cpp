#include "app/widgets/formula_file.hpp"

#include "app/widgets/math_layout.hpp"
#include "app/widgets/math_outline.hpp"
#include "app/widgets/math_reading.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

QPainterPath outline()
{
    return outlineOf(layOut(readForDisplay("x^2/(1 + sqrt(x))").value(), mathExtent, 18).value());
}

QByteArray written(const char* name)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    EXPECT_EQ(writeFormula(outline(), path), std::nullopt);
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

TEST(FormulaFile, writesSvgAndPdfAsOutlinesWithoutFontsOrPixels)
{
    const QByteArray svg = written("f.svg");
    EXPECT_TRUE(svg.contains("<path"));
    EXPECT_FALSE(svg.contains("<image") || svg.contains("<text"));
    const QByteArray pdf = written("f.pdf");
    EXPECT_TRUE(pdf.startsWith("%PDF"));
    EXPECT_FALSE(pdf.contains("/Subtype /Image") || pdf.contains("/FontFile"));
}

TEST(FormulaFile, writesPixelsLargeEnoughToPrint)
{
    const QImage image = QImage::fromData(written("f.png"));
    EXPECT_GT(image.height(), 150);
    EXPECT_EQ(image.pixelColor(0, 0), QColor(Qt::white));
}

TEST(FormulaFile, saysWhatIsWrongWithAName)
{
    EXPECT_TRUE(writeFormula(outline(), "f.doc").value().contains(".svg"));
    EXPECT_TRUE(writeFormula(outline(), "/nowhere/f.svg").value().contains("cannot be written"));
}

}  // namespace
}  // namespace actlab::widgets
