#pragma once

#include <QWidget>
#include <optional>

#include "core/activation/activation.hpp"

class QComboBox;
class QDoubleSpinBox;
class QToolButton;

namespace actlab::widgets {

class NumberSlider;

/// One parameter of the composed activation: its slider, whether training may change it and how many values of it
/// there are then, and, one disclosure away, the range of the slider.
class ComposeParameter : public QWidget {
    Q_OBJECT

public:
    explicit ComposeParameter(const QString& label, QWidget* parent = nullptr);

    void setParameter(const activation::Parameter& parameter);  ///< does not emit
    void setNameWidth(int pixels);

Q_SIGNALS:
    void valueChanged(double value);
    void gestureEnded();
    void scopeChosen(std::optional<activation::Scope> scope);  ///< nullopt: fixed
    void rangeChanged(double minimum, double maximum);

private:
    QLayout* createOptions();
    QComboBox* createScopes();
    QWidget* createRange();
    void connectRange();
    QDoubleSpinBox* createLimit(const QString& name);

    double m_width = 1;  ///< of the range
    NumberSlider* m_slider;
    QComboBox* m_scope = nullptr;
    QToolButton* m_disclosure = nullptr;
    QWidget* m_range = nullptr;
    QDoubleSpinBox* m_minimum = nullptr;
    QDoubleSpinBox* m_maximum = nullptr;
};

}  // namespace actlab::widgets
