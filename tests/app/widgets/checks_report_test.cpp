#include "app/widgets/checks_report.hpp"

#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextDocument>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

std::shared_ptr<const models::Checked> checked(const std::string& formula)
{
    const auto activation = activation::makeActivation({"test", formula, "", {}}).value();
    models::ChecksModel model;
    model.setActivation(activation);
    return model.upToDate();
}

class ChecksReportTest : public ::testing::Test {
protected:
    void TearDown() override { applyTheme(*qApp, ThemeChoice::Light); }
    QByteArray written(const QString& name) const
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
        return file.readAll();
    }
    static int pagesOf(const QByteArray& pdf) { return pdf.count("/Type /Page\n"); }

    QTemporaryDir folder;
    ChecksReport report{"My softplus", checked("2*log(1 + exp(x)) + a*abs(x)"), {-4, 4}, {-2, 6}};
};

TEST_F(ChecksReportTest, holdsTheFormulaEveryVerdictAndTheFigures)
{
    const QString html = report.html();
    EXPECT_TRUE(html.contains("<h2>My softplus</h2>"));
    EXPECT_TRUE(html.contains("<code>2*log(1 + exp(x)) + a*abs(x)</code> with a = 1"));
    for (const analysis::Verdict& verdict : report.checked->verdicts)
        EXPECT_TRUE(html.contains(QString::fromStdString(verdict.sentence).toHtmlEscaped())) << verdict.sentence;
    EXPECT_EQ(html.count("<img src=\"data:image/png;base64,"), 4) << "formula, curves, formats, layers";
    EXPECT_FALSE(html.contains("src=\"http")) << "nothing outside itself";
}

TEST_F(ChecksReportTest, isTheSameOnWhiteWhenTheWindowIsDark)
{
    const QString light = report.html();
    applyTheme(*qApp, ThemeChoice::Dark);
    EXPECT_EQ(report.html(), light);
}

TEST_F(ChecksReportTest, isOnePageOfPdfHoweverMuchThereIsToSay)
{
    ASSERT_EQ(report.save(folder.filePath("report.pdf")), std::nullopt);
    const QByteArray pdf = written("report.pdf");
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_TRUE(pdf.trimmed().endsWith("%%EOF"));
    EXPECT_EQ(pagesOf(pdf), 1);
    report.checked = checked("abs(abs(abs(abs(x) - 4) - 2) - 1) + log(1 + exp(x)) + 1/(1 + exp(-x))");
    ASSERT_EQ(report.save(folder.filePath("long.pdf")), std::nullopt);
    EXPECT_EQ(pagesOf(written("long.pdf")), 1);
}

TEST_F(ChecksReportTest, isScaledUntilAllOfItIsOnThePage)
{
    constexpr QSizeF kPage(2000, 2900);
    for (const int lines : {1, 60, 2'000}) {
        QTextDocument document;
        document.setHtml(QStringLiteral("<p>as much as there is to say</p>").repeated(lines));
        const double scale = layOutOnPage(document, kPage);
        EXPECT_LE(document.size().width() * scale, kPage.width() + 1) << lines;
        EXPECT_LE(document.size().height() * scale, kPage.height() + 1) << lines;
    }
}

TEST_F(ChecksReportTest, isWrittenAsHtml)
{
    ASSERT_EQ(report.save(folder.filePath("report.html")), std::nullopt);
    EXPECT_EQ(QString::fromUtf8(written("report.html")), report.html());
}

TEST_F(ChecksReportTest, leavesNoHalfFileWhereItCannotBeWritten)
{
    const auto missing = report.save(folder.filePath("nowhere/report.pdf"));
    ASSERT_TRUE(missing);
    EXPECT_TRUE(missing->contains("does not exist")) << missing->toStdString();
    QDir(folder.path()).mkdir("folder.html");
    EXPECT_TRUE(report.save(folder.filePath("folder.html")));
    EXPECT_TRUE(report.save(folder.filePath("report.docx"))->contains("must end in .pdf or .html"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList());
}

}  // namespace
}  // namespace actlab::widgets
