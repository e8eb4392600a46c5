#pragma once

#include <QWidget>
#include <vector>

#include "core/activation/activation.hpp"

class QVBoxLayout;

namespace actlab::widgets {

class NumberSlider;

/// Formulas spell Greek letters out; sliders show them as the field writes them.
QString parameterLabel(const std::string& name);

/// One slider with its number field for each parameter of an activation.
class ParameterPanel : public QWidget {
    Q_OBJECT

public:
    explicit ParameterPanel(QWidget* parent = nullptr);

    /// Rows are kept where the names are the same, so that a slider in the hand stays in the hand.
    void setParameters(const std::vector<activation::Parameter>& parameters);
    bool isEmpty() const { return m_rows.empty(); }

Q_SIGNALS:
    void valueChanged(const QString& name, double value);
    void gestureEnded();

private:
    void rebuild();
    NumberSlider* createRow(const activation::Parameter& parameter);

    std::vector<activation::Parameter> m_parameters;
    std::vector<NumberSlider*> m_rows;
    QVBoxLayout* m_layout;
};

}  // namespace actlab::widgets
