#pragma once

#include <QWidget>

#include "core/nn/spec.hpp"

class QAction;
class QComboBox;
class QSpinBox;
class QToolButton;

namespace actlab::widgets {

class TrainActivationChoices;

/// One hidden layer: its activation, its width, how it is wired, whether it is frozen, and a button that removes it.
class TrainLayerRow : public QWidget {
    Q_OBJECT

public:
    TrainLayerRow(int number, TrainActivationChoices* choices, QWidget* parent = nullptr);

    /// Does not emit. `whyNoLink` says why it can have no residual link; empty where it can.
    void show(const nn::Layer& layer, const QString& whyNoLink);
    using QWidget::show;

Q_SIGNALS:
    void widthChanged(int width);
    void widthEntered();
    void activationChosen(const actlab::activation::ActivationPtr& activation);
    void frozenChosen(bool frozen);
    void batchNormChosen(bool normalises);
    void residualChosen(bool isLinked);
    void removed();

private:
    TrainActivationChoices* m_choices;
    QComboBox* m_activation;
    QSpinBox* m_width;
    QToolButton* m_wiring;
    QAction* m_batchNorm;
    QAction* m_residual;
    QToolButton* m_frozen;
};

}  // namespace actlab::widgets
