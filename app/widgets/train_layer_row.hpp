#pragma once

#include <QWidget>

#include "core/nn/spec.hpp"

class QComboBox;
class QSpinBox;
class QToolButton;

namespace actlab::widgets {

class TrainActivationChoices;

/// One hidden layer: its activation, its width, whether it is frozen, and a button that removes it.
class TrainLayerRow : public QWidget {
    Q_OBJECT

public:
    TrainLayerRow(int number, TrainActivationChoices* choices, QWidget* parent = nullptr);

    void show(const nn::Layer& layer);  ///< does not emit
    using QWidget::show;

Q_SIGNALS:
    void widthChanged(int width);
    void widthEntered();
    void activationChosen(const actlab::activation::ActivationPtr& activation);
    void frozenChosen(bool frozen);
    void removed();

private:
    TrainActivationChoices* m_choices;
    QComboBox* m_activation;
    QSpinBox* m_width;
    QToolButton* m_frozen;
};

}  // namespace actlab::widgets
