#pragma once

#include <QWidget>
#include <vector>

#include "core/data/dataset.hpp"

class QToolButton;

namespace actlab::widgets {

/// What the network is given of a place in the plane: x, y, and numbers made from them; at least one.
class TrainFeatures : public QWidget {
    Q_OBJECT

public:
    explicit TrainFeatures(QWidget* parent = nullptr);

    /// Of a spec: none means x and y.
    void show(const std::vector<data::Feature>& features);
    using QWidget::show;

Q_SIGNALS:
    void chosen(const std::vector<actlab::data::Feature>& features);

private:
    void take();

    std::vector<QToolButton*> m_buttons;  ///< in the order of Feature
};

}  // namespace actlab::widgets
