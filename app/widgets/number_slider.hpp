#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace actlab::widgets {

/// A name, a slider and a number field that say the same. The number may be typed with more digits than
/// the slider can show; dot decimals in every locale.
class NumberSlider : public QWidget {
    Q_OBJECT

public:
    enum class Scale { Linear, Logarithmic };

    struct Range {
        double minimum = 0, maximum = 1;
        int decimals = 3;
        Scale scale = Scale::Linear;  ///< Logarithmic needs minimum > 0
        bool operator==(const Range&) const = default;
    };

    NumberSlider(const QString& name, Range range, QWidget* parent = nullptr);

    double value() const { return m_value; }
    void setValue(double value);    ///< does not emit; rounded to the decimals on the screen only
    void setRange(Range range);     ///< keeps the value where the range allows
    void setNameWidth(int pixels);  ///< lets the sliders of a column begin at one line

Q_SIGNALS:
    void valueChanged(double value);  ///< by the person, at every move
    void gestureEnded();              ///< slider released, number entered

private:
    void createRow(const QString& name);
    void connectRow();
    void showRange();
    void showValue();
    void take(double value);
    double fromSlider(int position) const;
    int toSlider(double value) const;

    Range m_range;
    double m_value = 0;
    QLabel* m_name = nullptr;
    QSlider* m_slider = nullptr;
    QDoubleSpinBox* m_number = nullptr;
};

}  // namespace actlab::widgets
