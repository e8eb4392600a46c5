#include "app/widgets/number_slider.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/theme.hpp"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <cmath>
#include <utility>

namespace actlab::widgets {

namespace {

constexpr int kSliderSteps = 1000;

double interpolate(const NumberSlider::Range& range, double share)
{
    if (range.scale == NumberSlider::Scale::Linear)
        return range.minimum + share * (range.maximum - range.minimum);
    return range.minimum * std::pow(range.maximum / range.minimum, share);
}

double shareOf(const NumberSlider::Range& range, double value)
{
    if (!(range.maximum > range.minimum))
        return 0;
    if (range.scale == NumberSlider::Scale::Linear)
        return (value - range.minimum) / (range.maximum - range.minimum);
    return std::log(value / range.minimum) / std::log(range.maximum / range.minimum);
}

/// A slider gives numbers a person would write: three significant digits of the range's width.
double roundedForPeople(double value, const NumberSlider::Range& range)
{
    const double size = range.scale == NumberSlider::Scale::Linear ? range.maximum - range.minimum : std::abs(value);
    if (!(size > 0))
        return value;
    const double step = std::pow(10.0, std::floor(std::log10(size)) - 2);
    return std::clamp(std::round(value / step) * step, range.minimum, range.maximum);
}

/// Takes a number beyond the range for the end of the range. Qt's own refuses the digit that leads there, so that
/// of "200" in a field that ends at 100 it would be "20" that is left.
class NumberField : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QValidator::State validate(QString& text, int& place) const override
    {
        static const QRegularExpression kNumber(QStringLiteral("^[-+]?\\d*\\.?\\d*([eE][-+]?\\d*)?$"));
        const QValidator::State state = QDoubleSpinBox::validate(text, place);
        return state == QValidator::Invalid && kNumber.match(text).hasMatch() ? QValidator::Intermediate : state;
    }
    void fixup(QString& text) const override
    {
        bool isNumber = false;
        const double number = locale().toDouble(text, &isNumber);
        if (isNumber)
            text = textFromValue(std::clamp(number, minimum(), maximum()));
        else
            QDoubleSpinBox::fixup(text);
    }
};

}  // namespace

NumberSlider::NumberSlider(const QString& name, Range range, QWidget* parent) : QWidget(parent), m_range(range)
{
    createRow(name);
    connectRow();
    showRange();
}

void NumberSlider::createRow(const QString& name)
{
    m_name = new QLabel(name, this);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setRange(0, kSliderSteps);
    m_slider->setPageStep(kSliderSteps / 10);
    m_slider->setSingleStep(kSliderSteps / 100);
    m_slider->setAccessibleName(name);
    m_number = new NumberField(this);
    m_number->setLocale(QLocale::c());
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_number->setAlignment(Qt::AlignRight);
    m_number->setKeyboardTracking(false);
    m_number->setAccessibleName(name);
    m_number->setFixedWidth(72);
    m_name->setBuddy(m_number);
    ignoreWheelWithoutFocus(m_slider);
    ignoreWheelWithoutFocus(m_number);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace);
    row->addWidget(m_name);
    row->addWidget(m_slider, 1);
    row->addWidget(m_number);
}

void NumberSlider::connectRow()
{
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int at) { take(roundedForPeople(fromSlider(at), m_range)); });
    connect(m_slider, &QSlider::sliderReleased, this, &NumberSlider::gestureEnded);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &NumberSlider::take);
    connect(m_number, &QDoubleSpinBox::editingFinished, this, &NumberSlider::gestureEnded);
}

void NumberSlider::setValue(double value)
{
    m_value = std::clamp(value, m_range.minimum, m_range.maximum);
    showValue();
}

void NumberSlider::setRange(Range range)
{
    // the field would have the whole panel laid out anew
    if (range == std::exchange(m_range, range))
        return;
    showRange();
}

void NumberSlider::showRange()
{
    const QSignalBlocker quiet(m_number);
    m_number->setDecimals(m_range.decimals);
    m_number->setRange(m_range.minimum, m_range.maximum);
    m_number->setSingleStep((m_range.maximum - m_range.minimum) / 100);
    setValue(m_value);
}

void NumberSlider::setNameWidth(int pixels)
{
    m_name->setFixedWidth(pixels);
}

void NumberSlider::showValue()
{
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietNumber(m_number);
    if (!m_slider->isSliderDown())
        m_slider->setValue(toSlider(m_value));
    m_number->setValue(m_value);
}

void NumberSlider::take(double value)
{
    m_value = value;
    showValue();
    Q_EMIT valueChanged(value);
}

double NumberSlider::fromSlider(int position) const
{
    return interpolate(m_range, static_cast<double>(position) / kSliderSteps);
}

int NumberSlider::toSlider(double value) const
{
    return static_cast<int>(std::lround(std::clamp(shareOf(m_range, value), 0.0, 1.0) * kSliderSteps));
}

}  // namespace actlab::widgets
