#include "app/widgets/number_slider.hpp"

#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <gtest/gtest.h>

namespace actlab::widgets {

namespace {

struct NumberSliderTest : ::testing::Test {
    NumberSliderTest() { row.show(); }

    NumberSlider row{"a", {.minimum = 0, .maximum = 2}};
    QSlider* slider = row.findChild<QSlider*>();
    QDoubleSpinBox* number = row.findChild<QDoubleSpinBox*>();
    QSignalSpy changes{&row, &NumberSlider::valueChanged};
    QSignalSpy ends{&row, &NumberSlider::gestureEnded};
};

}  // namespace

TEST_F(NumberSliderTest, sliderAndNumberSayTheSame)
{
    slider->setValue(500);
    EXPECT_DOUBLE_EQ(row.value(), 1);
    EXPECT_DOUBLE_EQ(number->value(), 1);
    number->setValue(0.5);
    EXPECT_EQ(slider->value(), 250);
    EXPECT_EQ(changes.count(), 2);
}

TEST_F(NumberSliderTest, isSilentWhenTheProgramSetsIt)
{
    row.setValue(1.5);
    EXPECT_EQ(slider->value(), 750);
    EXPECT_EQ(changes.count(), 0);
}

TEST_F(NumberSliderTest, keepsDigitsThatTheSliderCannotShow)
{
    row.setValue(0.12345);
    EXPECT_DOUBLE_EQ(row.value(), 0.12345);
}

TEST_F(NumberSliderTest, readsADotAsDecimalPointInEveryLocale)
{
    QLocale::setDefault(QLocale("de_DE"));
    number->selectAll();
    QTest::keyClicks(number, "1.25\r");
    QLocale::setDefault(QLocale::c());
    EXPECT_DOUBLE_EQ(row.value(), 1.25);
    EXPECT_GE(ends.count(), 1);
}

TEST_F(NumberSliderTest, takesANumberBeyondTheRangeForItsEnd)
{
    for (const char* typed : {"17", "1e3", "200.5"}) {
        row.setValue(1);
        number->selectAll();
        QTest::keyClicks(number, QString(typed) + '\r');
        EXPECT_DOUBLE_EQ(row.value(), 2) << typed;
    }
    number->selectAll();
    QTest::keyClicks(number, "5e-1\r");
    EXPECT_DOUBLE_EQ(row.value(), 0.5);
}

TEST_F(NumberSliderTest, refusesWhatIsNoNumber)
{
    row.setValue(1.5);
    number->selectAll();
    QTest::keyClicks(number, "abc1e\r");
    EXPECT_DOUBLE_EQ(row.value(), 1.5);
}

TEST_F(NumberSliderTest, staysInsideItsRange)
{
    row.setValue(17);
    EXPECT_DOUBLE_EQ(row.value(), 2);
    row.setRange({.minimum = 0, .maximum = 1});
    EXPECT_DOUBLE_EQ(row.value(), 1);
}

}  // namespace actlab::widgets
