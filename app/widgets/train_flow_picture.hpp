#pragma once

#include <QWidget>
#include <vector>

#include "core/nn/gradient_flow.hpp"

namespace actlab::widgets {

/// How strongly the loss pulls at the weights of each layer: a bar a layer on a logarithmic scale, the output's last.
/// The mouse reads a layer's gradient and how fast its weights move.
class TrainFlowPicture : public QWidget {
    Q_OBJECT

public:
    explicit TrainFlowPicture(QWidget* parent = nullptr);

    /// Empty where nothing is known; then it hides.
    void show(const std::vector<nn::LayerFlow>& flow);
    using QWidget::show;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    double captionWidth() const;
    double roomOfEach() const;
    QRectF barOf(std::size_t layer) const;
    QString tipAt(double x) const;

    std::vector<nn::LayerFlow> m_flow;
};

/// "The gradient vanishes on its way back: layer 5 gets 3400 times what layer 1 gets." Empty where nothing is known.
QString wordsFor(const std::vector<nn::LayerFlow>& flow);

}  // namespace actlab::widgets
