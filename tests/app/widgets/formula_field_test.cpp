#include "app/widgets/formula_field.hpp"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

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
