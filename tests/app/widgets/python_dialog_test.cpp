#include "app/widgets/python_dialog.hpp"

#include "app/widgets/python_text.hpp"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

const QString kBad = "import os\n\ndef f(x):\n    return os.getpid() * x\n";

class PythonDialogTest : public ::testing::Test {
protected:
    void open(const QString& text)
    {
        dialog = new PythonDialog(text, models::readPython(text), &owner);
        dialog->open();
    }
    PythonText& text() const { return *dialog->findChild<PythonText*>(); }
    QListWidget& refused() const { return *dialog->findChild<QListWidget*>("refused"); }
    QPushButton& take() const { return *dialog->findChild<QPushButton*>("take"); }
    QString marked(int selection) const { return text().extraSelections()[selection].cursor.selectedText(); }

    QWidget owner;
    PythonDialog* dialog = nullptr;  // its owner's
};

TEST_F(PythonDialogTest, marksEveryRefusedPlaceAndSaysWhy)
{
    open(kBad);
    ASSERT_EQ(text().extraSelections().size(), 4);  // of each place its line and its word
    EXPECT_EQ(marked(1), "os");
    EXPECT_EQ(marked(3), "os");
    ASSERT_EQ(refused().count(), 2);
    EXPECT_TRUE(refused().item(0)->text().startsWith("Line 1:"));
    EXPECT_TRUE(refused().item(1)->text().startsWith("Line 4:"));
    EXPECT_FALSE(take().isEnabled());
}

TEST_F(PythonDialogTest, goesToThePlaceOfTheReasonThatIsClicked)
{
    open(kBad);
    const QRect row = refused().visualItemRect(refused().item(1));
    QTest::mouseClick(refused().viewport(), Qt::LeftButton, {}, row.center());
    EXPECT_EQ(text().textCursor().blockNumber(), 3);
    EXPECT_EQ(text().textCursor().positionInBlock(), 11);
}

TEST_F(PythonDialogTest, readsAgainWhatIsCorrected)
{
    open(kBad);
    QSignalSpy chosen(dialog, &PythonDialog::chosen);
    text().selectAll();
    QTest::keyClicks(&text(), "f = lambda x: 2*x");
    ASSERT_TRUE(QTest::qWaitFor([this] { return take().isEnabled() && refused().count() == 0; }));
    EXPECT_TRUE(text().extraSelections().isEmpty());
    QTest::mouseClick(&take(), Qt::LeftButton);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].value<models::PythonFunction>().activation->definition().formula, "2*x");
}

TEST_F(PythonDialogTest, takesWhatTheTextSaysNowAndNotWhatItSaidBefore)
{
    open("def f(x): return x\ndef g(x): return -x\n");
    QSignalSpy chosen(dialog, &PythonDialog::chosen);
    text().selectAll();
    QTest::keyClicks(&text(), "f = lambda x: 5*x");
    QTest::mouseClick(&take(), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return chosen.count() == 1; }));
    EXPECT_EQ(chosen[0][0].value<models::PythonFunction>().activation->definition().formula, "5*x");
}

TEST_F(PythonDialogTest, keepsWhatIsChosenWhileTheTextChanges)
{
    open("def f(x): return x\ndef g(x): return -x\n");
    auto* list = dialog->findChild<QListWidget*>("functions");
    list->setCurrentRow(1);
    text().moveCursor(QTextCursor::Start);
    QTest::keyClicks(&text(), "h = lambda x: x");
    QTest::keyClick(&text(), Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return list->count() == 3; }));
    EXPECT_EQ(list->currentRow(), 2);
}

}  // namespace
}  // namespace actlab::widgets
