#include "app/widgets/formula_field.hpp"

#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

TEST(FormulaField, showsAllLinesOfAFormulaThatHasBecomeLonger)
{
    applyTheme(*qApp, ThemeChoice::Light);  // type of the size that people see
    QWidget owner;
    auto* field = new FormulaField(&owner);
    (new QVBoxLayout(&owner))->addWidget(field);
    owner.resize(300, 300);
    owner.show();
    field->setFormula("x");
    QCoreApplication::processEvents();
    field->setFormula("{x < -0.25: a*x, x < 0.25: a + 0.2*(x + 0.25) + 0.8*(x + 0.25)^2, x}");
    QTest::qWait(20);
    EXPECT_GT(field->document()->size().height(), 1);
    EXPECT_EQ(field->verticalScrollBar()->value(), 0);
}

TEST(FormulaField, refusesToPasteAMegabyteAndSaysSo)
{
    FormulaField field;
    field.setFormula("x + 1");
    const QSignalSpy refused(&field, &FormulaField::refused);
    QApplication::clipboard()->setText(QString(1'000'000, 'x'));
    field.paste();
    EXPECT_EQ(field.toPlainText(), "x + 1");
    ASSERT_EQ(refused.count(), 1);
    EXPECT_TRUE(refused.front().front().toString().contains("Nothing was pasted"));
}

TEST(FormulaField, pastesWhatIsALittleTooLong)
{
    FormulaField field;
    const QSignalSpy refused(&field, &FormulaField::refused);
    QApplication::clipboard()->setText(QString(5'000, 'x'));
    field.paste();
    EXPECT_EQ(field.toPlainText().size(), 5'000);
    EXPECT_EQ(refused.count(), 0);
}

}  // namespace
}  // namespace actlab::widgets
