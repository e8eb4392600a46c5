#include "app/widgets/train_weight_editor.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/number_slider.hpp"
#include "app/widgets/theme.hpp"
#include "app/widgets/train_form.hpp"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <cmath>

namespace actlab::widgets {

namespace {

constexpr double kUsualReach = 10;
constexpr double kGreatestReach = 1e6;
constexpr int kEditorWidth = 280;

NumberSlider::Range reachAround(double value)
{
    const double wanted = std::isfinite(value) ? std::ceil(2 * std::abs(value)) : kUsualReach;
    const double reach = std::clamp(wanted, kUsualReach, kGreatestReach);
    return {-reach, reach, 3, NumberSlider::Scale::Linear};
}

}  // namespace

TrainWeightEditor::TrainWeightEditor(const QString& where, const QString& name, double value, QWidget* parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName("train-weight-editor");
    setAttribute(Qt::WA_DeleteOnClose);
    auto* slider = new NumberSlider(name, reachAround(value), this);
    slider->setValue(std::isfinite(value) ? value : 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    column->addWidget(hintLabel(where, this));
    column->addWidget(slider);
    setFixedWidth(scaledToType(kEditorWidth));
    connect(slider, &NumberSlider::valueChanged, this, &TrainWeightEditor::valueAsked);
}

void TrainWeightEditor::mousePressEvent(QMouseEvent* event)
{
    const bool isElsewhere = !rect().contains(event->position().toPoint());
    QFrame::mousePressEvent(event);  // which closes it then
    if (isElsewhere && event->button() == Qt::LeftButton)
        Q_EMIT leftFor(event->globalPosition());
}

void TrainWeightEditor::open(QPoint place)
{
    adjustSize();
    auto* number = findChild<QDoubleSpinBox*>();
    number->setFocus();
    number->selectAll();
    move(place - QPoint(width() / 2, -kSpace));
    show();
}

}  // namespace actlab::widgets
