#include "app/widgets/formula_picture.hpp"

#include "app/models/compose_model.hpp"
#include "app/widgets/formula_box.hpp"

#include <QCoreApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {
namespace {

class FormulaPictureTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        box.resize(900, 160);
        box.show();
    }
    FormulaPicture& picture() const { return *box.findChild<FormulaPicture*>(); }

    models::WorkspaceModel workspace;
    models::ComposeModel model{workspace};
    FormulaBox box{model};
};

TEST_F(FormulaPictureTest, followsTheTextWhileItIsRight)
{
    model.setFormula("x^2/a");
    EXPECT_TRUE(picture().isVisible());
    EXPECT_EQ(picture().latex(), "\\frac{x^{2}}{a}");
    model.setFormula("x + 1");
    EXPECT_EQ(picture().latex(), "x + 1");
}

TEST_F(FormulaPictureTest, staysInGreyWhileTheTextIsWrong)
{
    model.setFormula("x + 1");
    model.setFormula("x + ");
    EXPECT_TRUE(picture().isVisible());
    EXPECT_TRUE(picture().isStale());
    EXPECT_EQ(picture().latex(), "x + 1");
    model.setFormula("x + 2");
    EXPECT_FALSE(picture().isStale());
}

TEST_F(FormulaPictureTest, isNotThereWithoutAFormula)
{
    model.setFormula("x + 1");
    model.setFormula("");
    EXPECT_FALSE(picture().isVisible());
}

TEST_F(FormulaPictureTest, setsAFormulaThatChangesAllTheTimeNowAndThenAndTheLastOneAtTheEnd)
{
    QTest::qWait(150);
    const QSignalSpy set(&picture(), &FormulaPicture::laidOut);
    for (int i = 0; i < 20; ++i)
        model.setFormula(QStringLiteral("x + %1").arg(i));
    EXPECT_EQ(set.count(), 1);
    model.setFormula("x/" + QString(30, '7'));
    EXPECT_TRUE(QTest::qWaitFor([&] { return set.count() == 2; }));
    const int height = picture().height();
    QTest::qWait(150);
    EXPECT_EQ(set.count(), 2);
    EXPECT_EQ(picture().height(), height);
}

TEST_F(FormulaPictureTest, scrollsWhatIsTooWideToBeRead)
{
    QString sum = "x";
    for (int i = 2; i < 90; ++i)
        sum += QStringLiteral(" + x^%1").arg(i);
    model.setFormula(sum);
    EXPECT_TRUE(QTest::qWaitFor([this] { return picture().horizontalScrollBar()->maximum() > 0; }));
    EXPECT_LT(picture().height(), 100);
    model.setFormula("x");
    EXPECT_TRUE(QTest::qWaitFor([this] { return picture().horizontalScrollBar()->maximum() == 0; }));
}

}  // namespace
}  // namespace actlab::widgets
